import { credentialsAdvice, isDenied, isUnauthenticated } from './denied.ts'

/** One call of an AWS service, in words for its errors. */
export type AwsCall = Readonly<{
  /** As AWS writes it: ECS, Secrets Manager. */
  service: string
  /** The API's operation, UpdateService. */
  operation: string
  /** What it is asked for, as a reader knows it: service 'web' of cluster 'prod'. */
  on: string
  /** Permission it needs and the ARN, or what follows `resource/`, that a policy has to name. */
  permission: string
}>

/** An error of an AWS call as a sentence; `name` is AWS's code, the SDK's error is the cause. */
export class AwsCallError extends Error {
  constructor(code: string, message: string, cause: unknown) {
    super(message, { cause })
    this.name = code
  }
}

/** Error codes with which AWS asks for fewer requests. */
const THROTTLES = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'SlowDown',
  'ServiceUnavailable',
  'ServiceUnavailableException'
])

/** Whether AWS asks for patience: never a reason to fail while there is time. */
export const isThrottled = (error: unknown): boolean => error instanceof Error && THROTTLES.has(error.name)

/** Waits for a request of the SDK; its error becomes a sentence with service, operation and AWS's code. */
export async function awsCall<T>(call: AwsCall, request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error
    throw new AwsCallError(error.name, describe(call, error), error)
  }
}

function describe({ service, operation, on, permission }: AwsCall, error: Error): string {
  const what = `${service} ${operation} on ${on}`
  if (isDenied(error)) return `${what} is denied. The role of this job needs ${permission}.`
  if (isUnauthenticated(error)) return `${what} ${credentialsAdvice(error.name)}`
  if (isThrottled(error)) return `${what} was throttled (${error.name}). Run this job again.`
  return `${what} failed with ${error.name}.`
}
