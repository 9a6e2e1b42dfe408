import type { Repository } from '../records.ts'
import type { Comment } from '../talk-records.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, nodeId, userShape } from './repository.ts'
import type { Shape } from './schema.ts'

/** A comment of an issue or pull request. */
export function commentShape(world: World, repository: Repository, comment: Comment) {
  const isPull = repository.pulls.has(comment.issue)
  const page = `${htmlUrl(world, repository)}/${isPull ? 'pull' : 'issues'}/${comment.issue}`
  const url = `${apiUrl(world, repository)}/issues/comments/${comment.id}`
  return {
    url,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${apiUrl(world, repository)}/issues/${comment.issue}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: userShape(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: comment.user.type === 'Bot' ? 'NONE' : 'MEMBER',
    performed_via_github_app: null
  } satisfies Shape<'issue-comment'>
}
