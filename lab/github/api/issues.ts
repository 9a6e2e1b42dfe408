/** Issues, and pull requests where GitHub lists them as issues. */
import { paginate } from '../pagination.ts'
import type { Repository } from '../records.ts'
import type { Issue, Pull, StateReason } from '../talk-records.ts'
import {
  type Call,
  created,
  existing,
  invalid,
  type Need,
  needs,
  notFound,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { issueShape, pullAsIssue } from '../shapes/issue.ts'

const placeOf = (call: Call) => ({ world: call.world, repository: repositoryOf(call) })

const both = (repository: Repository): readonly (Issue | Pull)[] =>
  [...repository.issues.values(), ...repository.pulls.values()].toSorted(
    (one, other) => one.number - other.number
  )

const isPull = (one: Issue | Pull): one is Pull => 'headRef' in one

const shapeOf = (call: Call, one: Issue | Pull) =>
  isPull(one) ? pullAsIssue(placeOf(call), one) : issueShape(placeOf(call), one)

const orders = {
  created: ({ createdAt, number }: Issue | Pull) => `${createdAt} ${String(number).padStart(9, '0')}`,
  updated: ({ updatedAt, number }: Issue | Pull) => `${updatedAt} ${String(number).padStart(9, '0')}`
}

/** Newest first unless told otherwise; of labels an issue has to have each. */
function list(call: Call): Reply {
  const { query } = call
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '')
  const creator = query.get('creator')
  const since = query.get('since') ?? ''
  const order = query.get('sort') === 'updated' ? orders.updated : orders.created
  const found = both(repositoryOf(call))
    .filter((one) => state === 'all' || one.state === state)
    .filter((one) => labels.every((name) => !isPull(one) && one.labels.includes(name)))
    .filter((one) => creator === null || one.author.login === creator)
    .filter((one) => one.updatedAt >= since)
    .toSorted((one, other) => order(other).localeCompare(order(one)))
  const ordered = query.get('direction') === 'asc' ? found.toReversed() : found
  return paginate(call, ordered, (page) => page.map((one) => shapeOf(call, one)))
}

function find(call: Call): Issue | Pull {
  const number = numberIn(call, 'issue_number')
  const found = both(repositoryOf(call)).find((one) => one.number === number)
  if (found === undefined) throw notFound()
  return found
}

const get = (call: Call): Reply => ok(shapeOf(call, find(call)))

function labelsIn(call: Call): string[] | undefined {
  const given = call.body['labels'] as readonly (string | Readonly<{ name?: string }>)[] | undefined
  const names = given?.map((one) => (typeof one === 'string' ? one : (one.name ?? '')))
  return names === undefined ? undefined : [...new Set(names)]
}

function titleIn(call: Call): string | undefined {
  const given = call.body['title'] as string | number | null | undefined
  const title = given?.toString()
  if (title?.trim() === '') throw invalid('Issue', 'title', "title can't be blank")
  return title
}

function create(call: Call): Reply {
  const { store } = call.world
  const repository = repositoryOf(call)
  const now = store.timestamp()
  const issue: Issue = {
    id: store.nextId(),
    number: repository.nextIssue,
    title: titleIn(call) ?? '',
    body: textIn(call, 'body') ?? null,
    author: call.caller.user,
    state: 'open',
    stateReason: null,
    labels: labelsIn(call) ?? [],
    createdAt: now,
    updatedAt: now,
    closedAt: null
  }
  repository.nextIssue += 1
  repository.issues.set(issue.number, issue)
  return created(issueShape(placeOf(call), issue))
}

function update(call: Call): Reply {
  const issue = existing(repositoryOf(call).issues, numberIn(call, 'issue_number'))
  issue.title = titleIn(call) ?? issue.title
  issue.body = textIn(call, 'body') ?? issue.body
  issue.labels = labelsIn(call) ?? issue.labels
  issue.updatedAt = call.world.store.timestamp()
  const state = textIn(call, 'state')
  if (state !== undefined && state !== issue.state) turn(call, issue)
  return ok(issueShape(placeOf(call), issue))
}

/** Closes an issue that is open, or opens one that is closed. */
function turn(call: Call, issue: Issue): void {
  const closes = issue.state === 'open'
  issue.state = closes ? 'closed' : 'open'
  const reason = textIn(call, 'state_reason') as StateReason | undefined
  issue.stateReason = reason ?? (closes ? 'completed' : 'reopened')
  issue.closedAt = closes ? issue.updatedAt : null
  if (closes) issue.closedBy = call.caller.user
  else delete issue.closedBy
}

const either: readonly Need[] = [...needs('issues'), ...needs('pull-requests')]
const ISSUES = '/repos/{owner}/{repo}/issues'

/** Issue operations. */
export const issueRoutes: readonly Route[] = [
  { operation: `GET ${ISSUES}`, needs: either, handle: list },
  { operation: `POST ${ISSUES}`, needs: needs('issues', 'write'), handle: create },
  { operation: `GET ${ISSUES}/{issue_number}`, needs: either, handle: get },
  { operation: `PATCH ${ISSUES}/{issue_number}`, needs: needs('issues', 'write'), handle: update }
]
