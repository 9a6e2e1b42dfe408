import type { GitHub } from './connection.ts'
import { textAt } from './payload.ts'

/** An issue that a bot, or the token's own person, has written. */
export type Issue = Readonly<{
  number: number
  url: string
  title: string
  body: string
  isOpen: boolean
  /** Why it was closed: completed, not_planned …; '' while it is open. */
  reason: string
}>

/** What an issue becomes; fields that are left out stay. */
export type IssueChange = Readonly<{
  title?: string
  body?: string
  state?: 'open' | 'closed'
  state_reason?: 'completed' | 'not_planned' | 'reopened'
}>

/** Our issues with a label, open and closed, the oldest first. What other people wrote is not ours, whatever it says. */
export async function listOwnIssues(github: GitHub, label: string): Promise<readonly Issue[]> {
  const found = await github.call(`list the issues labelled ${label}`, (octokit) =>
    octokit.paginate('GET /repos/{owner}/{repo}/issues', {
      ...github.repo,
      labels: label,
      state: 'all',
      sort: 'created',
      direction: 'asc',
      per_page: 100
    })
  )
  const login = await personOf(github)
  return found
    .filter((issue) => !('pull_request' in issue) && isOwn(issue.user, login))
    .map((issue) => ({
      number: issue.number,
      url: issue.html_url,
      title: issue.title,
      body: issue.body ?? '',
      isOpen: issue.state === 'open',
      reason: issue.state === 'open' ? '' : (issue.state_reason ?? '')
    }))
}

/** A job's or an App's issues are a bot's. */
const isOwn = (user: unknown, login: string | undefined): boolean =>
  login === undefined ? textAt(user, 'type') === 'Bot' : textAt(user, 'login') === login

/** The person whose token it is; undefined for those of jobs and Apps. */
async function personOf(github: GitHub): Promise<string | undefined> {
  if (!/^(?:ghp|gho|ghu|github_pat)_/.test(github.token)) return undefined
  const { data } = await github.call('read whose token it is', (octokit) => octokit.request('GET /user'))
  return data.login
}

/** Opens an issue; asked once, for an answer that is lost may have opened it. */
export async function openIssue(
  github: GitHub,
  { title, body, label }: Readonly<{ title: string; body: string; label: string }>
): Promise<Readonly<{ number: number; url: string }>> {
  const { data } = await github.callOnce(`open an issue '${title}'`, (octokit) =>
    octokit.request('POST /repos/{owner}/{repo}/issues', { ...github.repo, title, body, labels: [label] })
  )
  return { number: data.number, url: data.html_url }
}

/** Changes an issue in one request. */
export async function changeIssue(github: GitHub, number: number, change: IssueChange): Promise<void> {
  await github.call(`change issue ${number}`, (octokit) =>
    octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...github.repo,
      issue_number: number,
      ...change
    })
  )
}
