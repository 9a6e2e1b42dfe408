import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { NOTHING } from '../fakes/plan-text.ts'
import { BACKEND, fakeLaptop, reserved, type FakeLaptop, type Script } from './fake-laptop.ts'

const FLAGS = '--client Acme --plan Dedicated --env stg --subdomain acme-stg'
const PROD = '--client Acme --plan Dedicated --env prod --subdomain acme'
const IMAGE = { CALIBER_IMAGE: 'registry.example/api:1' }

const laptopWith = (script: Script = {}): Promise<FakeLaptop> =>
  fakeLaptop({ ...script, env: { ...IMAGE, ...script.env } })

const fileOf = ({ root }: FakeLaptop, path: string): string => join(root, 'terraform', path)
const modes = ({ steps }: FakeLaptop): readonly string[] =>
  steps.map(({ inputs }) => `${inputs['MODE']}${inputs['DRY-RUN'] === 'true' ? ' (dry)' : ''}`)
const commands = ({ terraform }: FakeLaptop): readonly string[] =>
  terraform.map((line) => line.split(' ')[0] ?? '')

test('plan.sh shows what a tenant would be given, saves the plan, and reserves nothing', async () => {
  await using laptop = await laptopWith()
  const { code, out } = await laptop.type(`plan ${FLAGS}`)
  expect(code).toBe(0)
  expect(out).toContain('create  aws_ecs_service.web')
  expect(out).toContain('Plan: 1 to create.')
  expect(modes(laptop)).toEqual(['reserve (dry)'])
  expect(commands(laptop)).toEqual(['init', 'plan', 'show'])
  expect(existsSync(fileOf(laptop, 'tenants/stg/acme.tfvars.json'))).toBe(false)
  expect(existsSync(fileOf(laptop, 'stacks/caliber/.terraform/laptop/stg-acme.tfplan'))).toBe(true)
})

test('apply.sh applies that plan without planning again, and reserves and registers the tenant before', async () => {
  await using laptop = await laptopWith({ answers: ['y'] })
  await laptop.type(`plan ${FLAGS}`)
  laptop.terraform.length = 0
  const { code, out } = await laptop.type(`apply ${FLAGS}`)
  expect(code).toBe(0)
  expect(out).toContain('The plan that was saved at 2023-11-14T22:13:20.000Z:')
  expect(out).toContain('api_endpoint = acme.hicaliber.net')
  expect(laptop.questions).toEqual(['Apply? [y/N] '])
  expect(modes(laptop)).toEqual(['reserve (dry)', 'reserve (dry)', 'reserve'])
  expect(commands(laptop)).toEqual(['init', 'show', 'apply', 'output'])
  expect(JSON.parse(readFileSync(fileOf(laptop, 'tenants/stg/acme.tfvars.json'), 'utf8'))).toMatchObject({
    client: 'Acme',
    vpc_cidr: '10.0.0.0/16',
    image: 'registry.example/api:1'
  })
  expect(existsSync(fileOf(laptop, 'stacks/caliber/.terraform/laptop/stg-acme.tfplan'))).toBe(false)
})

test('a plan is rendered as text: no Markdown, no workflow command', async () => {
  await using laptop = await laptopWith()
  const { out } = await laptop.type(`plan ${FLAGS}`)
  expect(out).not.toMatch(/^#|<details>|^\||::/m)
})

test.each(['n', '', 'maybe', 'prod/acme'])('the answer %j changes nothing', async (answer) => {
  await using laptop = await laptopWith({ answers: [answer] })
  const { code, out } = await laptop.type(`apply ${FLAGS}`)
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('Nothing was changed.') })
  expect(modes(laptop)).toEqual(['reserve (dry)'])
  expect(commands(laptop)).not.toContain('apply')
  expect(existsSync(fileOf(laptop, 'tenants/stg/acme.tfvars.json'))).toBe(false)
})

test.each([
  ['y', 1],
  ['yes', 1],
  ['stg/acme', 1],
  ['prod/acme', 0]
])('in prod the tenant’s name has to be typed: %j ends with %d', async (answer, code) => {
  await using laptop = await laptopWith({ answers: [answer] })
  expect(await laptop.type(`apply ${PROD}`)).toMatchObject({ code })
  expect(laptop.questions).toEqual(['Apply? Type prod/acme: '])
})

test.each([
  [`apply ${FLAGS} --yes`, 0],
  [`apply ${FLAGS} --yes stg/acme`, 0],
  [`apply ${FLAGS} --yes stg/other`, 2],
  [`apply ${PROD} --yes`, 2],
  [`apply ${PROD} --yes prod/acme`, 0],
  [`apply ${FLAGS}`, 2]
])('where nobody can be asked %s ends with %d', async (line, code) => {
  await using laptop = await laptopWith()
  expect(await laptop.type(line)).toMatchObject({ code })
  expect(commands(laptop).includes('apply')).toBe(code === 0)
})

