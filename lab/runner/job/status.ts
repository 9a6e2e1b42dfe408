/** How a job or a composite action stands while its steps run. */
import type { Status } from '../expression/evaluate.ts'

/** How the steps so far have gone. */
export type Result = 'success' | 'failure' | 'cancelled'

/** Takes in results of steps and answers the status functions. */
export type Standing = Readonly<{
  result: () => Result
  /** Takes a step's result in: the worst so far stays. */
  merge: (result: Result) => void
  functions: Status
}>

const RANK: Record<Result, number> = { success: 0, failure: 1, cancelled: 2 }

/** A job's standing: cancelled as soon as `signal` is. */
export function jobStanding(signal: AbortSignal): Standing {
  let worst: Result = 'success'
  const result = (): Result => (signal.aborted ? 'cancelled' : worst)
  return {
    result,
    merge: (next) => {
      if (RANK[next] > RANK[worst]) worst = next
    },
    functions: {
      success: () => result() === 'success',
      failure: () => result() === 'failure',
      cancelled: () => signal.aborted
    }
  }
}

/** A composite's standing: only its own steps count, and `end`, which is aborted when the step around it is to end. */
export function compositeStanding(signal: AbortSignal, end: AbortSignal): Standing {
  const own = jobStanding(end)
  return { ...own, functions: { ...own.functions, cancelled: () => signal.aborted } }
}
