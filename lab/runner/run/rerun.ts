/** Re-runs of failed jobs: which jobs are kept from the attempt before, and how they come into the new one. */
import type { PreparedJob } from '../workflow/prepare.ts'
import { type Frame, tellJob } from './frame.ts'
import type { JobOutcome } from './needs.ts'
import { hasFailed, isWithin, type Past, type Trail } from './trail.ts'

/** A job is kept as it was, has its failed legs repeated, or is repeated whole since it needs one that is. */
export type Fate = 'kept' | 'mended' | 'repeated'

/** What becomes of each job of a workflow in this attempt. */
export function fatesOf(frame: Frame): ReadonlyMap<string, Fate> {
  const { jobs } = frame.workflow
  const { past } = frame.state
  const fates = new Map<string, Fate>()
  const decide = (job: PreparedJob): Fate => {
    const known = fates.get(job.key)
    if (known !== undefined) return known
    const fate = past !== undefined && frame.keeps ? fateOf(job, past) : 'repeated'
    fates.set(job.key, fate)
    return fate
  }
  const fateOf = (job: PreparedJob, before: Past): Fate => {
    const needs = job.needs.flatMap((key) => jobs.get(key) ?? [])
    if (needs.some((one) => decide(one) !== 'kept')) return 'repeated'
    return hasFailed(before, `${frame.place}${job.key}`) ? 'mended' : 'kept'
  }
  for (const job of jobs.values()) decide(job)
  return fates
}

/** Brings a job or a leg into this attempt as it was, under new ids as on GitHub; undefined when it must run. */
export function keep(frame: Frame, place: string): JobOutcome | undefined {
  const { past, trail, machine, run } = frame.state
  const outcome = past?.outcomes.get(place)
  if (past === undefined || outcome === undefined || !frame.keeps || hasFailed(past, place)) return undefined
  copyTrail(past, trail, place)
  for (const { place: at, result } of past.results.filter((one) => isWithin(one.place, place))) {
    const job = { ...result.job, id: machine.platform.nextJobId(), run }
    trail.results.push({ place: at, result: { ...result, job } })
    tellJob(frame.state, job, 'completed', result.conclusion)
  }
  return outcome
}

function copyTrail(from: Trail, to: Trail, place: string): void {
  for (const [at, ended] of from.outcomes) if (isWithin(at, place)) to.outcomes.set(at, ended)
  for (const at of from.admitted) if (isWithin(at, place)) to.admitted.add(at)
}
