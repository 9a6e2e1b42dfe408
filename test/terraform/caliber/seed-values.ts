/** A production client's secrets, filled as the seed step does, by the account's owner. */
import * as secrets from '@aws-sdk/client-secrets-manager'
import type { Aws } from '../../../lab/aws/aws.ts'
import { asOwner } from './tenant-stack.ts'

/** What an output of the stack says, as `terraform output -json` has it. */
export type Told = Readonly<Record<string, Readonly<{ sensitive: boolean; value: unknown }>>>

export type Tenant = Readonly<{ client: string; env: string; region: string }>

/** Writes all four; resolves with every secret value that exists then, by what it is: AWS's passwords and Django's key. */
export async function seedSecrets(
  aws: Aws,
  told: Told,
  { client, env, region }: Tenant
): Promise<Readonly<Record<string, string>>> {
  const { documentdb, postgres } = await readPasswords(aws, told, region)
  const django = 'planted:django/key+7c1d2e&9f'
  const uri = String(told['documentdb_uri']?.value)
  const values = {
    'docdb-uri': uri.replace('//', `//caliber_admin:${encodeURIComponent(documentdb)}@`),
    'postgres-endpoint': String(told['postgresql_endpoint']?.value),
    'django-secret-key': django,
    'django-secret-key-fallbacks': '[]'
  }
  const writer = new secrets.SecretsManagerClient(asOwner(aws, region))
  for (const [name, SecretString] of Object.entries(values)) {
    const SecretId = `caliber/${client}/${env}/${name}`
    await writer.send(new secrets.PutSecretValueCommand({ SecretId, SecretString }))
  }
  return { documentdb, postgres, django }
}

/** Reads on a copy, so that this AWS's journal tells of Terraform's calls only. */
async function readPasswords(
  aws: Aws,
  told: Told,
  region: string
): Promise<Readonly<{ documentdb: string; postgres: string }>> {
  const copy = await aws.fork()
  const reader = new secrets.SecretsManagerClient(asOwner(copy, region))
  const passwordOf = async (output: string): Promise<string> => {
    const SecretId = String(told[output]?.value)
    const { SecretString = '{}' } = await reader.send(new secrets.GetSecretValueCommand({ SecretId }))
    const { password } = JSON.parse(SecretString) as { password?: string }
    if (password === undefined) throw new Error(`${output} has no password.`)
    return password
  }
  try {
    const documentdb = await passwordOf('documentdb_master_secret_arn')
    return { documentdb, postgres: await passwordOf('postgresql_master_secret_arn') }
  } finally {
    await copy.close()
  }
}
