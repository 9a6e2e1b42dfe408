/** Pull requests, their files, commits and reviews. */
import { commitsBetween } from '../git/history.ts'
import { resolveCommit } from '../git/git.ts'
import { paginate } from '../pagination.ts'
import type { Repository } from '../records.ts'
import type { Pull } from '../talk-records.ts'
import {
  type Call,
  existing,
  HttpError,
  needs,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route
} from '../route.ts'
import { commitShape, fileShape } from '../shapes/commit.ts'
import { pullListShape, pullShape, reviewShape } from '../shapes/pull.ts'
import { gitOf } from '../world.ts'

const pullOf = (call: Call): Pull => existing(repositoryOf(call).pulls, numberIn(call, 'pull_number'))

const get = (call: Call): Reply => ok(pullShape(call.world, repositoryOf(call), pullOf(call)))

function list(call: Call): Reply {
  const repository = repositoryOf(call)
  const { query } = call
  const state = query.get('state') ?? 'open'
  const base = query.get('base')
  const head = query.get('head')
  const sort = query.get('sort') ?? 'created'
  if (sort !== 'created') throw new HttpError(501, `The lab's GitHub does not sort pull requests by ${sort}.`)
  const pulls = [...repository.pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === null || pull.baseRef === base)
    .filter((pull) => head === null || labelOf(pull) === head)
  const ordered = query.get('direction') === 'asc' ? pulls : pulls.toReversed()
  return paginate(call, ordered, (page) => page.map((pull) => pullListShape(call.world, repository, pull)))
}

const labelOf = (pull: Pull): string => `${pull.headRepository.split('/')[0]}:${pull.headRef}`

function files(call: Call): Reply {
  const repository = repositoryOf(call)
  const pull = pullOf(call)
  const place = { repository, sha: pull.headSha }
  return paginate(call, pull.files, (page) => page.map((file) => fileShape(call.world, place, file)))
}

async function listCommits(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const pull = pullOf(call)
  const found = await commitsBetween(gitOf(repository), pull.baseSha, pull.headSha)
  return paginate(call, found, (page) => page.map((one) => commitShape(call.world, repository, one)))
}

function reviews(call: Call): Reply {
  const place = { repository: repositoryOf(call), pull: pullOf(call) }
  return paginate(call, place.pull.reviews, (page) =>
    page.map((review) => reviewShape(call.world, place, review))
  )
}

/** Pull requests that brought the commit onto the base branch, and open ones that have it as a commit of theirs. */
async function ofCommit(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const git = gitOf(repository)
  const sha = await resolveCommit(git, call.params['ref'] ?? '')
  if (sha === undefined) throw new HttpError(422, `No commit found for SHA: ${call.params['ref']}`)
  const pulls = [...repository.pulls.values()]
  const has = await Promise.all(pulls.map((pull) => brings(repository, pull, sha)))
  const found = pulls.filter((_, index) => has[index])
  return paginate(call, found, (page) => page.map((pull) => pullListShape(call.world, repository, pull)))
}

async function brings(repository: Repository, pull: Pull, sha: string): Promise<boolean> {
  if (pull.mergedAt !== undefined && pull.mergeSha === sha) return true
  const commits = await commitsBetween(gitOf(repository), pull.baseSha, pull.headSha)
  return commits.some((commit) => commit.sha === sha)
}

const PULLS = '/repos/{owner}/{repo}/pulls'
const read = needs('pull-requests')

/** Pull-request operations. */
export const pullRoutes: readonly Route[] = [
  { operation: `GET ${PULLS}`, needs: read, handle: list },
  { operation: `GET ${PULLS}/{pull_number}`, needs: read, handle: get },
  { operation: `GET ${PULLS}/{pull_number}/files`, needs: read, handle: files },
  { operation: `GET ${PULLS}/{pull_number}/commits`, needs: read, handle: listCommits },
  { operation: `GET ${PULLS}/{pull_number}/reviews`, needs: read, handle: reviews },
  { operation: 'GET /repos/{owner}/{repo}/commits/{ref}/pulls', needs: read, handle: ofCommit }
]
