/** Error codes with which AWS refuses a caller what it may not do. */
const REFUSALS = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'])
/** Error names and codes of credentials that are absent, old or not AWS's. */
const UNKNOWN_CALLERS = new Set([
  'CredentialsProviderError',
  'TokenProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'AuthFailure',
  'SignatureDoesNotMatch'
])

/** What AWS answered to a request that it did not like; `name` is its error code, as the SDK has it. */
export class AwsError extends Error {
  readonly status: number
  constructor(code: string, message: string, status: number) {
    super(message)
    this.name = code
    this.status = status
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

/** Whether AWS knows the caller and does not let it do this. */
export const isDenied = (error: unknown): boolean => REFUSALS.has(nameOf(error))

/** Whether there are no credentials, or none that AWS takes. */
export const isUnauthenticated = (error: unknown): boolean => UNKNOWN_CALLERS.has(nameOf(error))

/** What to do then, as the end of a sentence. */
export const credentialsAdvice = (code: string): string =>
  `has no credentials that AWS takes (${code}). Run aws-actions/configure-aws-credentials before this step; where it did, they have expired meanwhile.`

/** Undefined in place of an error whose name says that the thing does not exist. */
export async function orAbsent<T>(request: Promise<T>, ...names: readonly string[]): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (names.includes(nameOf(error))) return undefined
    throw error
  }
}
