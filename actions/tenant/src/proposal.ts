import type { Proposal } from '../../../lib/github/proposals.ts'
import { keyOf, type Tenant } from '../../../lib/tenants/tenant.ts'
import type { Ports, RepositoryPort } from './ports.ts'

/** What a branch of this action's own is to have: one file of the registry, or none under that path. */
export type Proposed = Readonly<{
  path: string
  branch: string
  /** Undefined takes the file away. */
  text?: string
  title: string
  body: string
}>

/** Where it is proposed, and the pull request that is open already. */
export type Ground = Readonly<{
  base: Readonly<{ branch: string; sha: string }>
  open: Proposal | undefined
  repository: RepositoryPort
  ports: Ports
}>

/** The tenant's branch, which is this action's own. */
export const branchOf = (tenant: Pick<Tenant, 'client' | 'env'>): string =>
  `tenants/${keyOf(tenant).replace('/', '-')}`

/** Brings branch and pull request there, each step only where it is missing; `changed` tells whether any was. */
export async function bring(
  proposed: Proposed,
  { base, open, repository, ports }: Ground
): Promise<Readonly<{ proposal: Proposal; changed: boolean }>> {
  const { path, branch, text, title, body } = proposed
  // Without a pull request the branch is what an earlier attempt left, perhaps of long ago.
  if (open === undefined) await repository.placeBranch(branch, base.sha)
  const there = await repository.readFile(branch, path)
  const isOther = there?.text !== text
  if (isOther) {
    ports.signal.throwIfAborted()
    // The words first: what is committed is never more than they say, wherever this ends.
    if (open !== undefined) await repository.reword(open.number, { title, body })
    const replaced = there === undefined ? {} : { blob: there.blob }
    if (text !== undefined)
      await repository.commitFile({ branch, path }, { text, message: title, ...replaced })
    else if (there !== undefined)
      await repository.removeFile({ branch, path }, { message: title, blob: there.blob })
    ports.log.info(`${text === undefined ? 'Removed' : 'Committed'} ${path} on branch ${branch}.`)
  }
  if (open !== undefined) return { proposal: open, changed: isOther }
  const proposal = await repository.propose({ head: branch, base: base.branch }, { title, body })
  ports.log.info(`Opened ${proposal.url}.`)
  return { proposal, changed: true }
}

/** What `bring` would do, in order. */
export const describeSteps = ({ path, branch, text }: Proposed, base: string): readonly string[] => [
  `${text === undefined ? 'remove' : 'commit'} ${path} on branch ${branch}`,
  `open a pull request from ${branch} into ${base}, unless one is open`
]
