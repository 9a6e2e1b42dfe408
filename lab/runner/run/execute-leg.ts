/** One leg of a job: its name and place, then its steps or the workflow that it calls. */
import { join } from 'node:path'
import type { Scope } from '../expression/evaluate.ts'
import { booleanOf, conditionHolds, numberOf, valueOf } from '../expression/template.ts'
import { isRecord, textOf, type Values } from '../expression/value.ts'
import { messageOf } from '../fault.ts'
import { executeJob } from '../job/execute-job.ts'
import type { Conclusion, Job, JobResult } from '../ports.ts'
import { refOf } from '../workflow/file.ts'
import type { PreparedJob } from '../workflow/prepare.ts'
import { child, type Token, writtenOf } from '../workflow/token.ts'
import { enterGroup, type Entry } from './enter-group.ts'
import { executeCall } from './execute-call.ts'
import { annotate, type ExecuteWorkflow, type Frame, tellJob } from './frame.ts'
import { legName } from './matrix.ts'
import type { JobOutcome } from './needs.ts'
import { keep } from './rerun.ts'
import { requireThisMachine } from './runs-on.ts'
import { legPlace } from './trail.ts'

/** GitHub's time limit of a job that states none. */
const LONGEST_MINUTES = 360

/** One combination of a job’s matrix. */
export type Leg = Readonly<{
  scope: Scope
  matrix: Values
  /** Aborted when another leg failed and the strategy fails fast. */
  fellBehind: AbortSignal
  executeWorkflow: ExecuteWorkflow
}>

/** Runs a leg, or keeps it when it went well in the attempt before. Never rejects. */
export async function executeLeg(frame: Frame, prepared: PreparedJob, leg: Leg): Promise<JobOutcome> {
  const place = placeOf(frame, prepared, leg)
  const outcome = keep(frame, place) ?? (await startLeg(frame, prepared, leg))
  frame.state.trail.outcomes.set(place, outcome)
  return outcome
}

const placeOf = (frame: Frame, { key }: PreparedJob, { matrix }: Leg): string =>
  legPlace(`${frame.place}${key}`, matrix)

/** Waits for its place and runs the leg. A fault is an annotation and a failed job. */
async function startLeg(frame: Frame, prepared: PreparedJob, leg: Leg): Promise<JobOutcome> {
  const at = { frame, place: placeOf(frame, prepared, leg) }
  const job = describeJob(frame, prepared, leg)
  const stop = stopper(frame, prepared, leg)
  const isCall = prepared.called !== undefined
  if (!isCall) tellJob(frame.state, job, 'queued')
  try {
    const asking = { token: prepared.token, scope: leg.scope, signal: stop.signal, cancel: stop.abort, job }
    const entry = stop.signal.aborted ? undefined : await enterGroup(frame, asking)
    if (entry === undefined) return finish(at, empty(job, 'cancelled'))
    try {
      return isCall
        ? await call(frame, prepared, { leg, entry, stop, name: job.name })
        : await work(frame, prepared, { leg, job, stop })
    } finally {
      entry.release()
    }
  } catch (error) {
    annotate(frame.state, { level: 'error', message: messageOf(error) }, job)
    return finish(at, empty(job, 'failure'))
  } finally {
    stop.end()
  }
}

/** Records a job that does not come to run. */
export function settleJob(frame: Frame, prepared: PreparedJob, conclusion: Conclusion): void {
  const name = `${frame.prefix}${staticName(prepared)}`
  finish(
    { frame, place: `${frame.place}${prepared.key}` },
    empty({ ...identity(frame, prepared), name }, conclusion)
  )
}

const staticName = ({ token, key }: PreparedJob): string => {
  const name = writtenOf(child(token, 'name'))
  return name === '' ? key : name
}

const identity = (frame: Frame, prepared: PreparedJob): Omit<Job, 'name'> => ({
  id: frame.state.machine.platform.nextJobId(),
  run: frame.state.run,
  key: prepared.key,
  permissions: prepared.permissions,
  workflowRef: refOf(frame.workflow.file),
  workflowSha: frame.workflow.file.sha
})

