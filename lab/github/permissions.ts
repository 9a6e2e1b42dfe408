import type { Permission, WorkflowEvent } from '../runner/ports.ts'
import type { Caller, Repository } from './records.ts'
import { HttpError, type Need } from './route.ts'

const RANK: Readonly<Record<Permission, number>> = { none: 0, read: 1, write: 2 }

/** Refuses a job's token that lacks what the operation needs, in GitHub's words; people may do everything. */
export function requirePermission(caller: Caller, needs: readonly Need[]): void {
  const { permissions } = caller
  if (permissions === undefined || needs.length === 0) return
  const granted = needs.some((need) => RANK[permissions[need.scope] ?? 'none'] >= RANK[need.level])
  if (!granted) throw new HttpError(403, 'Resource not accessible by integration')
}

/**
 * Refuses a job's token at another repository: what is private is not found, what is public can be read like by anybody.
 * Source: docs.github.com, "GITHUB_TOKEN": its permissions are limited to the repository that contains the workflow.
 */
export function requireOwnRepository(caller: Caller, repository: Repository, level: Need['level']): void {
  if (caller.job === undefined || isOf(caller.job.run.event, repository)) return
  if (repository.private) throw new HttpError(404, 'Not Found')
  if (level !== 'read') throw new HttpError(403, 'Resource not accessible by integration')
}

const isOf = (event: WorkflowEvent, repository: Repository): boolean =>
  event.repository.toLowerCase() === repository.fullName.toLowerCase()

/** The header in which GitHub names the permissions that would do. */
export function acceptedPermissions(needs: readonly Need[]): string {
  if (needs.length === 0) return 'allows_permissionless_access=true'
  return needs.map((need) => `${need.scope.replaceAll('-', '_')}=${need.level}`).join('; ')
}

/** Whether the event comes from code that its repository does not trust: a fork's, or Dependabot's pull request. */
export function isUntrusted(repository: Repository, event: WorkflowEvent): boolean {
  if (event.name !== 'pull_request') return false
  if (event.actor === 'dependabot[bot]') return true
  const pull = event.payload['pull_request'] as { head?: { repo?: { id?: number } | null } } | undefined
  return pull?.head?.repo?.id !== repository.id
}
