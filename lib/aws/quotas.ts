import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** A quota of Service Quotas, by the two codes that AWS gives it. */
export type QuotaCode = Readonly<{ service: string; code: string }>

export type Quotas = Readonly<{
  /** The limit in force: the account's own where it was raised, else AWS's default. */
  limitOf: (quota: QuotaCode) => Promise<number>
}>

/** Service Quotas; its client is loaded with the first call. */
export function quotas(connection: AwsConnection): Quotas {
  let client: Promise<ServiceQuotasClient> | undefined
  const connect = (): Promise<ServiceQuotasClient> => (client ??= open(connection))
  return { limitOf: async (quota) => limitOf(await connect(), connection, quota) }
}

async function open(connection: AwsConnection): Promise<ServiceQuotasClient> {
  const sdk = await import('@aws-sdk/client-service-quotas')
  return new sdk.ServiceQuotasClient(clientOptions(connection))
}

async function limitOf(
  client: ServiceQuotasClient,
  connection: AwsConnection,
  { service, code }: QuotaCode
): Promise<number> {
  const { GetServiceQuotaCommand, GetAWSDefaultServiceQuotaCommand } =
    await import('@aws-sdk/client-service-quotas')
  const wanted = { ServiceCode: service, QuotaCode: code }
  const own = client.send(new GetServiceQuotaCommand(wanted), callOptions(connection))
  // A quota that was never raised may have no value of the account's own.
  const applied = await orAbsent(own, 'NoSuchResourceException')
  if (applied?.Quota?.Value !== undefined) return applied.Quota.Value
  const { Quota } = await client.send(new GetAWSDefaultServiceQuotaCommand(wanted), callOptions(connection))
  if (Quota?.Value === undefined) throw new Error(`Service Quotas knows no value of ${service}/${code}.`)
  return Quota.Value
}
