import { callOptions, clientOptions, type AwsConnection } from './connection.ts'
import { isDenied } from './denied.ts'

/** Whether the credentials may read the secret; what it answers is dropped unseen. A secret without a value counts as readable. */
export async function mayReadSecret(connection: AwsConnection, name: string): Promise<boolean> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient(clientOptions(connection))
  try {
    await client.send(new GetSecretValueCommand({ SecretId: name }), callOptions(connection))
    return true
  } catch (error) {
    if (isDenied(error)) return false
    // AWS looks whether the caller may before it looks whether there is a value.
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return true
    throw error
  }
}
