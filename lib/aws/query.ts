import { awsCall } from './call.ts'
import type { AwsConnection } from './connection.ts'
import { AwsError } from './denied.ts'
import { sts } from './sts.ts'

/** A service with AWS's Query protocol, by the name it is signed with, and in words. */
export type QueryService = Readonly<{ name: string; title: string; version: string }>

/** One read: its operation, what it is asked for in words, the resource that a policy has to name, and its parameters. */
export type Query = Readonly<{
  operation: string
  on: string
  resource: string
  parameters: Readonly<Record<string, string>>
}>

/** Asks by a plain signed request and gives the answer's XML: a client of the SDK would add megabytes for a few reads. */
export function askQuery(connection: AwsConnection, service: QueryService, query: Query): Promise<string> {
  const { operation, on, resource } = query
  const call = {
    service: service.title,
    operation,
    on,
    permission: `${service.name}:${operation} on ${resource}`
  }
  return awsCall(call, send(connection, service, query))
}

async function send(
  connection: AwsConnection,
  { name, version }: QueryService,
  { operation, parameters }: Query
): Promise<string> {
  const { AwsClient } = await import('aws4fetch')
  const { region, endpoint = endpointOf(name, region), signal } = connection
  const client = new AwsClient({
    ...(await sts(connection).credentials()),
    service: name,
    region,
    retries: 5
  })
  const response = await client.fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ Action: operation, Version: version, ...parameters }).toString(),
    ...(signal === undefined ? {} : { signal })
  })
  const text = await response.text()
  if (response.ok) return text
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? `HTTP ${response.status}`
  const message = /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? text.slice(0, 200)
  throw new AwsError(code, message, response.status)
}

const endpointOf = (name: string, region: string): string =>
  `https://${name}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`
