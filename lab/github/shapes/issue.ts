import type { Repository } from '../records.ts'
import { createHash } from 'node:crypto'
import type { Issue, Pull } from '../talk-records.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, nodeId, userShape } from './repository.ts'
import type { Shape } from './schema.ts'

type Place = Readonly<{ world: World; repository: Repository }>

function addressesOf({ world, repository }: Place, number: number) {
  const url = `${apiUrl(world, repository)}/issues/${number}`
  return {
    url,
    repository_url: apiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`
  }
}

const commentsOn = ({ repository }: Place, number: number): number =>
  [...repository.comments.values()].filter(({ issue }) => issue === number).length

/** What GitHub says of issues and of pull requests where it lists both. */
function commonShape(place: Place, { id, number }: Readonly<{ id: number; number: number }>) {
  return {
    ...addressesOf(place, number),
    id,
    node_id: nodeId('Issue', id),
    number,
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: commentsOn(place, number),
    author_association: 'MEMBER' as const
  }
}

/** An issue. */
export function issueShape(place: Place, issue: Issue) {
  const { world, repository } = place
  return {
    ...commonShape(place, issue),
    html_url: `${htmlUrl(world, repository)}/issues/${issue.number}`,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: userShape(world, issue.author),
    labels: issue.labels.map((name) => labelShape(place, name)),
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === undefined ? null : userShape(world, issue.closedBy),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt
  } satisfies Shape<'issue'>
}

/** A pull request as the list of issues shows it. */
export function pullAsIssue(place: Place, pull: Pull) {
  const { world, repository } = place
  const page = `${htmlUrl(world, repository)}/pull/${pull.number}`
  return {
    ...commonShape(place, pull),
    html_url: page,
    state: pull.state,
    state_reason: null,
    title: pull.title,
    body: pull.body,
    user: userShape(world, pull.author),
    labels: [],
    draft: pull.draft,
    closed_at: pull.state === 'closed' ? (pull.mergedAt ?? pull.updatedAt) : null,
    closed_by: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    pull_request: {
      url: `${apiUrl(world, repository)}/pulls/${pull.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull.mergedAt ?? null
    }
  } satisfies Shape<'issue'>
}

function labelShape({ world, repository }: Place, name: string) {
  const id = createHash('sha256').update(name).digest().readUInt32BE()
  return {
    id,
    node_id: nodeId('Label', id),
    url: `${apiUrl(world, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    color: 'ededed',
    default: false,
    description: null
  }
}
