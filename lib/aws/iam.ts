import type { IAMClient } from '@aws-sdk/client-iam'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** A role as far as who may assume it, and what it may never do. */
export type Role = Readonly<{
  name: string
  arn: string
  /** The trust policy, JSON text. */
  trust: string
  /** ARN of the permissions boundary; undefined when it has none. */
  boundary?: string
}>

/** An OIDC provider: whose tokens the account takes, and for which audiences. */
export type OidcProvider = Readonly<{ url: string; audiences: readonly string[] }>

export type Iam = Readonly<{
  /** Undefined when there is no such role. */
  describeRole: (name: string) => Promise<Role | undefined>
  /** Undefined when there is no such provider. */
  describeOidcProvider: (arn: string) => Promise<OidcProvider | undefined>
}>

/** IAM; its client is loaded with the first call. */
export function iam(connection: AwsConnection): Iam {
  let client: Promise<IAMClient> | undefined
  const connect = (): Promise<IAMClient> => (client ??= open(connection))
  return {
    describeRole: async (name) => describeRole(await connect(), connection, name),
    describeOidcProvider: async (arn) => describeOidcProvider(await connect(), connection, arn)
  }
}

/** IAM's error code for what does not exist. */
const ABSENT = ['NoSuchEntity', 'NoSuchEntityException']

async function open(connection: AwsConnection): Promise<IAMClient> {
  const sdk = await import('@aws-sdk/client-iam')
  return new sdk.IAMClient(clientOptions(connection))
}

async function describeRole(
  client: IAMClient,
  connection: AwsConnection,
  name: string
): Promise<Role | undefined> {
  const { GetRoleCommand } = await import('@aws-sdk/client-iam')
  const command = new GetRoleCommand({ RoleName: name })
  const answer = await orAbsent(client.send(command, callOptions(connection)), ...ABSENT)
  const role = answer?.Role
  if (role === undefined) return undefined
  const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn
  return {
    name: role.RoleName ?? name,
    arn: role.Arn ?? '',
    // IAM answers policies URL-encoded.
    trust: decodeURIComponent(role.AssumeRolePolicyDocument ?? '{}'),
    ...(boundary === undefined ? {} : { boundary })
  }
}

async function describeOidcProvider(
  client: IAMClient,
  connection: AwsConnection,
  arn: string
): Promise<OidcProvider | undefined> {
  const { GetOpenIDConnectProviderCommand } = await import('@aws-sdk/client-iam')
  const command = new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn })
  const answer = await orAbsent(client.send(command, callOptions(connection)), ...ABSENT)
  return answer === undefined ? undefined : { url: answer.Url ?? '', audiences: answer.ClientIDList ?? [] }
}
