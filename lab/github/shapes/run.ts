import type { Artifact, JobRecord, Repository, RunRecord } from '../records.ts'
import type { CommitInfo } from '../git/history.ts'
import { findRepository, repositoryNamed, userNamed } from '../store.ts'
import type { World } from '../world.ts'
import { simpleCommitShape } from './commit.ts'
import { apiUrl, htmlUrl, minimalRepositoryShape, nodeId, userShape } from './repository.ts'
import type { Shape } from './schema.ts'
import type { WorkflowEvent } from '../../runner/ports.ts'

type PullFacts = Readonly<{
  id: number
  number: number
  title: string
  head: Readonly<{
    ref: string
    sha: string
    repo: Readonly<{ id: number; full_name: string; name: string }>
  }>
  base: Readonly<{ ref: string; sha: string }>
}>

const pullOf = (event: WorkflowEvent): PullFacts | undefined =>
  event.payload['pull_request'] as PullFacts | undefined

/** The commit that GitHub shows a run at: the head of a pull request, not its test merge. */
export const headSha = (event: WorkflowEvent): string => pullOf(event)?.head.sha ?? event.sha

/** The branch that GitHub shows a run at. */
export const headBranch = (event: WorkflowEvent): string =>
  pullOf(event)?.head.ref ?? event.ref.replace(/^refs\/(heads|tags)\//, '')

/** The repository whose code a run builds. */
export function headRepository(world: World, event: WorkflowEvent): Repository {
  const head = pullOf(event)?.head.repo.full_name ?? event.repository
  return findRepository(world.store, head) ?? repositoryNamed(world.store, event.repository)
}

function pullReferences(world: World, repository: Repository, event: WorkflowEvent) {
  const pull = pullOf(event)
  // GitHub leaves the list empty for forks.
  if (pull === undefined || pull.head.repo.id !== repository.id) return []
  const repo = { id: repository.id, url: apiUrl(world, repository), name: repository.name }
  return [
    {
      url: `${apiUrl(world, repository)}/pulls/${pull.number}`,
      id: pull.id,
      number: pull.number,
      head: { ref: pull.head.ref, sha: pull.head.sha, repo },
      base: { ref: pull.base.ref, sha: pull.base.sha, repo }
    }
  ]
}

function titleOf(event: WorkflowEvent, name: string): string {
  const commit = event.payload['head_commit'] as { message?: string } | undefined
  return pullOf(event)?.title ?? commit?.message?.split('\n')[0] ?? name
}

/** A workflow run at its head commit. */
export function runShape(world: World, record: RunRecord, head: CommitInfo) {
  const { run } = record
  const repository = repositoryNamed(world.store, run.event.repository)
  const url = `${apiUrl(world, repository)}/actions/runs/${run.id}`
  const workflow = repository.workflows.get(run.workflow)?.id ?? 0
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: headBranch(run.event),
    head_sha: headSha(run.event),
    head_commit: simpleCommitShape(head),
    path: run.workflow,
    display_title: run.title ?? titleOf(run.event, run.name),
    run_number: run.number,
    event: run.event.name,
    status: record.status,
    conclusion: record.conclusion,
    workflow_id: workflow,
    url,
    html_url: `${htmlUrl(world, repository)}/actions/runs/${run.id}`,
    pull_requests: pullReferences(world, repository, run.event),
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    actor: userShape(world, userNamed(world.store, run.event.actor)),
    run_attempt: run.attempt,
    referenced_workflows: [],
    run_started_at: record.startedAt,
    triggering_actor: userShape(world, userNamed(world.store, record.triggeringActor)),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    check_suite_id: run.id,
    check_suite_url: `${apiUrl(world, repository)}/check-suites/${run.id}`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${apiUrl(world, repository)}/actions/workflows/${workflow}`,
    repository: minimalRepositoryShape(world, repository),
    head_repository: minimalRepositoryShape(world, headRepository(world, run.event))
  } satisfies Shape<'workflow-run'>
}

/** A job of a run. */
export function jobShape(world: World, repository: Repository, record: JobRecord) {
  const { job } = record
  const { run } = job
  const page = `${htmlUrl(world, repository)}/actions/runs/${run.id}/job/${job.id}`
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${apiUrl(world, repository)}/actions/runs/${run.id}`,
    run_attempt: run.attempt,
    node_id: nodeId('Job', job.id),
    head_sha: headSha(run.event),
    head_branch: headBranch(run.event),
    url: `${apiUrl(world, repository)}/actions/jobs/${job.id}`,
    html_url: page,
    check_run_url: `${apiUrl(world, repository)}/check-runs/${job.id}`,
    status: record.status,
    conclusion: record.conclusion,
    created_at: record.createdAt,
    started_at: record.startedAt,
    completed_at: record.completedAt,
    name: job.name,
    workflow_name: run.name,
    labels: [],
    runner_id: 1,
    runner_name: 'lab',
    runner_group_id: 1,
    runner_group_name: 'Default',
    steps: []
  } satisfies Shape<'job'>
}

/** Whether the artifact's time is over: it is listed then, and cannot be downloaded. */
export const isExpired = ({ store }: World, artifact: Artifact): boolean =>
  Date.parse(artifact.expiresAt) <= store.clock.now()

/** An artifact. */
export function artifactShape(world: World, repository: Repository, artifact: Artifact) {
  const url = `${apiUrl(world, repository)}/actions/artifacts/${artifact.id}`
  const run = world.store.runs.get(artifact.runId)
  const event = run?.run.event
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(world, artifact),
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    ...(event === undefined
      ? {}
      : {
          workflow_run: {
            id: artifact.runId,
            repository_id: repository.id,
            head_repository_id: headRepository(world, event).id,
            head_branch: headBranch(event),
            head_sha: headSha(event)
          }
        })
  } satisfies Shape<'artifact'>
}
