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
import type { Inputs } from './inputs.ts'
import type { Migration, Outcome } from './outcome.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  migrated: '✅',
  skipped: '💤',
  failed: '❌',
  'not-started': '🚫',
  busy: '🚧',
  timeout: '⏱️',
  cancelled: '⏹️'
}

/** The job summary of a migration: what came of it, what was pending, and the evidence. */
export function renderMigration(inputs: Inputs, migration: Migration, sentence: string): string {
  const { outcome } = migration
  const isGood = outcome.kind === 'migrated' || outcome.kind === 'skipped'
  return join([
    `## ${ICONS[outcome.kind]} ${title(inputs)}`,
    isGood ? escapeLines(sentence) : `> [!CAUTION]\n> ${escapeLines(sentence)}`,
    renderPending(migration),
    renderContainers(migration),
    renderLog(migration, isGood),
    renderTask(migration)
  ])
}

const title = ({ service, cluster }: Inputs): string =>
  `Migration of ${codeSpan(service)} on ${codeSpan(cluster)}`
const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

const MOST_ROWS = 100

function renderPending({ pending, destructive, applied, outcome }: Migration): string {
  if (pending === undefined || outcome.kind === 'skipped') return ''
  if (pending.kind === 'unknown') return escapeInline(pending.note)
  const rows = pending.migrations.slice(0, MOST_ROWS).map(({ name, operations }) => {
    const risks = destructive.filter(({ migration }) => migration === name)
    return tableRow([
      codeSpan(name),
      operations.map((text) => escapeInline(hideShapes(text))).join('<br>'),
      risks.map(({ kind, risk }) => `⚠️ ${codeSpan(kind)} ${escapeInline(risk)}`).join('<br>'),
      applied.includes(name) ? '✅' : ''
    ])
  })
  const more =
    pending.migrations.length > MOST_ROWS ? `\n\n… and ${pending.migrations.length - MOST_ROWS} more.` : ''
  const head = tableHead(['Migration', 'What it does', 'Look at', 'Applied'])
  return `### Pending before\n\n${[head, ...rows].join('\n')}${more}`
}

/** Shown where there is more to know than one exit code. */
function renderContainers({ containers }: Migration): string {
  if (containers.length < 2) return ''
  const rows = containers.map(({ name, exitCode, reason = '' }) =>
    tableRow([
      codeSpan(name),
      exitCode === undefined ? '' : String(exitCode),
      escapeInline(hideShapes(reason))
    ])
  )
  return ['### Containers\n', tableHead(['Container', 'Exit code', 'Reason']), ...rows].join('\n')
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
  return join([
    `## 📋 ${title(inputs)}`,
    'Dry run: no task was started and nothing was registered. A migration would do this:',
    steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n'),
    ...warnings.map((warning) => `> [!WARNING]\n> ${escapeLines(warning)}`)
  ])
}
