import type { SSMClient } from '@aws-sdk/client-ssm'
import { awsCall } from './call.ts'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** Plain parameters of Systems Manager. */
export type Parameters = Readonly<{
  /** Its text; undefined when there is no such parameter. */
  readParameter: (name: string) => Promise<string | undefined>
  /** Replaces the text of a parameter that is there; its type and tags stay. */
  writeParameter: (name: string, value: string) => Promise<void>
}>

/** Parameters; the client is loaded with the first call. */
export function parameters(connection: AwsConnection): Parameters {
  let client: Promise<SSMClient> | undefined
  const connect = (): Promise<SSMClient> => (client ??= open(connection))
  return {
    readParameter: async (name) => readParameter(await connect(), connection, name),
    writeParameter: async (name, value) => writeParameter(await connect(), connection, { name, value })
  }
}

const callOn = (operation: string, name: string) => ({
  service: 'Systems Manager',
  operation,
  on: `parameter '${name}'`,
  permission: `ssm:${operation} on parameter/${name.replace(/^\//, '')}`
})

async function open(connection: AwsConnection): Promise<SSMClient> {
  const sdk = await import('@aws-sdk/client-ssm')
  return new sdk.SSMClient({ ...clientOptions(connection), maxAttempts: 8 })
}

async function readParameter(
  client: SSMClient,
  connection: AwsConnection,
  name: string
): Promise<string | undefined> {
  const { GetParameterCommand } = await import('@aws-sdk/client-ssm')
  const request = client.send(new GetParameterCommand({ Name: name }), callOptions(connection))
  const answer = await orAbsent(awsCall(callOn('GetParameter', name), request), 'ParameterNotFound')
  return answer?.Parameter?.Value
}

async function writeParameter(
  client: SSMClient,
  connection: AwsConnection,
  { name, value }: Readonly<{ name: string; value: string }>
): Promise<void> {
  const { PutParameterCommand } = await import('@aws-sdk/client-ssm')
  const command = new PutParameterCommand({ Name: name, Value: value, Overwrite: true })
  await awsCall(callOn('PutParameter', name), client.send(command, callOptions(connection)))
}