test('a plan of nothing asks nothing, and still leaves the tenant reserved and registered', async () => {
  await using laptop = await laptopWith({ terraform: { show: NOTHING }, answers: [] })
  expect(await laptop.type(`apply ${FLAGS}`)).toMatchObject({ code: 0 })
  expect(laptop.questions).toEqual([])
  expect(modes(laptop)).toEqual(['reserve (dry)', 'reserve'])
  expect(commands(laptop)).not.toContain('apply')
})

test.each([
  ['at another commit', { commit: 'beef' }, 'another commit'],
  ['with another Terraform', { terraform: { version: '{"terraform_version":"1.12.0"}' } }, 'another version'],
  [
    'with states elsewhere',
    { env: { ...IMAGE, TERRAFORM_BACKEND_CONFIG: `${BACKEND}\nencrypt=true` } },
    'elsewhere'
  ],
  ['with other variables', { env: { CALIBER_IMAGE: 'registry.example/api:2' } }, 'variables are others']
])('a saved plan is refused %s, unless a new one is asked for', async (_how, change, words) => {
  await using laptop = await laptopWith()
  await laptop.type(`plan ${FLAGS}`)
  laptop.script = { ...laptop.script, ...change }
  laptop.terraform.length = 0
  const refused = await laptop.type(`apply ${FLAGS} --yes`)
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(words) })
  expect(commands(laptop)).toEqual(['init'])
  expect(await laptop.type(`apply ${FLAGS} --yes --new-plan`)).toMatchObject({ code: 0 })
})

test('the plan of another tenant is never applied', async () => {
  await using laptop = await laptopWith()
  await laptop.type(`plan ${FLAGS}`)
  laptop.terraform.length = 0
  await laptop.type('apply --client Other --plan Dedicated --env stg --subdomain other-stg --yes')
  expect(commands(laptop)).toEqual(['init', 'plan', 'show', 'apply', 'output'])
})

const LOCK = 'Lock Info:\n  ID: 12ab\n  Path: states/key\n  Operation: OperationTypePlan\n  Who: grace@host\n'

test.each([
  ['failed', ['It is wrong', ''], 'failed half-way'],
  ['met a state that moved', ['Saved plan is stale', ''], 'Run plan.sh again'],
  ['met a lock', ['Error acquiring the state lock', LOCK], 'grace@host'],
  ['kept its lock', ['Error releasing the state lock', 'gone'], 'Everything was applied'],
  ['could not save', ['Failed to save state', 'no space'], 'errored.tfstate']
] as const)('an apply that %s says how far it came', async (how, apply, words) => {
  const state = how === 'could not save' ? { state: ['push', 'refused'] as const } : {}
  await using laptop = await laptopWith({ terraform: { apply, ...state } })
  const failed = await laptop.type(`apply ${FLAGS} --yes`)
  expect(failed).toMatchObject({ code: 1 })
  expect(failed.err).toContain(words)
})

test('a plan that fails says what Terraform says, and nothing is reserved', async () => {
  await using laptop = await laptopWith({ terraform: { plan: ['It is wrong', ''] } })
  const failed = await laptop.type(`apply ${FLAGS} --yes`)
  const err = 'Error: The plan of stg/acme failed, and nothing was changed. It is wrong'
  expect(failed).toMatchObject({ code: 1, err })
  expect(modes(laptop)).toEqual(['reserve (dry)'])
})

test('names and addresses that somebody took meanwhile are not applied', async () => {
  let given = 0
  const tenant = (inputs: Readonly<Record<string, string>>) => {
    given += 1
    const { outputs = {} } = reserved(inputs)
    return { outputs: { tfvars: (outputs['tfvars'] ?? '').replace('10.0.0.0', `10.${given}.0.0`) } }
  }
  await using laptop = await laptopWith({ steps: { tenant } })
  const failed = await laptop.type(`apply ${FLAGS} --yes`)
  expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('somebody took those meanwhile') })
  expect(commands(laptop)).not.toContain('apply')
})

test('what the registry refuses is told in its words, with its exit code', async () => {
  const steps = { tenant: { code: 1, lines: ['::error::acme.hicaliber.net is reserved for prod/other.'] } }
  await using laptop = await laptopWith({ steps })
  expect(await laptop.type(`apply ${PROD} --yes prod/acme`)).toEqual({
    code: 1,
    out: '',
    err: 'Error: acme.hicaliber.net is reserved for prod/other.'
  })
})

test('the flags of a SaaS tenant are variables of its stack', async () => {
  await using laptop = await laptopWith()
  const given = {
    'saas-docdb-uri': 'mongodb://shared.docdb:27017/?tls=true',
    'saas-rds-endpoint': 'shared.rds:5432',
    'saas-api-lb-dns': 'lb.eu-central-1.elb.amazonaws.com',
    'saas-api-lb-zone': 'Z215JYRZR1TBD5'
  }
  const flags = Object.entries(given).map(([name, value]) => `--${name} ${value}`)
  const tenant = '--client NewTenant --plan SaaS --env prod --subdomain customer1'
  expect(await laptop.type(`plan ${tenant} ${flags.join(' ')}`)).toMatchObject({ code: 0 })
  expect(JSON.parse(laptop.steps[0]?.inputs['SETTINGS'] ?? '')).toEqual(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name.replaceAll('-', '_'), value]))
  )
})
