import { awsCall, type AwsCall } from './call.ts'
import type { AwsConnection } from './connection.ts'
import { AwsError } from './denied.ts'
import { sts } from './sts.ts'

/** A service with AWS's JSON protocol, by the name it is signed with, and what its operations' names are preceded by. */
export type JsonService = Readonly<{
  name: string
  prefix: string
  /** Host of a region, without what AWS calls itself there. */
  host: (region: string) => string
}>

/** Asks by a plain signed request and gives the answer: a client of the SDK would add megabytes for one read. */
export async function askJson(
  connection: AwsConnection,
  service: JsonService,
  { call, body }: Readonly<{ call: AwsCall; body: object }>
): Promise<unknown> {
  return awsCall(call, send(connection, service, { operation: call.operation, body }))
}

async function send(
  connection: AwsConnection,
  { name, prefix, host }: JsonService,
  { operation, body }: Readonly<{ operation: string; body: object }>
): Promise<unknown> {
  const { AwsClient } = await import('aws4fetch')
  const { region, endpoint = endpointOf(host(region), region), signal } = connection
  const credentials = await sts(connection).credentials()
  const client = new AwsClient({ ...credentials, service: name, region, retries: 3 })
  const response = await client.fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${prefix}.${operation}`
    },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal })
  })
  if (response.ok) return response.json()
  throw toError(response.status, await response.text())
}

type Fault = Readonly<{ __type?: string; message?: string }>

function toError(status: number, text: string): AwsError {
  const { __type = `HTTP ${status}`, message = text.slice(0, 200) } = parse(text)
  return new AwsError(__type.slice(__type.lastIndexOf('#') + 1), message, status)
}

function parse(text: string): Fault {
  try {
    return JSON.parse(text) as Fault
  } catch {
    return {}
  }
}

const endpointOf = (host: string, region: string): string =>
  `https://${host}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`
