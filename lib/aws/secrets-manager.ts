import type { SecretListEntry, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { rotateSecret, rotationOf, type NewRotation, type Rotation } from './secret-rotation.ts'
import { createSecret, putSecret, readSecret, type Written } from './secret-values.ts'
import type { NewSecret, NewVersion, SecretVersion } from './secret-values.ts'
import { ask, isUnknown } from './secret-errors.ts'

/** A secret as a container: its name, and whether somebody has put a value in. Never the value. */
export type SecretContainer = Readonly<{ name: string; arn: string; hasValue: boolean }>

/** What describes a secret. `versions` are those with a label: id → labels. */
export type SecretDescription = Readonly<{
  arn: string
  versions: Readonly<Record<string, readonly string[]>>
  /** When AWS may delete it for good; there while it waits for deletion. */
  deletedAt?: Date
  /** When AWS rotates it by itself; there while it does. */
  rotation?: Rotation
}>

export type SecretsManager = Readonly<{
  /** The secrets whose name begins with `prefix`, by name; those that wait for deletion are left out. */
  listContainers: (prefix: string) => Promise<readonly SecretContainer[]>
  /** Undefined when there is no secret of this name. */
  describe: (name: string) => Promise<SecretDescription | undefined>
  /** The version with this label, AWSCURRENT unless said otherwise; undefined when no version has it. */
  read: (id: string, label?: string) => Promise<SecretVersion | undefined>
  /** Makes a version and labels it AWSCURRENT. */
  put: (version: NewVersion) => Promise<Written>
  /** Makes a secret together with its first version. */
  create: (secret: NewSecret) => Promise<Written>
  /** Has AWS rotate a secret now, which goes on after the answer. */
  rotate: (rotation: NewRotation) => Promise<void>
  /** When its versions were made, those without a label too, in milliseconds since the epoch; 100 at most. */
  versionTimes: (name: string) => Promise<readonly number[]>
}>

/** Throttled calls are repeated, more slowly, for about two minutes before they fail. */
const ATTEMPTS = 10

/** Secrets Manager; its client is loaded with the first call. */
export function secretsManager(connection: AwsConnection): SecretsManager {
  let opened: Promise<SecretsManagerClient> | undefined
  const connect = (): Promise<SecretsManagerClient> => (opened ??= open(connection))
  const session = async () => ({ client: await connect(), options: callOptions(connection) })
  return {
    listContainers: async (prefix) => listContainers(await connect(), connection, prefix),
    describe: async (name) => describe(await connect(), connection, name),
    read: async (id, label = 'AWSCURRENT') => readSecret(await session(), id, label),
    put: async (version) => putSecret(await session(), version),
    create: async (secret) => createSecret(await session(), secret),
    rotate: async (rotation) => rotateSecret(await connect(), callOptions(connection), rotation),
    versionTimes: async (name) => versionTimes(await connect(), connection, name)
  }
}

async function open(connection: AwsConnection): Promise<SecretsManagerClient> {
  const sdk = await import('@aws-sdk/client-secrets-manager')
  return new sdk.SecretsManagerClient({ ...clientOptions(connection), maxAttempts: ATTEMPTS })
}

async function listContainers(
  client: SecretsManagerClient,
  connection: AwsConnection,
  prefix: string
): Promise<readonly SecretContainer[]> {
  const { paginateListSecrets } = await import('@aws-sdk/client-secrets-manager')
  const pages = paginateListSecrets(
    { client, pageSize: 100 },
    prefix === '' ? {} : { Filters: [{ Key: 'name', Values: [prefix] }] },
    callOptions(connection)
  )
  const found: SecretContainer[] = []
  for await (const { SecretList: entries = [] } of pages) found.push(...entries.map(toContainer))
  // The service's own filter ignores case and word boundaries.
  return found
    .filter(({ name }) => name.startsWith(prefix))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

/** A version with a stage is a value; a fresh container has none. */
const toContainer = ({
  Name = '',
  ARN = '',
  SecretVersionsToStages = {}
}: SecretListEntry): SecretContainer => ({
  name: Name,
  arn: ARN,
  hasValue: Object.keys(SecretVersionsToStages).length > 0
})

async function describe(
  client: SecretsManagerClient,
  connection: AwsConnection,
  name: string
): Promise<SecretDescription | undefined> {
  const { DescribeSecretCommand } = await import('@aws-sdk/client-secrets-manager')
  const answer = await ask({ action: 'DescribeSecret', on: name, isAbsence: isUnknown }, () =>
    client.send(new DescribeSecretCommand({ SecretId: name }), callOptions(connection))
  )
  if (answer === undefined) return undefined
  const { ARN = '', VersionIdsToStages = {}, DeletedDate } = answer
  const rotation = rotationOf(answer)
  return {
    arn: ARN,
    versions: VersionIdsToStages,
    ...(DeletedDate === undefined ? {} : { deletedAt: DeletedDate }),
    ...(rotation === undefined ? {} : { rotation })
  }
}

async function versionTimes(
  client: SecretsManagerClient,
  connection: AwsConnection,
  name: string
): Promise<readonly number[]> {
  const { ListSecretVersionIdsCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new ListSecretVersionIdsCommand({
    SecretId: name,
    IncludeDeprecated: true,
    MaxResults: 100
  })
  const answer = await ask({ action: 'ListSecretVersionIds', on: name }, () =>
    client.send(command, callOptions(connection))
  )
  const { Versions = [] } = answer ?? {}
  return Versions.map(({ CreatedDate }) => CreatedDate?.getTime() ?? 0)
}
