import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { BACKEND, fakeLaptop, type Script } from './fake-laptop.ts'

const ACME = { client: 'acme', plan: 'Dedicated', env: 'stg', subdomain: 'acme-stg', region: 'eu-central-1' }
const GUEST = { client: 'newco', plan: 'SaaS', env: 'prod', subdomain: 'newco', region: 'us-east-1' }
const SHARED = { client: 'SaaSShared', plan: 'SaaS', env: 'prod', subdomain: 'saas-api', region: 'us-east-1' }

const registry = (...tenants: readonly Readonly<Record<string, unknown>>[]): Record<string, string> =>
  Object.fromEntries(
    tenants.map((tenant) => [
      `terraform/tenants/${String(tenant['env'])}/${String(tenant['client']).toLowerCase()}.tfvars.json`,
      JSON.stringify(tenant)
    ])
  )

const names = (cluster: string, sharedBy: readonly string[] = []) => ({
  cluster,
  service: `${cluster}-api`,
  'state-key': 'caliber/acme/stg/terraform.tfstate',
  'shared-by': JSON.stringify(sharedBy)
})

const OUTPUTS = JSON.stringify({
  api_desired_count: { value: 2, type: 'number', sensitive: false },
  frontend_bucket: { value: 'acme-stg-dedicated-frontend-1', type: 'string', sensitive: false },
  distribution_id: { value: 'E123', type: 'string', sensitive: false }
})

const acme = (more: Script = {}): Script => ({
  files: { ...registry(ACME), 'build/index.html': '<p>' },
  terraform: { output: OUTPUTS },
  ...more,
  steps: { tenant: { outputs: names('acme-stg-dedicated') }, ...more.steps }
})

