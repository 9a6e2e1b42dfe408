import { credentialsOf, withCredentials } from '../../../lib/secrets/documentdb-uri.ts'
import type { Observed } from './observed.ts'
import { planKey } from './plan-key.ts'
import type { Source } from './sources.ts'
import {
  itemOf,
  planText,
  type Around,
  type Item,
  type Kept,
  type Planned,
  type Step,
  type Wish
} from './step.ts'

export type Plan =
  | Readonly<{ kind: 'refused'; problems: readonly string[] }>
  | Readonly<{ kind: 'ready'; steps: readonly Step[]; kept: readonly Kept[] }>

/** What is to be written so that every secret is right; nothing at all when one of them cannot be. */
export function planSeeding(sources: readonly Source[], observed: Observed, wish: Wish): Plan {
  const planned = sources.flatMap((source) => planSource(source, observed, wish))
  const problems = planned.flatMap((one) => ('problem' in one ? [one.problem] : []))
  if (problems.length > 0) return { kind: 'refused', problems }
  return {
    kind: 'ready',
    steps: planned.flatMap((one) => ('step' in one ? [one.step] : [])),
    kept: planned.flatMap((one) => ('kept' in one ? [one.kept] : []))
  }
}

function planSource(source: Source, observed: Observed, wish: Wish): readonly Planned[] {
  const item = itemOf(source.name, observed, wish)
  switch (source.kind) {
    case 'text':
      return [planOutput(item, source, { observed, wish })]
    case 'uri':
      return [planUri(item, source, { observed, wish })]
    case 'random':
      return planKey(item, source, { observed, wish })
  }
}

function planOutput(
  item: Item,
  { text, from, follows }: Extract<Source, { kind: 'text' }>,
  { observed, wish }: Around
): Planned {
  const { container } = item
  const since = follows === undefined ? undefined : observed.credentials.get(follows)?.since
  const isStale = since !== undefined && container.kind === 'filled' && since > container.createdAt
  const reason = isStale ? `stale: AWS changed the password beside it (${minute(since)})` : `output ${from}`
  return planText(item, { text, reason, isStale }, wish)
}

const minute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`

function planUri(
  item: Item,
  { uri, secretId }: Extract<Source, { kind: 'uri' }>,
  { observed, wish }: Around
): Planned {
  const now = observed.credentials.get(secretId)
  if (now === undefined) return { problem: `The credentials for ${item.full} were not read.` }
  const text = withCredentials(uri, now)
  const copy = item.container.kind === 'filled' ? credentialsOf(item.container.text) : undefined
  const isStale = copy !== undefined && (copy.password !== now.password || copy.username !== now.username)
  const reason = isStale
    ? `stale: AWS changed the credentials (${minute(now.since)})`
    : "output and the database's own credentials"
  return planText(item, { text, reason, isStale }, wish)
}
