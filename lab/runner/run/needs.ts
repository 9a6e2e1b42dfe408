/** What finished jobs mean to the jobs that need them. */
import type { Status } from '../expression/evaluate.ts'
import type { Values } from '../expression/value.ts'
import type { Conclusion } from '../ports.ts'
import type { PreparedJob } from '../workflow/prepare.ts'

/** How a job ended, for `needs`: a failure that may be ignored counts as a success. */
export type JobOutcome = Readonly<{ result: Conclusion; outputs: Readonly<Record<string, string>> }>
type Outcomes = ReadonlyMap<string, JobOutcome>
type Jobs = ReadonlyMap<string, PreparedJob>

/** The `needs` context. */
export const needsContext = (job: PreparedJob, outcomes: Outcomes): Values =>
  Object.fromEntries(
    job.needs.map((key) => [key, { ...(outcomes.get(key) ?? { result: 'skipped', outputs: {} }) }])
  )

/** The status functions of a job's `if`: they look at all ancestors, not only at the direct needs. */
export function upstreamStatus(
  job: PreparedJob,
  jobs: Jobs,
  at: Readonly<{ outcomes: Outcomes; isCancelled: () => boolean }>
): Status {
  const ancestors = ancestorsOf(job, jobs)
  const resultsOf = (of: readonly string[]): (Conclusion | undefined)[] =>
    [...(of.length === 0 ? ancestors : of)].map((key) => at.outcomes.get(key)?.result)
  return {
    success: (of) => !at.isCancelled() && resultsOf(of).every((result) => result === 'success'),
    failure: (of) => resultsOf(of).includes('failure'),
    cancelled: at.isCancelled
  }
}

function ancestorsOf(job: PreparedJob, jobs: Jobs): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (key: string): void => {
    if (found.has(key)) return
    found.add(key)
    for (const need of jobs.get(key)?.needs ?? []) visit(need)
  }
  for (const need of job.needs) visit(need)
  return found
}

/** The conclusion of several jobs together. */
export function conclude(results: readonly Conclusion[]): Conclusion {
  if (results.includes('failure')) return 'failure'
  if (results.includes('cancelled')) return 'cancelled'
  return results.every((result) => result === 'skipped') ? 'skipped' : 'success'
}