test('seed-secrets.sh asks the state of client and environment, whatever the plan, in the tenant’s region', async () => {
  await using laptop = await fakeLaptop(acme())
  expect(await laptop.type('seed-secrets --client Acme --env stg')).toMatchObject({ code: 0 })
  const [, seed] = laptop.steps
  expect(seed).toMatchObject({
    action: 'seed-secrets',
    inputs: {
      CLIENT: 'acme',
      ENV: 'stg',
      'WORKING-DIRECTORY': 'terraform/stacks/caliber',
      'BACKEND-CONFIG': `${BACKEND}\nkey=caliber/acme/stg/terraform.tfstate`
    },
    env: { AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' }
  })
})

test('a Django key is replaced only when that is asked for, and running tasks are not forgotten', async () => {
  const outputs = { 'rollout-needed': 'true' }
  await using laptop = await fakeLaptop(acme({ steps: { 'seed-secrets': { outputs } } }))
  const { out } = await laptop.type('seed-secrets --client Acme --env stg')
  expect(out).toContain('until rollout-api.sh replaces them')
  await laptop.type('seed-secrets --client Acme --env stg --rotate-django-key')
  const seeds = laptop.steps.filter(({ action }) => action === 'seed-secrets')
  expect(seeds.map(({ inputs }) => inputs['ROTATE'])).toEqual(['', 'django-secret-key'])
})

test('migrate.sh migrates beside the service that the registry names', async () => {
  await using laptop = await fakeLaptop(acme())
  expect(await laptop.type('migrate --client Acme --plan Dedicated --env stg')).toMatchObject({ code: 0 })
  expect(laptop.steps.at(-1)).toMatchObject({
    action: 'migrate',
    inputs: { CLUSTER: 'acme-stg-dedicated', SERVICE: 'acme-stg-dedicated-api' }
  })
})

test('rollout-api.sh forces a deployment, and starts as many tasks as the stack asks for where none runs', async () => {
  await using laptop = await fakeLaptop(acme())
  expect(await laptop.type('rollout-api --client Acme --plan Dedicated --env stg')).toMatchObject({ code: 0 })
  expect(laptop.steps.at(-1)).toMatchObject({
    action: 'rollout',
    inputs: { 'FORCE-NEW-DEPLOYMENT': 'true', 'INITIAL-COUNT': '2', CLUSTER: 'acme-stg-dedicated' }
  })
  expect(laptop.terraform).toEqual([
    'init -input=false -no-color -reconfigure -backend-config=bucket=states -backend-config=region=us-east-1 -backend-config=key=caliber/acme/stg/terraform.tfstate -lockfile=readonly',
    'output -json'
  ])
})

test('deploy-frontend.sh puts a build from anywhere into the stack’s bucket', async () => {
  await using laptop = await fakeLaptop(acme())
  const line = 'deploy-frontend --client Acme --plan Dedicated --env stg --build-dir ./build'
  expect(await laptop.type(line)).toMatchObject({ code: 0 })
  expect(laptop.steps.at(-1)).toMatchObject({
    inputs: { BUCKET: 'acme-stg-dedicated-frontend-1', 'BUILD-DIR': 'build', 'DISTRIBUTION-ID': 'E123' },
    env: { GITHUB_WORKSPACE: laptop.root }
  })
})

test('a tenant without a frontend has no bucket to deploy to', async () => {
  await using laptop = await fakeLaptop(
    acme({ terraform: { output: '{"api_endpoint":{"value":"a","type":"string"}}' } })
  )
  const line = 'deploy-frontend --client Acme --plan Dedicated --env stg --build-dir ./build'
  expect(await laptop.type(line)).toMatchObject({
    code: 2,
    err: expect.stringMatching(
      /has no frontend .* Leave this step out, or .*terraform\/tenants\/stg\/acme\.tfvars\.json/
    )
  })
})

test('smoke-test.sh asks API and site, or the API alone, or other addresses', async () => {
  await using laptop = await fakeLaptop()
  for (const line of [
    '--subdomain acme',
    '--subdomain acme --api-only',
    '--subdomain a --domain b.test',
    '--url https://x.test,http://x.test'
  ])
    expect(await laptop.type(`smoke-test ${line}`)).toMatchObject({ code: 0 })
  expect(laptop.steps.map(({ inputs }) => inputs['URLS'])).toEqual([
    'https://acme.hicaliber.net\nhttps://www.acme.hicaliber.net/',
    'https://acme.hicaliber.net',
    'https://a.b.test\nhttps://www.a.b.test/',
    'https://x.test\nhttp://x.test'
  ])
})

test('an action’s exit code and words pass through', async () => {
  await using laptop = await fakeLaptop({
    steps: { smoke: { code: 7, lines: ['::error::The name does not exist'] } }
  })
  expect(await laptop.type('smoke-test --subdomain acme')).toEqual({
    code: 7,
    out: '',
    err: 'Error: The name does not exist'
  })
})

test.each(['migrate', 'rollout-api'])(
  '%s.sh for a SaaS tenant says whom else it touches, and asks',
  async (script) => {
    const files = registry(GUEST, SHARED)
    const steps = { tenant: { outputs: names('saasshared-prod-saas', ['prod/other']) } }
    const line = `${script} --client Newco --plan SaaS --env prod`
    await using alone = await fakeLaptop({ files, steps })
    const refused = await alone.type(line)
    expect(refused).toMatchObject({ code: 2, out: expect.stringContaining('one for all: prod/other.') })
    expect(alone.steps.map(({ action }) => action)).toEqual(['tenant'])

    await using asked = await fakeLaptop({ files, steps, terraform: { output: OUTPUTS }, answers: ['n'] })
    expect(await asked.type(line)).toMatchObject({ code: 1 })
    asked.script = { ...asked.script, answers: ['prod/newco'] }
    expect(await asked.type(line)).toMatchObject({ code: 0 })
    expect(await asked.type(`${line} --yes prod/newco`)).toMatchObject({ code: 0 })
    expect(asked.steps.at(-1)?.inputs).toMatchObject({ CLUSTER: 'saasshared-prod-saas' })
  }
)

test.each([
  [
    'another plan',
    'migrate --client Acme --plan SaaS --env stg',
    '--plan is \'SaaS\', but terraform/tenants/stg/acme.tfvars.json says "Dedicated", and a plan never changes'
  ],
  [
    'another subdomain',
    'plan --client Acme --plan Dedicated --env stg --subdomain other-stg',
    "--subdomain is 'other-stg'"
  ],
  [
    'another region',
    'seed-secrets --client Acme --env stg --region us-east-1',
    'stg/acme is in eu-central-1, which never changes'
  ],
  [
    'another image',
    'plan --client Acme --plan Dedicated --env stg --subdomain acme-stg --image a/b:2',
    "--image is 'a/b:2'"
  ]
])('a registered tenant is refused %s', async (_what, line, words) => {
  await using laptop = await fakeLaptop(acme())
  expect(await laptop.type(line)).toMatchObject({ code: 2, err: expect.stringContaining(words) })
  expect(laptop.steps).toEqual([])
})

test('init.sh keeps what it was given for later commands, which take it without any environment', async () => {
  await using laptop = await fakeLaptop({ env: { TERRAFORM_BACKEND_CONFIG: '', AWS_REGION: '' } })
  const told = await laptop.type('init --state-bucket acme-states --state-region eu-west-1 --image a/b:1')
  expect(told).toMatchObject({
    code: 0,
    out: expect.stringContaining('States are in acme-states in eu-west-1 (--state-bucket).')
  })
  expect(laptop.terraform).toEqual(['init -input=false -no-color -backend=false -lockfile=readonly'])
  const kept = join(laptop.root, 'terraform/stacks/caliber/.terraform/laptop/settings.json')
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({
    backend: ['bucket=acme-states', 'region=eu-west-1', 'encrypt=true', 'use_lockfile=true'],
    image: 'a/b:1'
  })
  const planned = await laptop.type(
    'plan --client New --plan Dedicated --env stg --subdomain new-stg --region eu-west-1'
  )
  expect(planned).toMatchObject({ code: 0 })
  expect(laptop.steps[0]?.inputs).toMatchObject({
    IMAGE: 'a/b:1',
    'REGISTRY-REGION': 'eu-west-1',
    'DRY-RUN': 'true'
  })
})

test.each([
  ['1.11.3', 2, 'setup-terraform-1.13.1'],
  ['1.9.8', 2, '1.11.4 is the oldest'],
  ['1.11.4', 0, ''],
  ['1.13.1', 0, ''],
  ['2.0.0-beta1', 0, '']
])('Terraform %s: exit %d', async (version, code, words) => {
  await using laptop = await fakeLaptop({ terraform: { version: `{"terraform_version":"${version}"}` } })
  const told = await laptop.type('init')
  expect(told).toMatchObject({ code })
  expect(told.err).toContain(words)
})

test('two commands at once do not meet in one folder', async () => {
  await using laptop = await fakeLaptop({
    files: { 'terraform/stacks/caliber/.terraform/laptop/lock': String(process.ppid) }
  })
  expect(await laptop.type('init')).toMatchObject({
    code: 2,
    err: expect.stringContaining(`process ${process.ppid}`)
  })
  await using left = await fakeLaptop({
    files: { 'terraform/stacks/caliber/.terraform/laptop/lock': '999999999' }
  })
  expect(await left.type('init')).toMatchObject({ code: 0 })
  expect(existsSync(join(left.root, 'terraform/stacks/caliber/.terraform/laptop/lock'))).toBe(false)
})
