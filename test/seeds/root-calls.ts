/** The account's owner prepares, breaks and looks; no job of a workflow ever is the owner. */
import { type AwsCall, OWNER } from '../../lab/aws/aws.ts'

/** Throws for calls with the root credentials of somebody else than their holder. */
export function refuseRootCalls(calls: readonly AwsCall[]): void {
  const found = rootCallsIn(calls)
  if (found.length > 0) throw new Error(`A job called AWS as the account's owner: ${found.join('; ')}`)
}

/** Such calls, a line each. */
export const rootCallsIn = (calls: readonly AwsCall[]): readonly string[] =>
  calls
    .filter(({ principal, agent }) => principal.endsWith(':root') && !agent.includes(`app/${OWNER}`))
    .map(({ service, action, path, agent }) => `${service}:${action} ${path} by ${agent || 'nobody named'}`)
