/** The bundle with what the bootstrap's seed role may do, in a client's applied stack, asking Terraform itself. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { machineFromEnvironment } from '../../../lab/lab.ts'
import { terraformSettings } from '../../../lab/terraform.ts'
import { callForm, element, signed, type Identity } from '../../emulator/start.ts'
import { seeded, type Seeded } from '../../seeds/seeded.ts'
import { findUnexplained } from '../../terraform/bootstrap/used-actions.ts'
import { createSandbox, stack, type Sandbox } from '../../terraform/sandbox.ts'
import { runBundle } from '../run-bundle.ts'
import { NAMES, PATH, stepEnv, valueOf } from './account.ts'

const MINUTES = 60_000
let applied: Seeded
let sandbox: Sandbox
let seeder: Identity

beforeAll(async () => {
  applied = await seeded('caliber')
  sandbox = await createSandbox()
  seeder = await openSeeder()
}, 15 * MINUTES)

afterAll(async () => {
  await Promise.all([applied?.close(), sandbox?.remove()])
})

/** A user with the role's policy, to the letter; who may assume the role is tried where trust is. */
async function openSeeder(): Promise<Identity> {
  const ask = (form: Readonly<Record<string, string>>) => callForm(applied, form, signed('iam'))
  const role = { RoleName: 'caliber-seed-acme-stg', PolicyName: 'seed' }
  const policy = element(await ask({ Action: 'GetRolePolicy', ...role }), 'PolicyDocument')
  const user = { UserName: 'seeder' }
  await ask({ Action: 'CreateUser', ...user })
  const PolicyDocument = decodeURIComponent(policy)
  await ask({ Action: 'PutUserPolicy', ...user, PolicyName: 'seed', PolicyDocument })
  const key = await ask({ Action: 'CreateAccessKey', ...user })
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

test(
  'the seed role is enough to read the state and fill the client’s secrets, and is refused nothing',
  async () => {
    const { path, terraformConfig } = machineFromEnvironment()
    const backend = applied.variables['TERRAFORM_BACKEND_CONFIG'] ?? ''
    const { code, log, outputs } = await runBundle({
      action: 'seed-secrets',
      inputs: {
        client: 'acme',
        env: 'stg',
        'working-directory': join(sandbox.folder, stack),
        'backend-config': `${backend}\nkey=${PATH}terraform.tfstate`
      },
      env: {
        ...stepEnv(applied.url, seeder),
        ...terraformSettings,
        PATH: path,
        TF_CLI_CONFIG_FILE: terraformConfig
      }
    })
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    expect(outputs).toContain(JSON.stringify(NAMES))
    const uri = await valueOf(applied, `${PATH}docdb-uri`)
    expect(uri).toMatch(
      /^mongodb:\/\/caliber_admin:[\w%.~-]+@acme-stg-dedicated-documentdb\.\S+:27017\/\?tls=true/
    )
    const refused = (await applied.journal()).filter(({ decision }) => decision.endsWith('-deny'))
    expect(refused.map(({ iamAction, resource }) => `${iamAction} ${resource}`)).toEqual([])
    expect(await findUnexplained(applied, 'seed', { principal: 'user/seeder' })).toEqual([])
  },
  5 * MINUTES
)
