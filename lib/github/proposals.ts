import { UserError } from '../errors.ts'
import { hasStatus, type GitHub } from './connection.ts'

/** An open pull request. */
export type Proposal = Readonly<{ number: number; url: string }>

/** Branches of this repository: what is proposed, and where it is to go. */
export type Route = Readonly<{ head: string; base: string }>

/** The open pull request from one branch to the other; undefined when there is none. */
export async function findProposal(github: GitHub, { head, base }: Route): Promise<Proposal | undefined> {
  const { data } = await github.call(`find the pull request of branch ${head}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/pulls', {
      ...github.repo,
      state: 'open',
      head: `${github.repo.owner}:${head}`,
      base,
      per_page: 1
    })
  )
  const [pull] = data
  return pull === undefined ? undefined : { number: pull.number, url: pull.html_url }
}

/** Opens a pull request, or finds the one that is open already. */
export async function propose(
  github: GitHub,
  route: Route,
  { title, body }: Readonly<{ title: string; body: string }>
): Promise<Proposal> {
  try {
    const { data } = await github.call(`open a pull request of branch ${route.head}`, (octokit) =>
      octokit.request('POST /repos/{owner}/{repo}/pulls', { ...github.repo, ...route, title, body })
    )
    return { number: data.number, url: data.html_url }
  } catch (error) {
    const open = hasStatus(error, 422) ? await findProposal(github, route) : undefined
    if (open !== undefined) return open
    if (!hasStatus(error, 403)) throw error
    throw new UserError(
      `${(error as Error).message} If the job has 'pull-requests: write', tick 'Allow GitHub Actions to create and approve pull requests' under Settings → Actions, or pass the token of an App.`,
      { cause: error }
    )
  }
}

/** The text that a pull request was opened with, or last reworded to. */
export async function bodyOf(github: GitHub, number: number): Promise<string> {
  const { data } = await github.call(`read pull request ${number}`, (octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...github.repo, pull_number: number })
  )
  return data.body ?? ''
}

/** Gives a pull request other words. */
export async function reword(
  github: GitHub,
  number: number,
  words: Readonly<{ title: string; body: string }>
): Promise<void> {
  await github.call(`reword pull request ${number}`, (octokit) =>
    octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...github.repo,
      pull_number: number,
      ...words
    })
  )
}
