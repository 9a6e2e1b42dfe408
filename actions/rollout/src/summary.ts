import {
  codeSpan,
  details,
  escapeHtml,
  escapeInline,
  escapeLines,
  fence,
  tableHead,
  tableRow
} from '../../../lib/markdown.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import { compareDefinitions } from './definition-diff.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Outcome, Rollout } from './outcome.ts'
import type { Plan } from './plan.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  success: '✅',
  'scaled-to-zero': '💤',
  'rolled-back': '↩️',
  failed: '❌',
  superseded: '⏭️',
  stopped: '⛔',
  timeout: '⏱️',
  cancelled: '⏹️'
}

/** The job summary of a rollout: what came of it, the evidence, and where the time went. */
export function renderRollout(inputs: Inputs, rollout: Rollout, sentence: string): string {
  const { outcome } = rollout
  const isGood = outcome.kind === 'success' || (outcome.kind === 'scaled-to-zero' && outcome.asked)
  return join([
    `## ${ICONS[outcome.kind]} ${title(inputs)}`,
    isGood
      ? escapeLines(sentence)
      : `> [!${outcome.kind === 'scaled-to-zero' ? 'WARNING' : 'CAUTION'}]\n> ${escapeLines(sentence)}`,
    ...rollout.problems.map((problem) => `> [!CAUTION]\n> ${escapeLines(problem)}`),
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
  const nameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)
  const path = `clusters/${nameOf(cluster)}/services/${nameOf(service)}/deployments`
  return `[Its deployments in the console](https://${region}.console.aws.amazon.com/ecs/v2/${path}?region=${region})`
}

const title = ({ service, cluster }: Inputs): string => `${codeSpan(service)} on ${codeSpan(cluster)}`
const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

const MOST_DEATHS = 10

function renderDeaths({ deaths }: Rollout): string {
  if (deaths.length === 0) return ''
  const rows = deaths
    .slice(0, MOST_DEATHS)
    .map(({ task, words, diagnosis }) =>
      tableRow([
        codeSpan(task.id),
        escapeInline(hideShapes(words)),
        diagnosis === undefined ? '' : escapeInline(`${diagnosis.cause} ${diagnosis.fix}`)
      ])
    )
  const more = deaths.length > MOST_DEATHS ? `\n\n… and ${deaths.length - MOST_DEATHS} more.` : ''
  return `### Failed tasks\n\n${[tableHead(['Task', 'What ECS says', 'What it means']), ...rows].join('\n')}${more}`
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
  const rows = slices.map(({ what, ms, advice = '' }) => tableRow([what, renderElapsed(ms), advice]))
  return `### Where ${renderElapsed(elapsedMs)} went\n\n${[tableHead(['Part', 'Time', 'What shortens it']), ...rows].join('\n')}`
}

/** The job summary of a dry run: what would be done, and what differs. */
export function renderPlanned(
  inputs: Inputs,
  observed: Observed,
  { plan, steps }: Readonly<{ plan: Plan; steps: readonly string[] }>
): string {
  return join([
    `## 📋 ${title(inputs)}`,
    'Dry run: nothing was changed. A rollout would do this:',
    steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n'),
    ...observed.faults.map((fault) => `> [!WARNING]\n> ${escapeLines(fault)}`),
    renderChanges(observed, plan)
  ])
}

function renderChanges({ live, target }: Observed, { register, target: name }: Plan): string {
  const changes = compareDefinitions(live.definition, target.definition)
  if (changes.length === 0) return ''
  const rows = changes.map(({ path, before, after }) =>
    tableRow([codeSpan(path), before === '' ? '' : codeSpan(before), after === '' ? '' : codeSpan(after)])
  )
  const after = register === undefined ? name : 'the new revision'
  return [tableHead(['Field', escapeInline(live.revision), escapeInline(after)]), ...rows].join('\n')
}
