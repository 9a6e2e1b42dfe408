/** What the runner tells of runs and jobs, kept as the REST API shows it: run, job, check run, deployment. */
import type { Annotation, Conclusion, Job, Run, Status } from '../runner/ports.ts'
import type { JobRecord, RunRecord } from './records.ts'
import { headSha } from './shapes/run.ts'
import { repositoryNamed, type Store } from './store.ts'
import type { World } from './world.ts'

export type Change = Readonly<{ status: Status; conclusion: Conclusion | null }>

/** Keeps a run's state; a new attempt leaves the one before it readable, and its approvals in the list. */
export function recordRun(store: Store, run: Run, { status, conclusion }: Change): void {
  const known = store.runs.get(run.id)
  if (known?.run.attempt === run.attempt) {
    Object.assign(known, { run, status, conclusion, updatedAt: store.timestamp() })
    return
  }
  store.runs.set(run.id, beginRun(store, run, { known, status }))
}

function beginRun(
  store: Store,
  run: Run,
  begun: Readonly<{ known: RunRecord | undefined; status: Status }>
): RunRecord {
  const now = store.timestamp()
  const { known, status } = begun
  return {
    run,
    status,
    conclusion: null,
    createdAt: known?.createdAt ?? now,
    startedAt: now,
    updatedAt: now,
    triggeringActor: run.triggeringActor ?? run.event.actor,
    approvals: known?.approvals ?? [],
    pending: new Map(),
    earlier: known === undefined ? [] : [...known.earlier, known]
  }
}

/** Keeps a job's state; it is a check run of the commit, too. */
export function recordJob(world: World, job: Job, change: Change): void {
  const { store } = world
  const record = updateJob(store, job, change)
  const { status, conclusion, startedAt, completedAt } = record
  const repository = repositoryNamed(store, job.run.event.repository)
  repository.checkRuns.set(job.id, {
    id: job.id,
    name: job.name,
    headSha: headSha(job.run.event),
    externalId: String(job.id),
    detailsUrl: `${world.urls.server}/${repository.fullName}/actions/runs/${job.run.id}/job/${job.id}`,
    status: status === 'waiting' ? 'queued' : status,
    conclusion,
    startedAt,
    completedAt,
    output: { title: null, summary: null, text: null },
    annotations: repository.checkRuns.get(job.id)?.annotations ?? []
  })
  if (status === 'completed') endDeployment(store, job, conclusion)
}

function updateJob(store: Store, job: Job, { status, conclusion }: Change): JobRecord {
  const now = store.timestamp()
  const known = store.jobs.get(job.id)
  const record: JobRecord = {
    job,
    status,
    conclusion,
    createdAt: known?.createdAt ?? now,
    startedAt: known?.startedAt ?? now,
    completedAt: status === 'completed' ? now : null
  }
  store.jobs.set(job.id, record)
  return record
}

const deploymentOf = (store: Store, job: Job) =>
  repositoryNamed(store, job.run.event.repository).deployments.find((one) => one.jobId === job.id)

function endDeployment(store: Store, job: Job, conclusion: Conclusion | null): void {
  const deployment = deploymentOf(store, job)
  if (deployment === undefined) return
  deployment.state = conclusion === 'success' ? 'success' : 'failure'
  deployment.updatedAt = store.timestamp()
}

/** Keeps a remark on a job, which is one of its check run; what is of no file is of the workflows' folder. */
export function recordAnnotation(store: Store, job: Job, remark: Annotation): void {
  const check = repositoryNamed(store, job.run.event.repository).checkRuns.get(job.id)
  if (check === undefined) return
  const { level, file = '.github', line = 1, title = null, message } = remark
  const place = { path: file, startLine: line, endLine: line, startColumn: null, endColumn: null }
  const shown = level === 'error' ? 'failure' : level
  check.annotations = [...check.annotations, { ...place, level: shown, title, message, rawDetails: null }]
}

/** Keeps the address that a job gives for what it deployed. */
export function recordDeployed(store: Store, job: Job, url: string): void {
  const deployment = deploymentOf(store, job)
  if (deployment !== undefined) deployment.environmentUrl = url
}
