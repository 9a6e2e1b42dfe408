import { isPlaceholder } from '../../../lib/secrets/placeholder.ts'
import { parseKeys, type Container } from './observed.ts'
import {
  itemOf,
  planText,
  problemOf,
  writtenBy,
  type Around,
  type Item,
  type Kept,
  type Planned,
  type Wish
} from './step.ts'
import type { Source } from './sources.ts'
import { firstKeyToken, rotationToken, writeToken } from './tokens.ts'

type Random = Extract<Source, { kind: 'random' }>
type Filled = Extract<Container, { kind: 'filled' }>

/**
 * A random key and its earlier ones. The earlier ones are written first: a run that ends in between leaves the present
 * key in both, which does no harm, and the next attempt goes on from there.
 */
export function planKey(item: Item, source: Random, { observed, wish }: Around): readonly Planned[] {
  const key = planNewest(item, source, wish)
  if (source.fallbacks === undefined) return [key]
  const earlier = itemOf(source.fallbacks, observed, wish)
  const replaced =
    'step' in key && key.step.change === 'rotated' ? textOf(item.container) : leftBehind(item, wish)
  return [planEarlier(earlier, { replaced, keep: source.keep }, wish), key]
}

const textOf = (container: Container): string | undefined =>
  container.kind === 'filled' ? container.text : undefined

/** The key that this run's rotation replaced, while its new key is the current one. */
function leftBehind({ full, container }: Item, { run }: Wish): string | undefined {
  if (container.kind !== 'filled' || container.id !== rotationToken(run, full)) return undefined
  return container.previous
}

function planNewest(item: Item, { bytes }: Random, wish: Wish): Planned {
  const { name, full, container } = item
  const problem = problemOf(item, wish)
  if (problem !== undefined) return { problem }
  const write = {
    name,
    full,
    value: { bytes },
    isStale: false,
    isMissing: container.kind === 'missing'
  } as const
  if (container.kind !== 'filled') {
    const arn = container.kind === 'empty' ? container.arn : 'to be made'
    const reason = 'a random key, made once'
    return { step: { ...write, change: 'created', token: firstKeyToken(full, arn), reason } }
  }
  const replaces = container.createdAt
  if (isPlaceholder(container.text)) {
    const token = writeToken(wish, full, container.id)
    return {
      step: { ...write, change: 'updated', token, reason: 'a random key; it held a placeholder', replaces }
    }
  }
  const token = rotationToken(wish.run, full)
  const isRotated = Object.hasOwn(container.versions, token)
  if (wish.rotate.includes(name) && !isRotated)
    return { step: { ...write, change: 'rotated', token, reason: 'rotated on request', replaces } }
  return { kept: keptKey(item, wish, isRotated) }
}

function keptKey(item: Item, wish: Wish, isRotated: boolean): Kept {
  const { name } = item
  if (isRotated) return { name, change: 'rotated', reason: 'this run has rotated it already' }
  return { name, change: writtenBy(wish, item), reason: 'made once and kept' }
}

type Replacing = Readonly<{ replaced: string | undefined; keep: number }>

function planEarlier(item: Item, { replaced, keep }: Replacing, wish: Wish): Planned {
  const { full, container } = item
  const had = container.kind === 'filled' ? keysOf(container) : []
  if (had === undefined) {
    return {
      problem: `The secret ${full} keeps earlier keys, but it holds no JSON list of texts. Put [] into it, or the keys that are still to be accepted.`
    }
  }
  const wanted = replaced === undefined ? had : [...new Set([replaced, ...had])].slice(0, keep)
  const isSame =
    container.kind === 'filled' && JSON.stringify(wanted) === JSON.stringify(parseKeys(container.text))
  const text = isSame ? container.text : JSON.stringify(wanted)
  const reason = replaced === undefined ? 'no earlier keys yet' : 'keeps the key before the rotation'
  return planText(item, { text, reason }, wish)
}

/** A placeholder counts as an empty list. */
const keysOf = ({ text }: Filled): readonly string[] | undefined =>
  isPlaceholder(text) ? [] : parseKeys(text)
