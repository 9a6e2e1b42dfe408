import { codeSpan, details, escapeInline } from '../../../lib/markdown.ts'
import { callout, paragraphs, table, verdict } from '../../../lib/summary.ts'
import type { Inputs } from './inputs.ts'
import type { Deployment, Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'

const ICONS: Readonly<Record<Outcome['kind'], string>> = {
  deployed: '🚀',
  unchanged: '✅',
  kept: '✅',
  planned: '📋',
  failed: '❌'
}

/** The job summary: what became of the site, file by file, and which releases can be brought back. */
export function renderSummary(inputs: Inputs, deployment: Deployment, sentence: string): string {
  const { outcome } = deployment
  const time = outcome.kind === 'deployed' ? ` It took ${seconds(deployment.elapsedMs)}.` : ''
  return paragraphs([
    `## ${ICONS[outcome.kind]} ${codeSpan(`s3://${inputs.bucket}/${inputs.prefix}`)}`,
    verdict(outcome.kind !== 'failed', `${sentence}${time}`),
    outcome.kind === 'deployed' && outcome.isSlow
      ? callout('WARNING', 'CloudFront has not let go of everything yet; it goes on by itself.')
      : '',
    renderChanges(outcome.plan, outcome.kind === 'planned'),
    renderPaths(outcome.plan),
    renderReleases(deployment)
  ])
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const VERBS = { upload: 'upload', restore: 'restore', repair: 'new headers' } as const

function renderChanges({ writes, deletes }: Plan, isOpen: boolean): string {
  const rows = [
    ...writes.map(({ kind, file }) => [codeSpan(file.key), VERBS[kind], codeSpan(file.headers.cacheControl)]),
    ...deletes.keys.map((key) => [codeSpan(key), 'delete', ''])
  ]
  if (rows.length === 0) return ''
  const shown = table(['File, in this order', 'What', 'Cache-Control'], rows)
  return details(`${rows.length} changes`, shown, isOpen)
}

function renderPaths({ paths }: Plan): string {
  return paths.length === 0 ? '' : `Invalidated: ${paths.map((path) => codeSpan(path)).join(', ')}`
}

function renderReleases({ outcome: { plan, kind }, observed }: Deployment): string {
  const kept =
    kind === 'unchanged' || kind === 'kept'
      ? observed.releases.filter(({ id }) => id !== plan.id)
      : plan.deletes.kept
  const done = kept.filter(({ isDone }) => isDone)
  if (done.length === 0) return ''
  const rows = done.map(({ id, at, source, files }) => [
    codeSpan(id),
    new Date(at).toISOString(),
    escapeInline(source),
    String(Object.keys(files).length)
  ])
  return `### Releases to go back to\n\n${table(['`rollback-to`', 'Deployed', 'From', 'Files'], rows)}`
}