function describeJob(frame: Frame, prepared: PreparedJob, leg: Leg): Job {
  const { scope, matrix } = leg
  const name = textOf(valueOf(child(prepared.token, 'name'), scope)) || legName(prepared.key, matrix)
  return {
    ...identity(frame, prepared),
    name: `${frame.prefix}${name}`,
    ...environmentOf(child(prepared.token, 'environment'), scope),
    ...(frame.state.past?.admitted.has(placeOf(frame, prepared, leg)) === true ? { admitted: true } : {})
  }
}

function environmentOf(token: Token | undefined, scope: Scope): Pick<Job, 'environment' | 'deployment'> {
  const name = textOf(valueOf(child(token, 'name') ?? token, scope))
  if (name === '') return {}
  return {
    environment: name,
    ...(valueOf(child(token, 'deployment'), scope) === false ? { deployment: false } : {})
  }
}

type Stopper = Readonly<{ signal: AbortSignal; abort: () => void; end: () => void }>

/** A leg ends with its workflow, unless its `if` still holds for a cancelled run. */
function stopper(frame: Frame, prepared: PreparedJob, leg: Leg): Stopper {
  const own = new AbortController()
  const abort = (): void => own.abort()
  const cancelled = (): void => {
    if (!conditionHolds(child(prepared.token, 'if'), leg.scope)) abort()
  }
  const ends = [leg.fellBehind, frame.state.forced, frame.state.machine.closing]
  if (ends.some(({ aborted }) => aborted)) abort()
  for (const end of ends) end.addEventListener('abort', abort, { once: true })
  if (!frame.signal.aborted) frame.signal.addEventListener('abort', cancelled, { once: true })
  return {
    signal: own.signal,
    abort,
    end: () => {
      for (const end of ends) end.removeEventListener('abort', abort)
      frame.signal.removeEventListener('abort', cancelled)
    }
  }
}

type Calling = Readonly<{ leg: Leg; entry: Entry; stop: Stopper; name: string }>

const call = (
  frame: Frame,
  prepared: PreparedJob,
  { leg, entry, stop, name }: Calling
): Promise<JobOutcome> =>
  executeCall(
    {
      ...frame,
      held: entry.held,
      signal: stop.signal,
      cancel: stop.abort,
      prefix: `${name} / `,
      place: `${placeOf(frame, prepared, leg)}/`
    },
    prepared,
    leg
  )

type Working = Readonly<{ leg: Leg; job: Job; stop: Stopper }>

async function work(frame: Frame, prepared: PreparedJob, { leg, job, stop }: Working): Promise<JobOutcome> {
  const { state, workflow } = frame
  requireThisMachine(prepared, leg.scope)
  const place = placeOf(frame, prepared, leg)
  const { needs = {}, matrix = {}, strategy = {} } = leg.scope.contexts
  const isIgnored = booleanOf(child(prepared.token, 'continue-on-error'), leg.scope) ?? false
  const result = await executeJob({
    machine: state.machine,
    job,
    token: prepared.token,
    file: workflow.file,
    root: workflow.root,
    github: state.github,
    inputs: frame.inputs,
    contexts: { needs: record(needs), matrix: record(matrix), strategy: record(strategy) },
    settings: frame.settings,
    hasAllSecrets: frame.hasAllSecrets,
    folder: join(state.folder, String(job.id)),
    signal: stop.signal,
    forced: state.forced,
    admitted: () => void state.trail.admitted.add(place),
    abort: stop.abort,
    timeoutMinutes: numberOf(child(prepared.token, 'timeout-minutes'), leg.scope) ?? LONGEST_MINUTES,
    annotate: (annotation, from) => annotate(state, annotation, from),
    waits: state.waits
  })
  const outcome = finish({ frame, place }, result)
  return isIgnored && outcome.result === 'failure' ? { ...outcome, result: 'success' } : outcome
}

const record = (value: unknown): Values => (isRecord(value) ? value : {})

function empty(job: Job, conclusion: Conclusion): JobResult {
  const now = Date.now()
  return { job, conclusion, outputs: {}, steps: [], log: '', summary: '', startedAt: now, finishedAt: now }
}

type Place = Readonly<{ frame: Frame; place: string }>

function finish({ frame: { state }, place }: Place, result: JobResult): JobOutcome {
  state.trail.results.push({ place, result })
  tellJob(state, result.job, 'completed', result.conclusion)
  return { result: result.conclusion, outputs: result.outputs }
}
