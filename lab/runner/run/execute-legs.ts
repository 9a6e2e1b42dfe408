/** One job of a workflow: its condition, its matrix, and all legs of it. */
import type { Scope } from '../expression/evaluate.ts'
import { booleanOf, conditionHolds, numberOf, valueOf } from '../expression/template.ts'
import type { Values } from '../expression/value.ts'
import { messageOf } from '../fault.ts'
import type { PreparedJob } from '../workflow/prepare.ts'
import { child } from '../workflow/token.ts'
import { executeLeg, settleJob } from './execute-leg.ts'
import { annotate, type ExecuteWorkflow, type Frame } from './frame.ts'
import { expandMatrix } from './matrix.ts'
import { conclude, type JobOutcome } from './needs.ts'

/** What surrounds a job in its workflow. */
export type Around = Readonly<{
  scope: Scope
  /** The scope as it would be, had nobody cancelled. */
  uncancelled: Scope
  executeWorkflow: ExecuteWorkflow
}>

/** Runs a job's legs, or says why it has none. Never rejects. */
export async function executeLegs(frame: Frame, job: PreparedJob, around: Around): Promise<JobOutcome> {
  try {
    const condition = child(job.token, 'if')
    if (!conditionHolds(condition, around.scope)) return refuse(frame, job, around)
    const plan = planLegs(job, around.scope)
    return await runLegs(frame, job, { ...around, ...plan })
  } catch (error) {
    settleJob(frame, job, 'failure')
    annotate(frame.state, { level: 'error', message: messageOf(error) })
    return { result: 'failure', outputs: {} }
  }
}

/** A job that would have run, had the run not been cancelled, is cancelled; any other is skipped. */
function refuse(frame: Frame, job: PreparedJob, { uncancelled }: Around): JobOutcome {
  const isCancelled = frame.signal.aborted && conditionHolds(child(job.token, 'if'), uncancelled)
  const result = isCancelled ? 'cancelled' : 'skipped'
  settleJob(frame, job, result)
  return { result, outputs: {} }
}

type Legs = Readonly<{ legs: readonly Values[]; failFast: boolean; atOnce: number }>

function planLegs(job: PreparedJob, scope: Scope): Legs {
  const strategy = child(job.token, 'strategy')
  const legs = expandMatrix(valueOf(child(strategy, 'matrix'), scope))
  const failFast = booleanOf(child(strategy, 'fail-fast'), scope) ?? true
  const limit = numberOf(child(strategy, 'max-parallel'), scope) ?? 0
  return { legs, failFast, atOnce: limit > 0 ? limit : legs.length }
}

async function runLegs(frame: Frame, job: PreparedJob, plan: Around & Legs): Promise<JobOutcome> {
  const { legs, failFast, atOnce } = plan
  const others = new AbortController()
  const outcomes: JobOutcome[] = []
  const outputs: Record<string, string> = {}
  let next = 0
  const runOne = async (index: number): Promise<void> => {
    const matrix = legs[index] ?? {}
    const strategy = {
      'fail-fast': failFast,
      'job-index': index,
      'job-total': legs.length,
      'max-parallel': atOnce
    }
    const scope = { ...plan.scope, contexts: { ...plan.scope.contexts, matrix, strategy } }
    const done = await executeLeg(frame, job, {
      scope,
      matrix,
      fellBehind: others.signal,
      executeWorkflow: plan.executeWorkflow
    })
    outcomes.push(done)
    // As on GitHub the leg that ends last wins, and an empty value never does.
    Object.assign(
      outputs,
      Object.fromEntries(Object.entries(done.outputs).filter(([, value]) => value !== ''))
    )
    if (done.result === 'failure' && failFast) others.abort()
  }
  const worker = async (): Promise<void> => {
    while (next < legs.length) await runOne(next++)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, legs.length) }, worker))
  return { result: conclude(outcomes.map(({ result }) => result)), outputs }
}
