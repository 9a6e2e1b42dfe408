import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { NOTHING, planText } from '../fakes/plan-text.ts'
import { fakeLaptop, type FakeLaptop } from './fake-laptop.ts'

const PROD = '--client Acme --plan Dedicated --env prod --subdomain acme'
const STG = '--client Acme --plan Dedicated --env stg --subdomain acme-stg'

const DATABASE = planText(
  { actions: ['update'] },
  {
    type: 'aws_db_instance',
    name: 'this',
    actions: ['delete'],
    before: { skip_final_snapshot: false, final_snapshot_identifier: 'acme-prod-final' },
    after: null
  }
)

function tenant(env: 'prod' | 'stg', more: object = {}): Readonly<Record<string, string>> {
  const subdomain = env === 'prod' ? 'acme' : 'acme-stg'
  const text = JSON.stringify({
    client: 'Acme',
    plan: 'Dedicated',
    env,
    subdomain,
    region: 'us-east-1',
    ...more
  })
  return { [`terraform/tenants/${env}/acme.tfvars.json`]: text }
}

const STEPS = {
  tenant: { outputs: { 'documentdb-cluster': 'acme-documentdb', 'postgres-instance': 'acme-postgres-2' } }
}

const commands = ({ terraform }: FakeLaptop): readonly string[] =>
  terraform.map((line) => line.split(' ')[0] + (line.includes(' -destroy') ? ' -destroy' : ''))
const actions = ({ steps }: FakeLaptop): readonly string[] => steps.map(({ action }) => action)

test('an unprotected tenant is looked at, shown and destroyed after one question', async () => {
  await using laptop = await fakeLaptop({ files: tenant('stg'), steps: STEPS, answers: ['y'] })
  const { code, out } = await laptop.type(`destroy ${STG}`)
  expect(code).toBe(0)
  expect(actions(laptop)).toEqual(['tenant', 'decommission-check'])
  expect(laptop.questions).toEqual(['Destroy? [y/N] '])
  expect(commands(laptop)).toEqual(['init', 'plan -destroy', 'show', 'apply'])
  expect(out).toContain('Remove terraform/tenants/stg/acme.tfvars.json by pull request')
})

test('in prod the protection is lifted first, by a plan that is shown, and then destroyed by another', async () => {
  const answers = ['prod/acme', 'prod/acme']
  const terraform = { show: DATABASE }
  await using laptop = await fakeLaptop({ files: tenant('prod'), steps: STEPS, terraform, answers })
  expect(await laptop.type(`destroy ${PROD} --force`)).toMatchObject({ code: 0 })
  expect(laptop.questions).toEqual(['Lift the protection? Type prod/acme: ', 'Destroy? Type prod/acme: '])
  expect(commands(laptop)).toEqual([
    'init',
    'plan',
    'show',
    'apply',
    'init',
    'plan -destroy',
    'show',
    'apply'
  ])
  expect(laptop.steps.at(-1)?.inputs).toMatchObject({
    FORCE: 'true',
    TOLERATE: 'protection',
    'REQUIRE-BACKUPS': 'true',
    'FINAL-SNAPSHOTS': 'acme-prod-final',
    'DOCUMENTDB-CLUSTER': 'acme-documentdb',
    'POSTGRES-INSTANCE': 'acme-postgres-2'
  })
})

test('a no at either question ends it there, and leaves no plan that apply.sh could find', async () => {
  await using first = await fakeLaptop({ files: tenant('prod'), steps: STEPS, answers: ['n'] })
  expect(await first.type(`destroy ${PROD} --force`)).toMatchObject({ code: 1 })
  expect(commands(first)).toEqual(['init', 'plan', 'show'])
  const kept = join(first.root, 'terraform/stacks/caliber/.terraform/laptop')
  expect(readdirSync(kept)).toEqual([])
  await using second = await fakeLaptop({ files: tenant('prod'), steps: STEPS, answers: ['prod/acme', 'y'] })
  expect(await second.type(`destroy ${PROD} --force`)).toMatchObject({ code: 1 })
  expect(commands(second)).toEqual(['init', 'plan', 'show', 'apply', 'init', 'plan -destroy', 'show'])
})

test('what was lifted before is not asked about again', async () => {
  const terraform = { show: NOTHING }
  await using laptop = await fakeLaptop({
    files: tenant('prod'),
    steps: STEPS,
    terraform,
    answers: ['prod/acme']
  })
  await laptop.type(`destroy ${PROD} --force`)
  expect(laptop.questions).toEqual(['Destroy? Type prod/acme: '])
})

test('the flags that apply.sh was typed with will do, unless they say something else', async () => {
  const image = 'registry.example/api:1'
  await using laptop = await fakeLaptop({ files: tenant('stg', { image }), steps: STEPS })
  expect(await laptop.type(`destroy ${STG} --yes --image ${image}`)).toMatchObject({ code: 0 })
  expect(await laptop.type(`destroy ${STG} --yes --image ${image}0`)).toMatchObject({ code: 2 })
})

test('what the check finds stops it before anything is changed', async () => {
  const steps = {
    ...STEPS,
    'decommission-check': {
      code: 1,
      lines: ['::error::It has no snapshot, and automated backups end with it.']
    }
  }
  await using laptop = await fakeLaptop({ files: tenant('stg'), steps })
  expect(await laptop.type(`destroy ${STG} --yes`)).toMatchObject({
    code: 1,
    err: 'Error: It has no snapshot, and automated backups end with it.'
  })
  expect(commands(laptop)).not.toContain('apply')
})

test('--without-backups lets databases go that leave nothing behind', async () => {
  await using laptop = await fakeLaptop({ files: tenant('stg'), steps: STEPS })
  await laptop.type(`destroy ${STG} --yes --without-backups`)
  expect(laptop.steps.at(-1)?.inputs).toMatchObject({ 'REQUIRE-BACKUPS': 'false' })
})

test.each([
  ['prod', {}, true],
  ['prod', { overrides: { deletion_protection: false } }, false],
  ['stg', {}, false],
  ['stg', { overrides: { deletion_protection: true } }, true]
] as const)('a tenant in %s with %j is protected: %s', async (env, more, isProtected) => {
  await using laptop = await fakeLaptop({ files: tenant(env, more), steps: STEPS })
  await laptop.type(`destroy ${env === 'prod' ? PROD : STG} --force --yes ${env}/acme`)
  expect(commands(laptop)[1]).toBe(isProtected ? 'plan' : 'plan -destroy')
})
