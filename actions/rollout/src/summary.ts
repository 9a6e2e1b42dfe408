import { nameOf } from '../../../lib/ecs/names.ts'
import { codeSpan, details, escapeHtml, escapeInline, fence } from '../../../lib/markdown.ts'
import { callout, numbered, paragraphs, table, verdict } from '../../../lib/summary.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import { compareDefinitions } from './definition-diff.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Outcome, Rollout } from './outcome.ts'
import type { Plan } from './plan.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  success: '✅',
  kept: '✅',
  'scaled-to-zero': '💤',
  'rolled-back': '↩️',
  failed: '❌',
  superseded: '⏭️',
  stopped: '⛔',
  timeout: '⏱️',
  cancelled: '⏹️',
  lost: '❓'
}

/** The job summary of a rollout: what came of it, the evidence, and where the time went. */
export function renderRollout(inputs: Inputs, rollout: Rollout, sentence: string): string {
  const { outcome } = rollout
  const isGood =
    /^(?:success|kept)$/.test(outcome.kind) || (outcome.kind === 'scaled-to-zero' && outcome.asked)
  return paragraphs([
    `## ${ICONS[outcome.kind]} ${title(inputs)}`,
    outcome.kind === 'scaled-to-zero' && !isGood ? callout('WARNING', sentence) : verdict(isGood, sentence),
    ...rollout.problems.map((problem) => callout('CAUTION', problem)),
    rollout.notes.map((note) => `- ${escapeInline(note)}`).join('\n'),
    renderDeaths(rollout),
    ...rollout.tails.map(renderTail),
    renderEvents(rollout, isGood),
    renderSlices(rollout),
    consoleLink(inputs, rollout.taskDefinition)
  ])
}

/** Where a person goes on looking; other partitions have consoles of their own. */
function consoleLink({ cluster, service }: Inputs, arn: string): string {
  const [, partition, , region = ''] = arn.split(':')
  if (partition !== 'aws' || !/^[a-z0-9-]+$/.test(region)) return ''
  const path = `clusters/${nameOf(cluster)}/services/${nameOf(service)}/deployments`
  return `[Its deployments in the console](https://${region}.console.aws.amazon.com/ecs/v2/${path}?region=${region})`
}

const title = ({ service, cluster }: Inputs): string => `${codeSpan(service)} on ${codeSpan(cluster)}`

const MOST_DEATHS = 10

function renderDeaths({ deaths }: Rollout): string {
  if (deaths.length === 0) return ''
  const rows = deaths.map(({ task, words, diagnosis }) => [
    codeSpan(task.id),
    escapeInline(hideShapes(words)),
    diagnosis === undefined ? '' : escapeInline(`${diagnosis.cause} ${diagnosis.fix}`)
  ])
  return `### Failed tasks\n\n${table(['Task', 'What ECS says', 'What it means'], rows, MOST_DEATHS)}`
}

const renderTail = ({ title: of, lines, note }: Rollout['tails'][number]): string =>
  lines.length === 0
    ? `Log of ${escapeInline(of)}: ${escapeInline(note ?? '')}`
    : details(`Last ${lines.length} lines of ${escapeHtml(of)}`, fence(lines.join('\n')), true)

const MOST_EVENTS = 20

function renderEvents({ events }: Rollout, isGood: boolean): string {
  if (events.length === 0) return ''
  const lines = events.slice(-MOST_EVENTS).join('\n')
  return details(`Events of the service (${events.length})`, fence(lines), !isGood)
}

function renderSlices({ slices, elapsedMs }: Rollout): string {
  if (slices.length === 0) return ''
  const rows = slices.map(({ what, ms, advice = '' }) => [what, renderElapsed(ms), advice])
  return `### Where ${renderElapsed(elapsedMs)} went\n\n${table(['Part', 'Time', 'What shortens it'], rows)}`
}

/** The job summary of a dry run: what would be done, and what differs. */
export function renderPlanned(
  inputs: Inputs,
  observed: Observed,
  { plan, steps }: Readonly<{ plan: Plan; steps: readonly string[] }>
): string {
  return paragraphs([
    `## 📋 ${title(inputs)}`,
    'Dry run: nothing was changed. A rollout would do this:',
    numbered(steps),
    ...observed.faults.map((fault) => callout('WARNING', fault)),
    renderChanges(observed, plan)
  ])
}

function renderChanges({ live, target }: Observed, { register, target: name }: Plan): string {
  const rows = compareDefinitions(live.definition, target.definition).map(({ path, before, after }) => [
    codeSpan(path),
    before === '' ? '' : codeSpan(before),
    after === '' ? '' : codeSpan(after)
  ])
  const after = register === undefined ? name : 'the new revision'
  return table(['Field', escapeInline(live.revision), escapeInline(after)], rows)
}
