/** The way into a job's environment: its rules, and who decides on them. */
import { setImmediate as turn } from 'node:timers/promises'
import type { EnvironmentDecision } from '../ports.ts'
import type { JobRequest } from './request.ts'

/** Waits until the environment lets the job in; a job without one is let in at once. */
export async function awaitAdmission(request: JobRequest): Promise<'admitted' | 'failure' | 'cancelled'> {
  const { job, signal } = request
  if (signal.aborted) return 'cancelled'
  if (job.environment === undefined) return 'admitted'
  const decision = await announced(request, decide(request))
  if (decision === 'cancelled') return 'cancelled'
  if (decision.approved) return 'admitted'
  request.annotate({ level: 'error', message: decision.reason }, job)
  return 'failure'
}

type Decision = EnvironmentDecision | 'cancelled'

async function decide({ machine, job, signal }: JobRequest): Promise<Decision> {
  const cancelled = new Promise<'cancelled'>((resolve) => {
    signal.addEventListener('abort', () => resolve('cancelled'), { once: true })
  })
  const decision = machine.platform.awaitEnvironment(job, signal).catch((error: unknown) => {
    if (signal.aborted) return 'cancelled' as const
    throw error
  })
  return Promise.race([decision, cancelled])
}

/** Tells of the wait only when there is one: an environment without rules decides at once. */
async function announced(request: JobRequest, decision: Promise<Decision>): Promise<Decision> {
  const { machine, job } = request
  const early = await Promise.race([decision, turn('undecided' as const)])
  if (early !== 'undecided') return early
  machine.platform.jobChanged(job, 'waiting')
  machine.onEvent({ kind: 'job', at: Date.now(), job, status: 'waiting' })
  request.waits(1)
  return decision.finally(() => request.waits(-1))
}
