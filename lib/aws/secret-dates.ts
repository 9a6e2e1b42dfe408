import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { orAbsent } from './denied.ts'

/** When a secret was last changed in any way, and last rotated by AWS, in milliseconds since the epoch. */
export type SecretDates = Readonly<{ changedAt?: number; rotatedAt?: number; hasValue: boolean }>

/** The dates of a secret, which hold nothing of its value; undefined when there is no such secret. */
export async function secretDates(connection: AwsConnection, id: string): Promise<SecretDates | undefined> {
  const { DescribeSecretCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient(clientOptions(connection))
  const request = client.send(new DescribeSecretCommand({ SecretId: id }), callOptions(connection))
  const found = await orAbsent(request, 'ResourceNotFoundException')
  if (found === undefined) return undefined
  const { LastChangedDate, LastRotatedDate, VersionIdsToStages = {} } = found
  return {
    ...(LastChangedDate === undefined ? {} : { changedAt: LastChangedDate.getTime() }),
    ...(LastRotatedDate === undefined ? {} : { rotatedAt: LastRotatedDate.getTime() }),
    hasValue: Object.keys(VersionIdsToStages).length > 0
  }
}
