import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { NOTHING, planText } from '../fakes/plan-text.ts'
import { fakeLaptop, type FakeLaptop } from './fake-laptop.ts'

const KEPT = 'terraform/stacks/caliber/.terraform/laptop'
const PROD = '--client Acme --plan Dedicated --env prod --subdomain acme'
const STG = '--client Acme --plan Dedicated --env stg --subdomain acme-stg'

const DATABASE = {
  type: 'aws_db_instance',
  name: 'this',
  actions: ['delete'],
  before: { skip_final_snapshot: false, final_snapshot_identifier: 'acme-prod-final' },
  after: null
}
const GUARD = { type: 'terraform_data', name: 'protection', actions: ['delete'], after: null }
/** The plan that destroys a stack, whose state says whether it is protected. */
const planOf = (on: boolean): string =>
  planText(DATABASE, { ...GUARD, before: { input: { on }, output: { on } } })

/** What the check tells of its findings. */
const finding = (...kinds: readonly string[]): string =>
  JSON.stringify({ findings: kinds.map((kind) => ({ kind, weight: 'note' })) })

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
/** What is done where something is to be lifted: a look at what would be destroyed, the lift, and the destruction. */
const LIFTED = ['plan -destroy', 'show', 'plan', 'show', 'apply', 'plan -destroy', 'show', 'apply']
const UNLIFTED = ['plan -destroy', 'show', 'apply']
const worked = (laptop: FakeLaptop): readonly string[] => commands(laptop).filter((one) => one !== 'init')
const tolerated = ({ steps }: FakeLaptop): readonly (string | undefined)[] =>
  steps.filter(({ action }) => action === 'decommission-check').map(({ inputs }) => inputs['TOLERATE'])
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

test('what the state protects is lifted first, by a plan that is shown, and then looked at again and destroyed', async () => {
  const answers = ['prod/acme', 'prod/acme']
  const terraform = { show: planOf(true) }
  await using laptop = await fakeLaptop({ files: tenant('prod'), steps: STEPS, terraform, answers })
  expect(await laptop.type(`destroy ${PROD} --force`)).toMatchObject({ code: 0 })
  expect(laptop.questions).toEqual(['Lift the protection? Type prod/acme: ', 'Destroy? Type prod/acme: '])
  expect(worked(laptop)).toEqual(LIFTED)
  expect(tolerated(laptop)).toEqual(['protection', ''])
  expect(laptop.steps.at(-1)?.inputs).toMatchObject({
    FORCE: 'true',
    'REQUIRE-BACKUPS': 'true',
    'FINAL-SNAPSHOTS': 'acme-prod-final',
    'DOCUMENTDB-CLUSTER': 'acme-documentdb',
    'POSTGRES-INSTANCE': 'acme-postgres-2'
  })
})

test.each([
  ['put on by hand in stg, which the file says nothing of', {}],
  ['put on by hand, which the file says is off', { overrides: { deletion_protection: false } }]
])('protection that was %s is lifted, too', async (_what, more) => {
  const looks = [finding('backup', 'protection'), finding('backup')]
  const steps = { ...STEPS, 'decommission-check': () => ({ outputs: { result: looks.shift() ?? '' } }) }
  const terraform = { show: planOf(false) }
  await using laptop = await fakeLaptop({ files: tenant('stg', more), steps, terraform, answers: ['y', 'y'] })
  expect(await laptop.type(`destroy ${STG}`)).toMatchObject({ code: 0 })
  expect(laptop.questions).toEqual(['Lift the protection? [y/N] ', 'Destroy? [y/N] '])
  expect(worked(laptop)).toEqual(LIFTED)
})

test('where nothing is left to lift for Terraform, nobody is asked about that', async () => {
  const steps = { ...STEPS, 'decommission-check': { outputs: { result: finding('protection') } } }
  await using laptop = await fakeLaptop({
    files: tenant('stg'),
    steps,
    terraform: { show: NOTHING },
    answers: ['y']
  })
  expect(await laptop.type(`destroy ${STG}`)).toMatchObject({ code: 0 })
  expect(laptop.questions).toEqual(['Destroy? [y/N] '])
})

test('protection that is on all the same stops it before anything goes', async () => {
  const result = finding('protection')
  const steps = {
    ...STEPS,
    'decommission-check': ({ TOLERATE: tolerate }: Readonly<Record<string, string>>) =>
      tolerate === '' ? { code: 1, lines: ['::error::Deletion protection is on.'] } : { outputs: { result } }
  }
  await using laptop = await fakeLaptop({ files: tenant('stg'), steps, terraform: { show: planOf(false) } })
  expect(await laptop.type(`destroy ${STG} --yes`)).toMatchObject({ code: 1 })
  expect(worked(laptop)).toEqual(LIFTED.slice(0, -1))
})

test('a no at either question ends it there, and leaves no plan that apply.sh could find', async () => {
  const given = { files: tenant('prod'), steps: STEPS, terraform: { show: planOf(true) } }
  await using first = await fakeLaptop({ ...given, answers: ['n'] })
  expect(await first.type(`destroy ${PROD} --force`)).toMatchObject({ code: 1 })
  expect(worked(first)).toEqual(LIFTED.slice(0, 4))
  expect(readdirSync(join(first.root, KEPT))).toEqual([])
  await using second = await fakeLaptop({ ...given, answers: ['prod/acme', 'y'] })
  expect(await second.type(`destroy ${PROD} --force`)).toMatchObject({ code: 1 })
  expect(worked(second)).toEqual(LIFTED.slice(0, -1))
})

test.each([
  ['prod', {}, false],
  ['prod', {}, true],
  ['stg', {}, false],
  ['stg', { overrides: { deletion_protection: true } }, false],
  ['stg', { overrides: { deletion_protection: false } }, true]
] as const)(
  'in %s with %j the state alone says whether something is to be lifted: %s',
  async (env, more, on) => {
    await using laptop = await fakeLaptop({
      files: tenant(env, more),
      steps: STEPS,
      terraform: { show: planOf(on) }
    })
    await laptop.type(`destroy ${env === 'prod' ? PROD : STG} --force --yes ${env}/acme`)
    expect(worked(laptop)).toEqual(on ? LIFTED : UNLIFTED)
  }
)

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
  expect(readdirSync(join(laptop.root, KEPT))).toEqual([])
})

test('--without-backups lets databases go that leave nothing behind', async () => {
  await using laptop = await fakeLaptop({ files: tenant('stg'), steps: STEPS })
  await laptop.type(`destroy ${STG} --yes --without-backups`)
  expect(laptop.steps.at(-1)?.inputs).toMatchObject({ 'REQUIRE-BACKUPS': 'false' })
})
