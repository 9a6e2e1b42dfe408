import type { Repository } from '../records.ts'
import type { Pull, PullReview } from '../talk-records.ts'
import { repositoryNamed } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, nodeId, repositoryShape, userShape } from './repository.ts'
import type { Shape } from './schema.ts'

/** A pull request as lists show it, without the counts. */
export function pullListShape(world: World, repository: Repository, pull: Pull) {
  const head = repositoryNamed(world.store, pull.headRepository)
  const url = `${apiUrl(world, repository)}/pulls/${pull.number}`
  const addresses = addressesOf(world, repository, pull)
  return {
    url,
    ...addresses,
    _links: linksOf(url, addresses),
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userShape(world, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.state === 'closed' ? (pull.mergedAt ?? pull.updatedAt) : null,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeSha,
    assignee: null,
    assignees: [],
    milestone: null,
    auto_merge: null,
    requested_reviewers: [],
    labels: [],
    draft: pull.draft,
    head: {
      label: `${head.owner.login}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user: userShape(world, head.owner),
      repo: repositoryShape(world, head)
    },
    base: {
      label: `${repository.owner.login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: userShape(world, repository.owner),
      repo: repositoryShape(world, repository)
    },
    author_association:
      pull.headRepository === repository.fullName ? ('MEMBER' as const) : ('CONTRIBUTOR' as const)
  }
}

function addressesOf(world: World, repository: Repository, pull: Pull) {
  const page = `${htmlUrl(world, repository)}/pull/${pull.number}`
  const api = apiUrl(world, repository)
  return {
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${api}/issues/${pull.number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    review_comments_url: `${api}/pulls/${pull.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    statuses_url: `${api}/statuses/${pull.headSha}`
  }
}

const linksOf = (self: string, addresses: ReturnType<typeof addressesOf>) => ({
  self: { href: self },
  html: { href: addresses.html_url },
  issue: { href: addresses.issue_url },
  comments: { href: addresses.comments_url },
  review_comments: { href: addresses.review_comments_url },
  review_comment: { href: addresses.review_comment_url },
  commits: { href: addresses.commits_url },
  statuses: { href: addresses.statuses_url }
})

/** A pull request as its own page in the API and the webhook show it. */
export function pullShape(world: World, repository: Repository, pull: Pull) {
  return {
    ...pullListShape(world, repository, pull),
    merged: pull.mergedAt !== undefined,
    mergeable: pull.state === 'open' ? pull.mergeable : null,
    mergeable_state: pull.mergeable ? 'clean' : 'dirty',
    merged_by: pull.mergedBy === undefined ? null : userShape(world, pull.mergedBy),
    comments: [...repository.comments.values()].filter((one) => one.issue === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits,
    additions: pull.files.reduce((sum, file) => sum + file.additions, 0),
    deletions: pull.files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: pull.files.length
  } satisfies Shape<'pull-request'>
}

/** A review of a pull request. */
export function reviewShape(
  world: World,
  place: Readonly<{ repository: Repository; pull: Pull }>,
  review: PullReview
) {
  const page = `${htmlUrl(world, place.repository)}/pull/${place.pull.number}`
  const html = `${page}#pullrequestreview-${review.id}`
  const pullUrl = `${apiUrl(world, place.repository)}/pulls/${place.pull.number}`
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: userShape(world, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
    author_association: 'MEMBER'
  } satisfies Shape<'pull-request-review'>
}
