import { UserError } from '../../../lib/errors.ts'
import { credentialsOf } from '../../../lib/secrets/documentdb-uri.ts'
import { parseManagedSecret } from '../../../lib/secrets/managed-secret.ts'
import { parseKeys, type Container, type Fetched, type Observed } from './observed.ts'
import type { Ports } from './ports.ts'
import type { Source } from './sources.ts'
import { rotationToken } from './tokens.ts'

/** Reads every secret that is to be written and those of the databases; each value is masked before anything else happens. */
export async function observe(sources: readonly Source[], path: string, ports: Ports): Promise<Observed> {
  const names = sources.flatMap(lookedAt)
  const ids = sources.flatMap(managedBy)
  const [containers, credentials] = await Promise.all([
    Promise.all(names.map(async (one) => [one.name, await look(one, path, ports)] as const)),
    Promise.all([...new Set(ids)].map(async (id) => [id, await fetchCredentials(id, ports)] as const))
  ])
  return { containers: new Map(containers), credentials: new Map(credentials) }
}

/** The secrets of AWS's own that a source depends on. */
export function managedBy(source: Source): readonly string[] {
  if (source.kind === 'uri') return [source.secretId]
  return source.kind === 'text' && source.follows !== undefined ? [source.follows] : []
}

const lookedAt = (source: Source): readonly Looked[] =>
  source.kind === 'random' && source.fallbacks !== undefined
    ? [source, { kind: 'earlier', name: source.fallbacks }]
    : [source]

/** `earlier`: the list of earlier keys. */
type Looked = Readonly<{ kind: Source['kind'] | 'earlier'; name: string }>

async function look({ kind, name }: Looked, path: string, ports: Ports): Promise<Container> {
  const { secrets, hide, run } = ports
  const full = `${path}${name}`
  const described = await secrets.describe(full)
  if (described === undefined) return { kind: 'missing' }
  const { arn, versions, deletedAt } = described
  if (deletedAt !== undefined) return { kind: 'leaving', at: deletedAt }
  const current = await secrets.read(full)
  if (current === undefined) return { kind: 'empty', arn }
  for (const value of secretParts(kind, current.text)) hide(value)
  const { text, id, createdAt } = current
  const filled = { kind: 'filled', arn, text, id, createdAt, versions } as const
  if (kind !== 'random' || id !== rotationToken(run, full)) return filled
  const before = await secrets.read(full, 'AWSPREVIOUS')
  if (before === undefined) return filled
  hide(before.text)
  return { ...filled, previous: before.text }
}

/** What of a value is secret. A copied output is not: Terraform's state and log have it in clear. */
function secretParts(kind: Looked['kind'], text: string): readonly string[] {
  switch (kind) {
    case 'text':
      return []
    case 'uri':
      return [text, credentialsOf(text)?.password ?? text]
    case 'random':
      return [text]
    case 'earlier':
      return parseKeys(text) ?? [text]
  }
}

async function fetchCredentials(id: string, { secrets, hide }: Ports): Promise<Fetched> {
  const version = await secrets.read(id)
  if (version === undefined) {
    throw new UserError(
      `The secret ${id} of the database's master user does not exist, or has no value. Apply the stack, or give its present outputs. Nothing was written.`
    )
  }
  const credentials = parseManagedSecret(version.text, id)
  hide(credentials.password)
  return { ...credentials, since: version.createdAt }
}
