import type { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { awsCall } from './call.ts'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'

/** Paths to let go of; of two with the same reference and paths CloudFront makes one. */
export type NewInvalidation = Readonly<{ distribution: string; paths: readonly string[]; reference: string }>

export type CloudFront = Readonly<{
  /** Its id. */
  invalidate: (invalidation: NewInvalidation) => Promise<string>
  isCompleted: (distribution: string, invalidation: string) => Promise<boolean>
}>

/** Throttled calls are repeated, more slowly, for about two minutes before they fail. */
const ATTEMPTS = 10

/** CloudFront; its client is loaded with the first call. */
export function cloudFront(connection: AwsConnection): CloudFront {
  let client: Promise<CloudFrontClient> | undefined
  const connect = (): Promise<CloudFrontClient> => (client ??= open(connection))
  return {
    invalidate: async (invalidation) => invalidate(await connect(), connection, invalidation),
    isCompleted: async (distribution, id) => isCompleted(await connect(), connection, { distribution, id })
  }
}

async function open(connection: AwsConnection): Promise<CloudFrontClient> {
  const sdk = await import('@aws-sdk/client-cloudfront')
  return new sdk.CloudFrontClient({ ...clientOptions(connection), maxAttempts: ATTEMPTS })
}

const callOn = (operation: string, distribution: string) => ({
  service: 'CloudFront',
  operation,
  on: `distribution '${distribution}'`,
  permission: `cloudfront:${operation} on distribution/${distribution}`
})

async function invalidate(
  client: CloudFrontClient,
  connection: AwsConnection,
  { distribution, paths, reference }: NewInvalidation
): Promise<string> {
  const { CreateInvalidationCommand } = await import('@aws-sdk/client-cloudfront')
  const command = new CreateInvalidationCommand({
    DistributionId: distribution,
    InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: [...paths] } }
  })
  const request = client.send(command, callOptions(connection))
  const { Invalidation } = await awsCall(callOn('CreateInvalidation', distribution), request)
  return Invalidation?.Id ?? ''
}

async function isCompleted(
  client: CloudFrontClient,
  connection: AwsConnection,
  { distribution, id }: Readonly<{ distribution: string; id: string }>
): Promise<boolean> {
  const { GetInvalidationCommand } = await import('@aws-sdk/client-cloudfront')
  const command = new GetInvalidationCommand({ DistributionId: distribution, Id: id })
  const request = client.send(command, callOptions(connection))
  const { Invalidation } = await awsCall(callOn('GetInvalidation', distribution), request)
  return Invalidation?.Status === 'Completed'
}
