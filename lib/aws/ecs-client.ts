import type { ECSClient } from '@aws-sdk/client-ecs'
import { awsCall, isThrottled } from './call.ts'
import { clientOptions, type AwsConnection } from './connection.ts'

/** A client of ECS that is loaded with the first call and then shared. */
export type LazyEcs = () => Promise<ECSClient>

/** What every call of ECS goes by. */
export type EcsReach = Readonly<{ client: LazyEcs; connection: AwsConnection }>

/** Opens the client when it is first asked for; throttled calls are repeated for about a minute. */
export const lazyEcs = (connection: AwsConnection): LazyEcs => once(() => open(connection))

/** A client for whoever asks again anyway: it repeats no throttled call, for the poll's next ask does, and later. */
export const lazyPolledEcs = (connection: AwsConnection): LazyEcs =>
  once(async () => leaveThrottles(await open(connection)))

function once(opens: LazyEcs): LazyEcs {
  let client: Promise<ECSClient> | undefined
  return () => (client ??= opens())
}

async function open(connection: AwsConnection): Promise<ECSClient> {
  const sdk = await import('@aws-sdk/client-ecs')
  return new sdk.ECSClient({ ...clientOptions(connection), maxAttempts: 8 })
}

/** What breaks on the way is repeated as before: a poll takes that for the end. */
async function leaveThrottles(client: ECSClient): Promise<ECSClient> {
  const strategy = await client.config.retryStrategy()
  if (!('refreshRetryTokenForRetry' in strategy)) return client
  const refresh = strategy.refreshRetryTokenForRetry.bind(strategy)
  strategy.refreshRetryTokenForRetry = async (token, about) => {
    if (isThrottled(about.error)) throw about.error
    return refresh(token, about)
  }
  return client
}

/** What a call of ECS is about, for the sentence of its error. */
export type EcsCall = Readonly<{
  operation: string
  on: string
  /** What a policy has to name behind the permission: `on service/prod/web`. */
  resource: string
}>

/** Waits for a request of ECS; its error becomes a sentence. */
export const ecsCall = <T>({ operation, on, resource }: EcsCall, request: Promise<T>): Promise<T> =>
  awsCall({ service: 'ECS', operation, on, permission: `ecs:${operation} on ${resource}` }, request)
