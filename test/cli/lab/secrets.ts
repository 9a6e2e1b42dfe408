/** Every secret value that a client has once it is seeded, read by the account's owner. */
import * as secrets from '@aws-sdk/client-secrets-manager'
import type { Aws } from '../../../lab/aws/aws.ts'
import { asOwner } from '../../terraform/caliber/tenant-stack.ts'
import type { Told } from './production.ts'

export type Tenant = Readonly<{ client: string; env: string; region: string }>

/** By what each is; read on a copy, so that this AWS's journal tells of the laptop's calls only. */
export async function readSecrets(
  aws: Aws,
  told: Told,
  { client, env, region }: Tenant
): Promise<Readonly<Record<string, string>>> {
  const copy = await aws.fork()
  const reader = new secrets.SecretsManagerClient(asOwner(copy, region))
  const read = async (SecretId: string): Promise<string> =>
    (await reader.send(new secrets.GetSecretValueCommand({ SecretId }))).SecretString ?? ''
  const passwordOf = async (output: string): Promise<string> => {
    const { password = '' } = JSON.parse(await read(String(told[output]?.value))) as { password?: string }
    return password
  }
  try {
    return {
      documentdb: await passwordOf('documentdb_master_secret_arn'),
      postgres: await passwordOf('postgresql_master_secret_arn'),
      django: await read(`caliber/${client}/${env}/django-secret-key`)
    }
  } finally {
    await copy.close()
  }
}
