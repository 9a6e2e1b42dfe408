import { codeSpan, details, escapeInline, escapeLines, tableHead, tableRow } from '../../../lib/markdown.ts'
import type { Inputs } from './inputs.ts'
import type { Deployment, Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  deployed: '🚀',
  unchanged: '✅',
  planned: '📋',
  failed: '❌'
}
const MOST_ROWS = 100

/** The job summary: what became of the site, file by file, and which releases can be brought back. */
export function renderSummary(inputs: Inputs, deployment: Deployment, sentence: string): string {
  const { outcome } = deployment
  const said =
    outcome.kind === 'failed'
      ? `> [!CAUTION]\n> ${escapeLines(sentence)}`
      : `${escapeLines(sentence)}${outcome.kind === 'deployed' ? ` It took ${seconds(deployment.elapsedMs)}.` : ''}`
  return [
    `## ${ICONS[outcome.kind]} ${codeSpan(`s3://${inputs.bucket}/${inputs.prefix}`)}`,
    said,
    outcome.kind === 'deployed' && outcome.isSlow
      ? '> [!WARNING]\n> CloudFront has not let go of everything yet; it goes on by itself.'
      : '',
    renderChanges(outcome.plan, outcome.kind === 'planned'),
    renderPaths(outcome.plan),
    renderReleases(deployment)
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const VERBS = { upload: 'upload', restore: 'restore', repair: 'new headers' } as const

function renderChanges({ writes, deletes }: Plan, isOpen: boolean): string {
  const rows = [
    ...writes.map(({ kind, file }) => [codeSpan(file.key), VERBS[kind], codeSpan(file.headers.cacheControl)]),
    ...deletes.keys.map((key) => [codeSpan(key), 'delete', ''])
  ]
  if (rows.length === 0) return ''
  const shown = rows.slice(0, MOST_ROWS).map((cells) => tableRow(cells))
  const more = rows.length > MOST_ROWS ? `\n\n… and ${rows.length - MOST_ROWS} more.` : ''
  const table = `${[tableHead(['File, in this order', 'What', 'Cache-Control']), ...shown].join('\n')}${more}`
  return details(`${rows.length} changes`, table, isOpen)
}

function renderPaths({ paths }: Plan): string {
  return paths.length === 0 ? '' : `Invalidated: ${paths.map((path) => codeSpan(path)).join(', ')}`
}

function renderReleases({ outcome: { plan, kind }, observed }: Deployment): string {
  const kept = kind === 'unchanged' ? observed.releases.filter(({ id }) => id !== plan.id) : plan.deletes.kept
  const done = kept.filter(({ isDone }) => isDone)
  if (done.length === 0) return ''
  const rows = done.map(({ id, at, source, files }) =>
    tableRow([
      codeSpan(id),
      new Date(at).toISOString(),
      escapeInline(source),
      String(Object.keys(files).length)
    ])
  )
  const table = [tableHead(['`rollback-to`', 'Deployed', 'From', 'Files']), ...rows].join('\n')
  return `### Releases to go back to\n\n${table}`
}
