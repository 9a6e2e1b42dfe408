import type { STSClient } from '@aws-sdk/client-sts'
import { callOptions, clientOptions, type AwsConnection, type Credentials } from './connection.ts'
import { UserError } from '../errors.ts'
import { credentialsAdvice, isDenied, isUnauthenticated } from './denied.ts'

/** Whom the credentials stand for. */
export type Identity = Readonly<{ accountId: string; arn: string; partition: string }>

export type Sts = Readonly<{
  callerIdentity: () => Promise<Identity>
  /** Those of the connection, or what the SDK finds: profile, role of the machine. */
  credentials: () => Promise<Credentials>
  /** Whether the role is given to the bearer of an OIDC token; its credentials are dropped at once. */
  givesRole: (role: string, token: string) => Promise<boolean>
}>

/** STS; its client is loaded with the first call. */
export function sts(connection: AwsConnection): Sts {
  let client: Promise<STSClient> | undefined
  const connect = (): Promise<STSClient> => (client ??= open(connection))
  return {
    callerIdentity: async () => callerIdentity(await connect(), connection),
    credentials: async () => {
      if (connection.credentials !== undefined) return connection.credentials
      return findCredentials(await connect())
    },
    givesRole: async (role, token) => givesRole(await connect(), connection, { role, token })
  }
}

async function open(connection: AwsConnection): Promise<STSClient> {
  const sdk = await import('@aws-sdk/client-sts')
  return new sdk.STSClient(clientOptions(connection))
}

async function findCredentials(client: STSClient): Promise<Credentials> {
  try {
    const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials()
    return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
  } catch (error) {
    if (!(error instanceof Error) || !isUnauthenticated(error)) throw error
    throw new UserError(`This job ${credentialsAdvice(error.name)}`, { cause: error })
  }
}

async function callerIdentity(client: STSClient, connection: AwsConnection): Promise<Identity> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const { Account = '', Arn = '' } = await client.send(
    new GetCallerIdentityCommand(),
    callOptions(connection)
  )
  return { accountId: Account, arn: Arn, partition: Arn.split(':')[1] ?? 'aws' }
}

async function givesRole(
  client: STSClient,
  connection: AwsConnection,
  { role, token }: Readonly<{ role: string; token: string }>
): Promise<boolean> {
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role,
    RoleSessionName: 'caliber-doctor',
    WebIdentityToken: token,
    DurationSeconds: 900
  })
  try {
    await client.send(command, callOptions(connection))
    return true
  } catch (error) {
    if (isDenied(error)) return false
    throw error
  }
}
