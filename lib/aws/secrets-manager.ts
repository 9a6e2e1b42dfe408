import type { SecretListEntry, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { callOptions, clientOptions, type AwsConnection } from './connection.ts'

/** A secret as a container: its name, and whether somebody has put a value in. Never the value. */
export type SecretContainer = Readonly<{ name: string; arn: string; hasValue: boolean }>

export type SecretsManager = Readonly<{
  /** The secrets whose name begins with `prefix`, by name; those that wait for deletion are left out. */
  listContainers: (prefix: string) => Promise<readonly SecretContainer[]>
}>

/** Secrets Manager; its client is loaded with the first call. Nothing here can read a value. */
export function secretsManager(connection: AwsConnection): SecretsManager {
  let client: Promise<SecretsManagerClient> | undefined
  const connect = (): Promise<SecretsManagerClient> => (client ??= open(connection))
  return { listContainers: async (prefix) => listContainers(await connect(), connection, prefix) }
}

async function open(connection: AwsConnection): Promise<SecretsManagerClient> {
  const sdk = await import('@aws-sdk/client-secrets-manager')
  return new sdk.SecretsManagerClient(clientOptions(connection))
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
