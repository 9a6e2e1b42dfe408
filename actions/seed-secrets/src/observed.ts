import type { Credentials } from '../../../lib/secrets/documentdb-uri.ts'

/** A secret as it is. `versions`: ids → labels. Times in milliseconds since the epoch. */
export type Container =
  | Readonly<{ kind: 'missing' }>
  | Readonly<{ kind: 'leaving'; at: Date }>
  | Readonly<{ kind: 'empty'; arn: string }>
  | Readonly<{
      kind: 'filled'
      arn: string
      text: string
      id: string
      createdAt: number
      versions: Readonly<Record<string, readonly string[]>>
      /** The value before, where it is needed: the key that a rotation of this run replaced. */
      previous?: string
    }>

/** A database's credentials, and since when they are these. */
export type Fetched = Credentials & Readonly<{ since: number }>

/** All that a plan is made from; by name, and by the id of the databases' secrets. */
export type Observed = Readonly<{
  containers: ReadonlyMap<string, Container>
  credentials: ReadonlyMap<string, Fetched>
}>

/** Since when the last of all present values holds, in milliseconds; undefined where there is none. */
export function newestOf({ containers }: Observed): number | undefined {
  const times = [...containers.values()].flatMap((one) => (one.kind === 'filled' ? [one.createdAt] : []))
  return times.length === 0 ? undefined : Math.max(...times)
}

/** Earlier keys, newest first; undefined when the text is no JSON list of texts. */
export function parseKeys(text: string): readonly string[] | undefined {
  try {
    const keys: unknown = JSON.parse(text)
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : undefined
  } catch {
    return undefined
  }
}
