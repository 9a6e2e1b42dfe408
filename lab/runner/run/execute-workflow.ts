/** The jobs of one workflow, in the order of their needs. */
import { valueOf } from '../expression/template.ts'
import { type Scope, type Status, untroubled } from '../expression/evaluate.ts'
import { textOf, type Value } from '../expression/value.ts'
import { child, descend, entriesOf } from '../workflow/token.ts'
import type { PreparedJob } from '../workflow/prepare.ts'
import { enterGroup } from './enter-group.ts'
import { executeLegs } from './execute-legs.ts'
import type { Frame, WorkflowOutcome } from './frame.ts'
import { conclude, type JobOutcome, needsContext, upstreamStatus } from './needs.ts'
import { fatesOf, keep } from './rerun.ts'

/** Runs every job of a workflow, and its called workflows, to the end. */
export async function executeWorkflow(frame: Frame): Promise<WorkflowOutcome> {
  const { root } = frame.workflow
  const scope = frameScope(frame)
  const entry = await enterGroup(frame, { token: root, scope, signal: frame.signal, cancel: frame.cancel })
  if (entry === undefined) return { conclusion: 'cancelled', outputs: {} }
  try {
    const outcomes = await executeJobs({ ...frame, held: entry.held })
    const jobs = Object.fromEntries(
      [...outcomes].map(([key, { result, outputs }]) => [key, { result, outputs }])
    )
    const declared = entriesOf(descend(root, 'on', 'workflow_call', 'outputs'))
    const withJobs = { ...scope, contexts: { ...scope.contexts, jobs } }
    const outputs = declared.map(([name, output]) => [
      name,
      textOf(valueOf(child(output, 'value'), withJobs))
    ])
    return {
      conclusion: conclude([...outcomes.values()].map(({ result }) => result)),
      outputs: Object.fromEntries(outputs)
    }
  } finally {
    entry.release()
  }
}

async function executeJobs(frame: Frame): Promise<ReadonlyMap<string, JobOutcome>> {
  const { jobs } = frame.workflow
  const fates = fatesOf(frame)
  const outcomes = new Map<string, JobOutcome>()
  const started = new Map<string, Promise<void>>()
  const start = (job: PreparedJob): Promise<void> => {
    const known = started.get(job.key)
    if (known !== undefined) return known
    const promise = Promise.all(neededBy(job, jobs).map(start)).then(async () => {
      const statusOf = (isCancelled: () => boolean): Status =>
        upstreamStatus(job, jobs, { outcomes, isCancelled })
      const scope = jobScope(
        frame,
        { needs: needsContext(job, outcomes) },
        statusOf(() => frame.signal.aborted)
      )
      const uncancelled = { ...scope, status: statusOf(() => false) }
      const place = `${frame.place}${job.key}`
      const fate = fates.get(job.key)
      const inner = { ...frame, keeps: fate === 'mended' }
      const outcome =
        (fate === 'kept' ? keep(frame, place) : undefined) ??
        (await executeLegs(inner, job, { scope, uncancelled, executeWorkflow }))
      frame.state.trail.outcomes.set(place, outcome)
      outcomes.set(job.key, outcome)
    })
    started.set(job.key, promise)
    return promise
  }
  await Promise.all([...jobs.values()].map(start))
  return outcomes
}

const neededBy = (job: PreparedJob, jobs: ReadonlyMap<string, PreparedJob>): PreparedJob[] =>
  job.needs.flatMap((key) => jobs.get(key) ?? [])

const frameScope = (frame: Frame): Scope => jobScope(frame, {}, untroubled)

const jobScope = (frame: Frame, contexts: Readonly<Record<string, Value>>, status: Status): Scope => ({
  contexts: {
    github: frame.state.github,
    inputs: frame.inputs,
    vars: frame.settings.variables,
    secrets: frame.settings.secrets,
    ...contexts
  },
  status
})
