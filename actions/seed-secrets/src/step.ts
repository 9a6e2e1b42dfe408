import { isPlaceholder } from '../../../lib/secrets/placeholder.ts'
import type { Container, Observed } from './observed.ts'
import { writeToken } from './tokens.ts'

/** Reading again finds nothing left to write, but for somebody who writes at the same time; and they have an end, too. */
export const ROUNDS = 5

export type Change = 'created' | 'updated' | 'rotated' | 'unchanged'

/** One version to write. A random value is made when it is written. */
export type Step = Readonly<{
  name: string
  full: string
  change: Exclude<Change, 'unchanged'>
  isMissing: boolean
  value: Readonly<{ text: string } | { bytes: number }>
  token: string
  reason: string
  /** A copy that AWS's rotation has made stale. */
  isStale: boolean
  /** When the version that is replaced was made; undefined for a first value. */
  replaces?: number
}>

/** A secret that is right; `change` tells what an earlier attempt of this run did to it. */
export type Kept = Readonly<{ name: string; change: Change; reason: string }>

/** What this run wants, beside the sources. Rounds count from 1. */
export type Wish = Readonly<{
  round: number
  path: string
  run: string
  rotate: readonly string[]
  createContainers: boolean
}>

/** One secret as the plan sees it. */
export type Item = Readonly<{ name: string; full: string; container: Container }>
export type Planned = Readonly<{ problem: string } | { step: Step } | { kept: Kept }>

/** What the plan of one secret looks at beside it. */
export type Around = Readonly<{ observed: Observed; wish: Wish }>

/** The secret of this name, as it was observed. */
export function itemOf(name: string, { containers }: Observed, { path }: Wish): Item {
  return { name, full: `${path}${name}`, container: containers.get(name) ?? { kind: 'missing' } }
}

/** A known text: written when the secret holds another, or one that is stale for another reason. */
export function planText(
  item: Item,
  { text, reason, isStale = false }: Readonly<{ text: string; reason: string; isStale?: boolean }>,
  wish: Wish
): Planned {
  const { name, full, container } = item
  const problem = problemOf(item, wish)
  if (problem !== undefined) return { problem }
  const write = { name, full, value: { text }, isStale, isMissing: container.kind === 'missing' } as const
  if (container.kind !== 'filled')
    return { step: { ...write, change: 'created', token: writeToken(wish, full, undefined), reason } }
  const { id, createdAt: replaces } = container
  if (container.text === text && !isStale)
    return { kept: { name, change: writtenBy(wish, item), reason: 'holds this already' } }
  const why = isPlaceholder(container.text) ? `${reason}; it held a placeholder` : reason
  return {
    step: { ...write, change: 'updated', token: writeToken(wish, full, id), reason: why, replaces }
  }
}

/** Why nothing can be written into a secret. */
export function problemOf({ full, container }: Item, { createContainers }: Wish): string | undefined {
  if (container.kind === 'missing' && !createContainers)
    return `The secret ${full} does not exist. Apply the tenant's stack, which makes it, or set create-containers to true.`
  if (container.kind !== 'leaving') return undefined
  const date = container.at.toISOString().slice(0, 10)
  return `The secret ${full} is scheduled for deletion on ${date}: until AWS has deleted it, it takes no value and its name is not free. Either bring it back (aws secretsmanager restore-secret --secret-id ${full}) and run this again, or wait until after ${date} and let Terraform make it anew; another name in the mapping works at once.`
}

/** What this run did to a secret already, by the id of its version. */
export function writtenBy({ run }: Pick<Wish, 'run'>, { full, container }: Item): Change {
  if (container.kind !== 'filled') return 'unchanged'
  const [previous] =
    Object.entries(container.versions).find(([, labels]) => labels.includes('AWSPREVIOUS')) ?? []
  const tokens = Array.from({ length: ROUNDS }, (_, at) => writeToken({ run, round: at + 1 }, full, previous))
  if (!tokens.includes(container.id)) return 'unchanged'
  return previous === undefined ? 'created' : 'updated'
}
