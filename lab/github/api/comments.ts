/** Comments of issues and pull requests. */
import { paginate } from '../pagination.ts'
import type { Comment } from '../talk-records.ts'
import {
  type Call,
  created,
  existing,
  HttpError,
  invalid,
  type Need,
  noContent,
  notFound,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { commentShape } from '../shapes/comment.ts'

const LONGEST_BODY = 65_536

/** Either scope will do: a pull request is an issue too. */
const either = (level: 'read' | 'write'): readonly Need[] => [
  { scope: 'issues', level },
  { scope: 'pull-requests', level }
]

function bodyOf(call: Call): string {
  const body = textIn(call, 'body') ?? ''
  if (body.trim() === '') {
    throw new HttpError(422, 'Validation Failed', {
      errors: [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }]
    })
  }
  if (Array.from(body).length > LONGEST_BODY) {
    throw invalid('IssueComment', 'data', `Body is too long (maximum is ${LONGEST_BODY} characters)`)
  }
  return body
}

function issueOf(call: Call): number {
  const number = numberIn(call, 'issue_number')
  const { pulls, issues } = repositoryOf(call)
  if (!pulls.has(number) && !issues.has(number)) throw notFound()
  return number
}

function list(call: Call): Reply {
  const repository = repositoryOf(call)
  const issue = issueOf(call)
  const since = call.query.get('since') ?? ''
  const comments = [...repository.comments.values()].filter(
    (comment) => comment.issue === issue && comment.updatedAt >= since
  )
  return paginate(call, comments, (page) =>
    page.map((comment) => commentShape(call.world, repository, comment))
  )
}

function create(call: Call): Reply {
  const { store } = call.world
  const repository = repositoryOf(call)
  const now = store.timestamp()
  const comment: Comment = {
    id: store.nextId(),
    issue: issueOf(call),
    user: call.caller.user,
    body: bodyOf(call),
    createdAt: now,
    updatedAt: now
  }
  repository.comments.set(comment.id, comment)
  return created(commentShape(call.world, repository, comment))
}

const commentOf = (call: Call): Comment => existing(repositoryOf(call).comments, numberIn(call, 'comment_id'))

const get = (call: Call): Reply => ok(commentShape(call.world, repositoryOf(call), commentOf(call)))

function update(call: Call): Reply {
  const comment = commentOf(call)
  comment.body = bodyOf(call)
  comment.updatedAt = call.world.store.timestamp()
  return get(call)
}

function remove(call: Call): Reply {
  repositoryOf(call).comments.delete(commentOf(call).id)
  return noContent
}

const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}'
const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments'

/** Comment operations. */
export const commentRoutes: readonly Route[] = [
  { operation: `GET ${COMMENTS}`, needs: either('read'), handle: list },
  { operation: `POST ${COMMENTS}`, needs: either('write'), handle: create },
  { operation: `GET ${COMMENT}`, needs: either('read'), handle: get },
  { operation: `PATCH ${COMMENT}`, needs: either('write'), handle: update },
  { operation: `DELETE ${COMMENT}`, needs: either('write'), handle: remove }
]
