/** What a job's token may do: the nearest `permissions`, never more than the caller has. */
import type { Permission, Permissions } from '../ports.ts'
import { entriesOf, literalOf, type Token } from '../workflow/token.ts'

const SCOPES = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'code-quality',
  'contents',
  'copilot-requests',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'security-events',
  'statuses',
  'vulnerability-alerts'
]
/** Scopes that cannot be read, only used. */
const WRITE_ONLY = new Set(['copilot-requests', 'id-token'])
const RANK: Record<Permission, number> = { none: 0, read: 1, write: 2 }

/** What a repository grants when no workflow says otherwise (the setting that new repositories have). */
export const DEFAULT_PERMISSIONS: Permissions = { ...all('none'), contents: 'read', packages: 'read' }

function all(level: Permission): Permissions {
  return Object.fromEntries(
    SCOPES.map((scope) => [scope, level === 'read' && WRITE_ONLY.has(scope) ? 'none' : level])
  )
}

/** The permissions that a `permissions` key states; `inherited` where there is none. */
export function permissionsOf(token: Token | undefined, inherited: Permissions): Permissions {
  if (token === undefined) return inherited
  const shorthand = literalOf(token)
  if (shorthand === 'read-all') return all('read')
  if (shorthand === 'write-all') return all('write')
  const stated = entriesOf(token).map(([scope, level]) => [scope, literalOf(level) as Permission] as const)
  return { ...all('none'), ...Object.fromEntries(stated) }
}

/** What `wanted` asks beyond `allowed`, as GitHub lists it; undefined when it stays within. */
export function excessOf(
  wanted: Permissions,
  allowed: Permissions
): Readonly<{ wanted: string; allowed: string }> | undefined {
  const over = SCOPES.filter((scope) => RANK[wanted[scope] ?? 'none'] > RANK[allowed[scope] ?? 'none'])
  if (over.length === 0) return undefined
  const list = (permissions: Permissions): string =>
    over.map((scope) => `${scope}: ${permissions[scope] ?? 'none'}`).join(', ')
  return { wanted: list(wanted), allowed: list(allowed) }
}
