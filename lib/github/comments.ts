import { systemClock } from '../clock.ts'
import { UserError } from '../errors.ts'
import { hasStatus, orMissing, type GitHub } from './connection.ts'

/** The comment that plan-comment owns and apply-gated adds to. */
export const PLAN_MARKER = '<!-- caliber:plan:v1 -->'

export type Comment = Readonly<{ id: number; url: string; body: string }>
export type UpsertedComment = Readonly<{ id: number; url: string; changed: boolean }>

/** Thrown when GitHub does not take a body for its length: write a shorter one. */
export class CommentTooLongError extends UserError {
  override name = 'CommentTooLongError'
}

type Place = Readonly<{ issueNumber: number; marker: string }>

/** Our own comment whose first line is exactly `marker`; comments of people that carry it are not ours. */
export async function findComment(github: GitHub, place: Place): Promise<Comment | undefined> {
  return (await ownComments(github, place))[0]
}

/** All of them, the oldest first: there is a second one where a job ended before it took its own back. */
async function ownComments(github: GitHub, { issueNumber, marker }: Place): Promise<readonly Comment[]> {
  const comments = await github.call('list the comments of the pull request', (octokit) =>
    octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...github.repo,
      issue_number: issueNumber,
      per_page: 100
    })
  )
  const marked = comments.filter(({ body }) => firstLine(body ?? '') === marker)
  const login = await ownLogin(
    github,
    marked.map(({ user }) => user?.login ?? '')
  )
  return marked
    .filter(({ user }) => user?.login === login)
    .map(({ id, html_url: url, body }) => ({ id, url, body: body ?? '' }))
}

/** Creates or rewrites the one comment that `marker` names, and takes a second one away; leaves alone what reads so already. */
export async function upsertComment(
  github: GitHub,
  { issueNumber, marker, body }: Place & Readonly<{ body: string }>
): Promise<UpsertedComment> {
  const text = firstLine(body) === marker ? body : `${marker}\n${body}`
  const [existing, ...doubled] = await ownComments(github, { issueNumber, marker })
  if (existing === undefined) return createOnce(github, { issueNumber, marker, body: text })
  for (const { id } of doubled) await deleteComment(github, id)
  if (sameText(existing.body, text)) return { id: existing.id, url: existing.url, changed: false }
  await rewriteComment(github, { id: existing.id, body: text })
  return { id: existing.id, url: existing.url, changed: true }
}

/** Two jobs may both find no comment and both write one: the younger is taken back in favour of the older. */
async function createOnce(
  github: GitHub,
  place: Place & Readonly<{ body: string }>
): Promise<UpsertedComment> {
  const created = await createComment(github, place)
  const oldest = await findComment(github, place)
  if (oldest === undefined || oldest.id === created.id) return created
  await deleteComment(github, created.id)
  await rewriteComment(github, { id: oldest.id, body: place.body })
  return { id: oldest.id, url: oldest.url, changed: true }
}

type Amendment = Place &
  Readonly<{
    /** Must give back a body that already has our part as it is. */
    amend: (body: string) => string
    /** How long other jobs may take between reading and writing, in milliseconds: we look again after that. */
    settleMs?: number
  }>

/**
 * Changes our comment by a pure function of its body, and looks again afterwards: when another job wrote in between
 * and our part is gone, it is added again. Undefined when there is no such comment.
 */
export async function amendComment(
  github: GitHub,
  { amend, settleMs = 1500, ...place }: Amendment
): Promise<UpsertedComment | undefined> {
  let changed = false
  for (let round = 0; round < 5; round += 1) {
    const comment = await findComment(github, place)
    if (comment === undefined) return undefined
    const body = amend(comment.body)
    if (sameText(body, comment.body)) return { id: comment.id, url: comment.url, changed }
    await rewriteComment(github, { id: comment.id, body })
    changed = true
    await systemClock.sleep(settleMs, github.signal)
  }
  throw new Error(
    `The comment of pull request #${place.issueNumber} was rewritten by others five times in a row`
  )
}

async function createComment(
  github: GitHub,
  { issueNumber, body }: Readonly<{ issueNumber: number; body: string }>
): Promise<UpsertedComment> {
  const { data } = await sized(
    github.callOnce('comment on the pull request', (octokit) =>
      octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: issueNumber,
        body
      })
    )
  )
  if (data.user?.login !== undefined) ownLogins.set(github, data.user.login)
  return { id: Number(data.id), url: data.html_url, changed: true }
}

async function rewriteComment(
  github: GitHub,
  { id, body }: Readonly<{ id: number; body: string }>
): Promise<void> {
  await sized(
    github.call('rewrite the comment of the pull request', (octokit) =>
      octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id,
        body
      })
    )
  )
}

async function deleteComment(github: GitHub, id: number): Promise<void> {
  await orMissing(
    github.call('delete a second comment of the pull request', (octokit) =>
      octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id
      })
    )
  )
}

async function sized<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (hasStatus(error, 422)) {
      throw new CommentTooLongError('GitHub does not take the comment (422): it is too long.', {
        cause: error
      })
    }
    throw error
  }
}

/** GitHub may turn line ends into CRLF and trims the end. */
const sameText = (left: string, right: string): boolean => normalise(left) === normalise(right)
const normalise = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd()
const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0]?.trimEnd() ?? ''

const JOB_LOGIN = 'github-actions[bot]'
/** Who a connection's token comments as, once that is known. */
const ownLogins = new WeakMap<GitHub, string>()

/**
 * A person's token comments as that person, the job's own as github-actions[bot], an App's as its bot. The last two look
 * alike, so GitHub is asked only where a bot of another name has written such a comment.
 */
async function ownLogin(github: GitHub, authors: readonly string[]): Promise<string> {
  const known = ownLogins.get(github)
  if (known !== undefined) return known
  const isPerson = /^(?:ghp|gho|ghu|github_pat)_/.test(github.token)
  const others = authors.some((author) => author.endsWith('[bot]') && author !== JOB_LOGIN)
  if (!isPerson && !others) return JOB_LOGIN
  const login = isPerson ? await personLogin(github) : await viewerLogin(github)
  ownLogins.set(github, login)
  return login
}

async function personLogin(github: GitHub): Promise<string> {
  const { data } = await github.call('read whose token it is', (octokit) => octokit.request('GET /user'))
  return data.login
}

/** GET /user refuses the tokens of jobs and Apps; only GraphQL tells who they are. */
async function viewerLogin(github: GitHub): Promise<string> {
  try {
    const { viewer } = await github.callOnce('read whose token it is', (octokit) =>
      octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
    )
    return viewer.login
  } catch {
    return JOB_LOGIN
  }
}
