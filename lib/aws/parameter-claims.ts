import type { SSMClient } from '@aws-sdk/client-ssm'
import { awsCall, type AwsCall } from './call.ts'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** Parameters of Systems Manager of which only one caller can be the first to write. */
export type ParameterClaims = Readonly<{
  /** Writes a parameter that is not there; 'taken' when it is, whoever wrote it. */
  claim: (name: string, value: string) => Promise<'claimed' | 'taken'>
  /** Names and texts of all parameters below a path. */
  list: (path: string) => Promise<ReadonlyMap<string, string>>
  /** Removes a parameter; nothing happens when it is gone. */
  remove: (name: string) => Promise<void>
}>

/** Parameters; the client is loaded with the first call. */
export function parameterClaims(connection: AwsConnection): ParameterClaims {
  let client: Promise<SSMClient> | undefined
  const connect = (): Promise<SSMClient> => (client ??= open(connection))
  return {
    claim: async (name, value) => claim(await connect(), connection, { name, value }),
    list: async (path) => list(await connect(), connection, path),
    remove: async (name) => remove(await connect(), connection, name)
  }
}

async function open(connection: AwsConnection): Promise<SSMClient> {
  const sdk = await import('@aws-sdk/client-ssm')
  return new sdk.SSMClient({ ...clientOptions(connection), maxAttempts: 8 })
}

const callOn = (operation: string, name: string): AwsCall => ({
  service: 'Systems Manager',
  operation,
  on: `parameter '${name}'`,
  permission: `ssm:${operation} on parameter/${name.replace(/^\//, '')}`
})

async function claim(
  client: SSMClient,
  connection: AwsConnection,
  { name, value }: Readonly<{ name: string; value: string }>
): Promise<'claimed' | 'taken'> {
  const { PutParameterCommand } = await import('@aws-sdk/client-ssm')
  const command = new PutParameterCommand({ Name: name, Value: value, Type: 'String', Overwrite: false })
  const request = client.send(command, callOptions(connection))
  const answer = await orAbsent(awsCall(callOn('PutParameter', name), request), 'ParameterAlreadyExists')
  return answer === undefined ? 'taken' : 'claimed'
}

async function list(
  client: SSMClient,
  connection: AwsConnection,
  path: string
): Promise<ReadonlyMap<string, string>> {
  const { paginateGetParametersByPath } = await import('@aws-sdk/client-ssm')
  const found = new Map<string, string>()
  const read = async (): Promise<void> => {
    const pages = paginateGetParametersByPath(
      { client },
      { Path: path, Recursive: true },
      callOptions(connection)
    )
    for await (const { Parameters = [] } of pages)
      for (const { Name = '', Value = '' } of Parameters) found.set(Name, Value)
  }
  await awsCall({ ...callOn('GetParametersByPath', path), on: `path '${path}'` }, read())
  return found
}

async function remove(client: SSMClient, connection: AwsConnection, name: string): Promise<void> {
  const { DeleteParameterCommand } = await import('@aws-sdk/client-ssm')
  const request = client.send(new DeleteParameterCommand({ Name: name }), callOptions(connection))
  await orAbsent(awsCall(callOn('DeleteParameter', name), request), 'ParameterNotFound')
}
