/** Opening pull requests by the API, and changing them. */
import { changedSince, commitsBetween } from '../git/history.ts'
import { resolveCommit } from '../git/git.ts'
import { closePullRequest, openPullRequest } from '../people/pulls.ts'
import type { Repository } from '../records.ts'
import type { Pull } from '../talk-records.ts'
import {
  type Call,
  created,
  existing,
  HttpError,
  needs,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { pullShape } from '../shapes/pull.ts'
import { gitOf } from '../world.ts'
import type { WorkflowEvent } from '../../runner/ports.ts'

function refuse(message: string): never {
  throw new HttpError(422, 'Validation Failed', {
    errors: [{ resource: 'PullRequest', code: 'custom', message }]
  })
}

/** What a person does starts workflows; what a job does with its own token does not. */
async function tell(call: Call, event: WorkflowEvent): Promise<void> {
  if (call.caller.job === undefined) await call.world.raised.raise(event)
}

type Branches = Readonly<{ head: string; base: string; fork?: string }>

/** `branch`, or `owner:branch` for the fork of another owner. */
function branchesIn(call: Call, repository: Repository): Branches {
  const [owner, head] = (textIn(call, 'head') ?? '').split(':')
  const base = textIn(call, 'base') ?? ''
  if (head === undefined) return { head: owner ?? '', base }
  return owner === repository.owner.login
    ? { head, base }
    : { head, base, fork: `${owner}/${repository.name}` }
}

async function requireNew(repository: Repository, { head, base, fork }: Branches): Promise<void> {
  const git = gitOf(repository)
  const from = fork === undefined ? await resolveCommit(git, `refs/heads/${head}`) : undefined
  const to = await resolveCommit(git, `refs/heads/${base}`)
  if (to === undefined) refuse(`Base ${base} is invalid`)
  if (fork !== undefined) return
  if (from === undefined) refuse(`Head ${head} is invalid`)
  const open = [...repository.pulls.values()].find(
    (pull) => pull.state === 'open' && pull.headRef === head && pull.baseRef === base
  )
  if (open !== undefined) refuse(`A pull request already exists for ${repository.owner.login}:${head}.`)
  const commits = await commitsBetween(git, to, from)
  const files = await changedSince(git, to, from)
  if (commits.length === 0 && files.length === 0) refuse(`No commits between ${base} and ${head}`)
}

async function create(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  if (call.caller.job !== undefined && !repository.jobsMayPropose) {
    throw new HttpError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  }
  const branches = branchesIn(call, repository)
  await requireNew(repository, branches)
  const { number, event } = await openPullRequest(call.world, {
    ...branches,
    repository: repository.fullName,
    title: textIn(call, 'title') ?? '',
    body: textIn(call, 'body') ?? '',
    draft: call.body['draft'] === true,
    author: call.caller.user.login
  })
  await tell(call, event)
  return created(pullShape(call.world, repository, existing(repository.pulls, number)))
}

async function update(call: Call): Promise<Reply> {
  const { world, caller } = call
  const repository = repositoryOf(call)
  const pull: Pull = existing(repository.pulls, numberIn(call, 'pull_number'))
  pull.title = textIn(call, 'title') ?? pull.title
  pull.body = textIn(call, 'body') ?? pull.body
  pull.updatedAt = world.store.timestamp()
  if (textIn(call, 'state') === 'closed' && pull.state === 'open') {
    const place = { repository: repository.fullName, number: pull.number, by: caller.user.login }
    await tell(call, closePullRequest(world, place).event)
  }
  return ok(pullShape(world, repository, pull))
}

const PULLS = '/repos/{owner}/{repo}/pulls'

/** Operations that write pull requests. */
export const proposalRoutes: readonly Route[] = [
  { operation: `POST ${PULLS}`, needs: needs('pull-requests', 'write'), handle: create },
  { operation: `PATCH ${PULLS}/{pull_number}`, needs: needs('pull-requests', 'write'), handle: update }
]
