import { codeSpan, details, escapeHtml, escapeInline, fence } from '../../../lib/markdown.ts'
import { callout, numbered, paragraphs, table, verdict } from '../../../lib/summary.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import type { Inputs } from './inputs.ts'
import type { Migration, Outcome } from './outcome.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  migrated: '✅',
  skipped: '💤',
  failed: '❌',
  'not-started': '🚫',
  busy: '🚧',
  timeout: '⏱️',
  cancelled: '⏹️',
  lost: '❓'
}

/** The job summary of a migration: what came of it, what was pending, and the evidence. */
export function renderMigration(inputs: Inputs, migration: Migration, sentence: string): string {
  const { outcome } = migration
  const isGood = outcome.kind === 'migrated' || outcome.kind === 'skipped'
  return paragraphs([
    `## ${ICONS[outcome.kind]} ${title(inputs)}`,
    verdict(isGood, sentence),
    renderPending(migration),
    renderContainers(migration),
    renderLog(migration, isGood),
    renderTask(migration)
  ])
}

const title = ({ service, cluster }: Inputs): string =>
  `Migration of ${codeSpan(service)} on ${codeSpan(cluster)}`

function renderPending({ pending, destructive, applied, outcome }: Migration): string {
  if (pending === undefined || outcome.kind === 'skipped') return ''
  if (pending.kind === 'unknown') return escapeInline(pending.note)
  const rows = pending.migrations.map(({ name, operations }) => {
    const risks = destructive.filter(({ migration }) => migration === name)
    return [
      codeSpan(name),
      operations.map((text) => escapeInline(hideShapes(text))).join('<br>'),
      risks.map(({ kind, risk }) => `⚠️ ${codeSpan(kind)} ${escapeInline(risk)}`).join('<br>'),
      applied.includes(name) ? '✅' : ''
    ]
  })
  return `### Pending before\n\n${table(['Migration', 'What it does', 'Look at', 'Applied'], rows)}`
}

/** Shown where there is more to know than one exit code. */
function renderContainers({ containers }: Migration): string {
  if (containers.length < 2) return ''
  const rows = containers.map(({ name, exitCode, reason = '' }) => [
    codeSpan(name),
    exitCode === undefined ? '' : String(exitCode),
    escapeInline(hideShapes(reason))
  ])
  return `### Containers\n\n${table(['Container', 'Exit code', 'Reason'], rows)}`
}

const renderLog = ({ lines }: Migration, isGood: boolean): string =>
  lines.length === 0
    ? ''
    : details(escapeHtml(`Last ${lines.length} lines of its log`), fence(lines.join('\n')), !isGood)

function renderTask({ errand, revision }: Migration): string {
  if (errand === undefined) return ''
  const { stream } = errand
  const log = stream === undefined ? '' : `, log ${codeSpan(stream.group)} ${codeSpan(stream.stream)}`
  return `Task ${codeSpan(errand.arn)} of ${codeSpan(revision)}${log}`
}

/** The job summary of a dry run. */
export function renderPlanned(inputs: Inputs, steps: readonly string[], warnings: readonly string[]): string {
  return paragraphs([
    `## 📋 ${title(inputs)}`,
    'Dry run: no task was started and nothing was registered. A migration would do this:',
    numbered(steps),
    ...warnings.map((warning) => callout('WARNING', warning))
  ])
}
