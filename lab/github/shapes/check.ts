import type { CheckAnnotation, CheckRun, CommitStatus, Repository } from '../records.ts'
import { userNamed } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, nodeId, userShape } from './repository.ts'
import type { Shape } from './schema.ts'

/** GitHub's id of the app behind GITHUB_TOKEN. */
const ACTIONS_APP = 15_368
const APP_MADE = '2018-07-30T09:30:17Z'

/** A check run; every one here was made with a token of GitHub Actions. */
export function checkRunShape(world: World, repository: Repository, run: CheckRun) {
  const url = `${apiUrl(world, repository)}/check-runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${htmlUrl(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status as 'completed',
    conclusion: run.conclusion as 'success',
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`
    },
    check_suite: { id: repository.id },
    app: {
      id: ACTIONS_APP,
      slug: 'github-actions',
      node_id: nodeId('App', ACTIONS_APP),
      owner: userShape(world, userNamed(world.store, 'github')),
      name: 'GitHub Actions',
      created_at: APP_MADE,
      updated_at: APP_MADE,
      permissions: { actions: 'write', checks: 'write', contents: 'write', metadata: 'read' },
      events: [],
      description: 'Automate your workflow from idea to production',
      external_url: 'https://help.github.com/en/actions',
      html_url: `${world.urls.server}/apps/github-actions`
    },
    pull_requests: []
  } satisfies Shape<'check-run'>
}

/** A remark of a check run. */
export function checkAnnotationShape(
  world: World,
  place: Readonly<{ repository: Repository; sha: string }>,
  remark: CheckAnnotation
) {
  return {
    path: remark.path,
    blob_href: `${htmlUrl(world, place.repository)}/blob/${place.sha}/${remark.path}`,
    start_line: remark.startLine,
    end_line: remark.endLine,
    start_column: remark.startColumn,
    end_column: remark.endColumn,
    annotation_level: remark.level,
    title: remark.title,
    message: remark.message,
    raw_details: remark.rawDetails
  } satisfies Shape<'check-annotation'>
}

/** A commit status. */
export function statusShape(world: World, repository: Repository, status: CommitStatus) {
  return {
    url: `${apiUrl(world, repository)}/statuses/${status.sha}`,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    avatar_url: userShape(world, status.creator).avatar_url,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: userShape(world, status.creator)
  } satisfies Shape<'status'>
}
