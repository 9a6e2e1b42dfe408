import type { ACMClient } from '@aws-sdk/client-acm'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'

export type Acm = Readonly<{
  /** How many certificates the region holds, whatever their state. */
  countCertificates: () => Promise<number>
}>

/** ACM; its client is loaded with the first call. */
export function acm(connection: AwsConnection): Acm {
  let client: Promise<ACMClient> | undefined
  const connect = (): Promise<ACMClient> => (client ??= open(connection))
  return { countCertificates: async () => countCertificates(await connect(), connection) }
}

async function open(connection: AwsConnection): Promise<ACMClient> {
  const sdk = await import('@aws-sdk/client-acm')
  return new sdk.ACMClient(clientOptions(connection))
}

async function countCertificates(client: ACMClient, connection: AwsConnection): Promise<number> {
  const { paginateListCertificates } = await import('@aws-sdk/client-acm')
  const pages = paginateListCertificates({ client, pageSize: 1000 }, {}, callOptions(connection))
  let count = 0
  for await (const { CertificateSummaryList: found = [] } of pages) count += found.length
  return count
}
