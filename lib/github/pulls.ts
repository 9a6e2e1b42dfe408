import type { GitHub } from './connection.ts'
import type { PullRequest } from './context.ts'

/** The merged pull request whose merge made this commit; undefined for a commit that was pushed directly. */
export async function pullRequestOf(github: GitHub, sha: string): Promise<PullRequest | undefined> {
  const pulls = await github.call('find the pull request of the commit', (octokit) =>
    octokit.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
      ...github.repo,
      commit_sha: sha,
      per_page: 100
    })
  )
  const merged = pulls.find((pull) => pull.merged_at !== null && pull.merge_commit_sha === sha)
  if (merged === undefined) return undefined
  const headRepository = (merged.head.repo as { id: number } | null)?.id
  return {
    number: merged.number,
    headSha: merged.head.sha,
    baseRef: merged.base.ref,
    author: merged.user?.login ?? '',
    ...(headRepository === undefined ? {} : { headRepositoryId: String(headRepository) })
  }
}

/** Logins of a commit's author and committer; GitHub's own committer (web-flow) is left out. */
export async function commitAuthors(github: GitHub, sha: string): Promise<readonly string[]> {
  const { data } = await github.call('read the commit', (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...github.repo, ref: sha })
  )
  const logins = [data.author, data.committer].map(
    (person) => (person as { login?: string } | null)?.login ?? ''
  )
  return [...new Set(logins.filter((login) => login !== '' && login !== 'web-flow'))]
}
