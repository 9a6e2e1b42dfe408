import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rootCredentials, startAws, type Aws, type AwsResource } from '../../lab/aws/aws.ts'
import { complaint, createSandbox, stack, type Sandbox } from './sandbox.ts'

const RESOURCES = 46
const tenant = '-var-file=../../tenants/stg/acme.tfvars.json'

let aws: Aws
let sandbox: Sandbox
let foundation: readonly AwsResource[]

beforeAll(async () => {
  ;[aws, sandbox] = await Promise.all([startAws({ python: emulatorPython() }), createSandbox()])
  await aws.bootstrap({
    bucket: 'acme-state',
    issuer: 'https://token.actions.githubusercontent.com',
    repository: 'acme/infra',
    repositoryId: '42',
    environments: ['caliber-stg'],
    prefix: 'caliber'
  })
  foundation = await aws.resources()
  const init = await terraform('init', '-lockfile=readonly', ...backend())
  if (init.code !== 0) throw new Error(complaint(init))
}, 120_000)

afterAll(async () => {
  await Promise.all([aws?.close(), sandbox?.remove()])
})

test('the example of a tenant with everything said can be planned: three zones, each with its own way out', async () => {
  const planned = await terraform('plan', '-var-file=examples/dedicated.tfvars.json')
  expect(complaint(planned)).toBe('')
  expect(planned.stdout).toContain('Plan: 56 to add, 0 to change, 0 to destroy.')
}, 60_000)

test('the stack is applied, and a second plan finds nothing to do', async () => {
  const applied = await terraform('apply', '-auto-approve', tenant)
  expect(complaint(applied)).toBe('')
  expect(applied.stdout).toContain(`Apply complete! Resources: ${RESOURCES} added, 0 changed, 0 destroyed.`)

  expect(await remainingChanges()).toBe('')
}, 240_000)

test('its outputs tell the next steps where to work, and no value of a secret', async () => {
  const outputs = await terraform('output', '-json')
  const told = JSON.parse(outputs.stdout) as Record<string, { sensitive: boolean; value: unknown }>

  expect(Object.values(told).filter(({ sensitive }) => sensitive)).toEqual([])
  expect(told['cluster_name']?.value).toBe('acme-stg-dedicated')
  expect(told['service_name']?.value).toBe('acme-stg-dedicated-api')
  expect(told['private_subnet_ids']?.value).toHaveLength(2)
  expect(told['secret_arns']?.value).toEqual({
    'django-secret-key': expect.stringContaining(':secret:caliber/acme/stg/django-secret-key-'),
    'docdb-uri': expect.stringContaining(':secret:caliber/acme/stg/docdb-uri-'),
    'postgres-endpoint': expect.stringContaining(':secret:caliber/acme/stg/postgres-endpoint-')
  })
}, 60_000)

test('neither planning nor applying ever asks for the value of a secret', async () => {
  const calls = await aws.journal()
  const actions = new Set(
    calls.filter(({ service }) => service === 'secretsmanager').map(({ action }) => action)
  )

  expect(actions).toContain('DescribeSecret')
  expect(actions).not.toContain('GetSecretValue')
  expect(actions).not.toContain('PutSecretValue')
})

test('keeping logs longer and giving tasks more memory destroys nothing but a revision, and settles', async () => {
  const change = ['-var', 'log_retention_days=90', '-var', 'memory=1024']
  const applied = await terraform('apply', '-auto-approve', tenant, ...change)
  expect(complaint(applied)).toBe('')
  expect(applied.stdout).toContain('Apply complete! Resources: 1 added, 2 changed, 1 destroyed.')

  expect(await remainingChanges(...change)).toBe('')
}, 120_000)

test('after its destruction only what is kept on purpose is left', async () => {
  const destroyed = await terraform('destroy', '-auto-approve', tenant)
  expect(complaint(destroyed)).toBe('')
  expect((await terraform('state', 'list')).stdout).toBe('')

  const known = new Set(foundation.map(({ id }) => id))
  const left = (await aws.resources()).filter(({ id }) => !known.has(id))
  expect(left.filter((one) => !isKept(one))).toEqual([])
}, 180_000)

/** Revisions stay for rollbacks; secrets and key wait for the end of their recovery windows; the state is the bucket's. */
function isKept({ service, type, name }: AwsResource): boolean {
  if (service === 'ecs') return type === 'task-definition'
  if (service === 'secretsmanager') return name.startsWith('caliber/acme/stg/')
  return service === 'kms'
}

function terraform(...args: readonly string[]): ReturnType<Sandbox['run']> {
  return sandbox.run(stack, [...args, '-no-color'], {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true'
  })
}

/** The plan's text when it would change something, '' when it would not. */
async function remainingChanges(...args: readonly string[]): Promise<string> {
  return complaint(await terraform('plan', '-detailed-exitcode', tenant, ...args))
}

function backend(): string[] {
  const settings = ['bucket=acme-state', 'region=us-east-1', 'key=caliber/acme/stg/terraform.tfstate']
  return [...settings, 'use_lockfile=true', 'use_path_style=true'].map(
    (setting) => `-backend-config=${setting}`
  )
}

function emulatorPython(): string {
  const python = process.env['CALIBER_PYTHON_EMULATOR']
  if (python === undefined) throw new Error('The emulator is not prepared: run `npm test -- test/terraform`.')
  return python
}
