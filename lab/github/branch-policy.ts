import { minimatch } from 'minimatch'
import type { Environment, Repository } from './records.ts'

const PATTERN = { dot: true, nobrace: true, nocomment: true, nonegate: true, noext: true }

/** Why the environment's branch rule refuses the ref, in GitHub's words; undefined when it allows it. */
export function refusedByBranchRule(
  repository: Repository,
  environment: Environment,
  ref: string
): string | undefined {
  if (isAllowed(repository, environment, ref)) return undefined
  const kind = ref.startsWith('refs/tags/') ? 'Tag' : 'Branch'
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  return `${kind} "${name}" is not allowed to deploy to ${environment.name} due to environment protection rules.`
}

function isAllowed(repository: Repository, { rules }: Environment, ref: string): boolean {
  if (rules.protectedBranches === true) {
    // As on GitHub: without any protected branch every branch may deploy.
    const { protectedBranches } = repository
    return protectedBranches.size === 0 || protectedBranches.has(ref.replace(/^refs\/heads\//, ''))
  }
  if (rules.branches === undefined && rules.tags === undefined) return true
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1]
  if (tag !== undefined) return matches(rules.tags, tag)
  // A pull request's ref is no branch: it is compared whole.
  return matches(rules.branches, ref.replace(/^refs\/heads\//, ''))
}

const matches = (patterns: readonly string[] | undefined, name: string): boolean =>
  (patterns ?? []).some((pattern) => minimatch(name, pattern, PATTERN))
