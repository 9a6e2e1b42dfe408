import type { ECSClient } from '@aws-sdk/client-ecs'
import { awsCall } from './call.ts'
import { clientOptions, type AwsConnection } from './connection.ts'

/** A client of ECS that is loaded with the first call and then shared. */
export type LazyEcs = () => Promise<ECSClient>

/** What every call of ECS goes by. */
export type EcsReach = Readonly<{ client: LazyEcs; connection: AwsConnection }>

/** Opens the client when it is first asked for; throttled calls are repeated for about a minute. */
export function lazyEcs(connection: AwsConnection): LazyEcs {
  let client: Promise<ECSClient> | undefined
  return () => (client ??= open(connection))
}

async function open(connection: AwsConnection): Promise<ECSClient> {
  const sdk = await import('@aws-sdk/client-ecs')
  return new sdk.ECSClient({ ...clientOptions(connection), maxAttempts: 8 })
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
