import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../../lab/aws/aws.ts'
import { allow, ask, NAMES, openAccount, PATH, type Account } from './account.ts'
import { runSeed, type Given, type Ran } from './run-seed.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

let account: Account
let aws: Aws

beforeAll(async () => {
  account = await openAccount()
})
afterAll(() => account?.aws.close())
beforeEach(async () => {
  aws = await account.aws.fork()
})
afterEach(() => aws?.close())

const seed = (inputs: Given = {}, more: Parameters<typeof runSeed>[2] = {}): Promise<Ran> =>
  runSeed({ account, aws }, inputs, more)

const moved = (host: string): Given => ({
  outputs: JSON.stringify({ ...account.outputs, postgresql_endpoint: host })
})
test('outputs come from a file, too', async () => {
  const files = { 'outputs.json': JSON.stringify(account.outputs) }
  expect(await seed({ 'outputs-file': 'outputs.json' }, { files })).toMatchObject({
    code: 0,
    told: { created: NAMES }
  })
  const { code, log } = await seed({ 'outputs-file': 'gone.json' })
  expect([code, log]).toEqual([
    1,
    expect.stringContaining("Input 'outputs-file' names 'gone.json', which cannot be read.")
  ])
})

test('outputs come from Terraform in the stack’s folder', async () => {
  const outputs = Object.fromEntries(
    Object.entries(account.outputs).map(([name, value]) => [
      name,
      { value, type: typeof value === 'string' ? 'string' : ['map', 'string'] }
    ])
  )
  const state = { version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'l', outputs, resources: [] }
  const files = { 'main.tf': '', 'terraform.tfstate': JSON.stringify(state) }
  const step = await seed({ 'working-directory': '.' }, { files })
  expect([step.code, step.told]).toMatchObject([0, { created: NAMES }])
  const empty = await seed({ 'working-directory': '.' }, { files: { 'main.tf': '' } })
  expect(empty.log).toContain('The state of . holds no outputs. Apply the stack first')
  expect((await seed({ 'working-directory': 'gone' })).log).toContain(
    "'gone', which is no folder of the repository"
  )
})

test('a mapping of one’s own is read from YAML', async () => {
  await ask(aws, 'secretsmanager.CreateSecret', { Name: `${PATH}redis-endpoint` })
  const mapping = 'redis-endpoint:\n  kind: output\n  output: postgresql_endpoint\n'
  expect(await seed({ mapping })).toMatchObject({ code: 0, told: { created: ['redis-endpoint'] } })
})

test('a caller who may not count versions is warned and goes on', async () => {
  await seed()
  await allow(aws, { Effect: 'Deny', Action: 'secretsmanager:ListSecretVersionIds', Resource: '*' })
  const { code, log, told } = await seed(moved('b.test:1'), { run: 101 })
  expect([code, told]).toMatchObject([0, { updated: ['postgres-endpoint'] }])
  expect(log).toMatch(/::warning::How often .*postgres-endpoint was written is not checked/)
})
