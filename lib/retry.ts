import pRetry from 'p-retry'

export type RetryPolicy = Readonly<{
  /** Attempts in all, the first included. */
  attempts: number
  /** Longest wait between two attempts, in milliseconds; waits double from a tenth of it, with jitter. */
  maxWaitMs: number
  /** Give up when this many milliseconds have passed since the first attempt. */
  deadlineMs: number
  /** False ends the retries at once: the fault is final. */
  isTransient: (error: Error) => boolean
  signal?: AbortSignal
}>

/** Runs `operation` until it succeeds, its fault is final, or the policy is used up; then throws the last fault. */
export function retry<T>(operation: (attempt: number) => Promise<T>, policy: RetryPolicy): Promise<T> {
  return pRetry(operation, {
    retries: policy.attempts - 1,
    factor: 2,
    minTimeout: policy.maxWaitMs / 10,
    maxTimeout: policy.maxWaitMs,
    maxRetryTime: policy.deadlineMs,
    randomize: true,
    shouldRetry: ({ error }) => policy.isTransient(error),
    ...(policy.signal === undefined ? {} : { signal: policy.signal })
  })
}
