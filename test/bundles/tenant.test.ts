import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, expect, jest, test } from '@jest/globals'
import type { Aws, AwsCall } from '../../lab/aws/aws.ts'
import { openGateway, type Moment } from '../chaos/gateway.ts'
import { startStep, type Ended, type Running } from '../chaos/step.ts'
import { type FakeGitHub, type Route, startFakeGitHub } from '../fakes/github-api.ts'
import { callForm, callJson, element, signed, startForTests, type Identity } from '../emulator/start.ts'

/** Some thirty processes on a busy machine. */
jest.setTimeout(240_000)

type Given = Readonly<Record<string, string>>

const REGISTRY = 'arn:aws:ssm:us-east-1:123456789012:parameter/caliber-registry'
const GLOBEX: Given = {
  mode: 'reserve',
  client: 'Globex',
  env: 'stg',
  plan: 'Dedicated',
  subdomain: 'globex-stg',
  region: 'us-east-1',
  settings: '{"image":"caliber/api:1"}'
}
const INITECH: Given = { ...GLOBEX, client: 'initech', subdomain: 'initech-stg' }
const RELEASE: Given = {
  mode: 'release',
  client: 'globex',
  env: 'stg',
  confirm: 'stg/globex',
  'github-token': 'ghs_job'
}
/** A GitHub whose default branch has no tenants. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /repos/acme/infra': () => ({ body: { default_branch: 'main', owner: {} } }),
  'GET /repos/acme/infra/git/ref/heads/main': () => ({ body: { object: { sha: '01'.repeat(20) } } }),
  'GET /repos/acme/infra/git/trees/main': () => ({ body: { tree: [] } })
}
const ACME = {
  client: 'acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  region: 'us-east-1',
  vpc_cidr: '10.0.0.0/16',
  image: 'caliber/api:1'
}

let seeded: Aws
let clerk: Identity
let folder: string
let github: FakeGitHub
let aws: Aws

beforeAll(async () => {
  seeded = await startForTests()
  github = await startFakeGitHub(ROUTES)
  clerk = await createClerk(seeded)
  folder = await mkdtemp(join(tmpdir(), 'tenants-'))
  const registry = join(folder, 'workspace/terraform/tenants/stg')
  await mkdir(registry, { recursive: true })
  await writeFile(join(registry, 'acme.tfvars.json'), JSON.stringify(ACME))
})
afterAll(async () => {
  await seeded?.close()
  await github?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  aws = await seeded.fork()
})
afterEach(() => aws?.close())

/** A caller who may do what the README's table says, and nothing else. */
async function createClerk(account: Aws): Promise<Identity> {
  const allow = (actions: readonly string[], resources: readonly string[]) => ({
    Effect: 'Allow',
    Action: actions.map((action) => `ssm:${action}`),
    Resource: resources
  })
  const statements = [
    allow(['GetParametersByPath'], [REGISTRY, `${REGISTRY}/*`]),
    allow(['GetParameter', 'PutParameter', 'DeleteParameter'], [`${REGISTRY}/*`])
  ]
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  await callForm(account, { Action: 'CreateUser', UserName: 'clerk' }, signed('iam'))
  const policy = { Action: 'PutUserPolicy', UserName: 'clerk', PolicyName: 'registry', PolicyDocument }
  await callForm(account, policy, signed('iam'))
  const key = await callForm(account, { Action: 'CreateAccessKey', UserName: 'clerk' }, signed('iam'))
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

const start = (inputs: Given, url = aws.url, run = 100): Promise<Running> =>
  startStep({
    action: 'tenant',
    folder,
    inputs,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: clerk.accessKeyId,
      AWS_SECRET_ACCESS_KEY: clerk.secretAccessKey,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_REPOSITORY_ID: '42',
      GITHUB_SHA: '01'.repeat(20),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_ACTOR: 'ada'
    }
  })
const run = async (inputs: Given): Promise<Ended> => (await start(inputs)).ended

/** All parameters of the registry, but when they were written. */
async function parametersOf(account: Aws): Promise<readonly (readonly [string, string])[]> {
  const body = { Path: '/caliber-registry', Recursive: true }
  const { text } = await callJson(account, signed('ssm'), ['AmazonSSM.GetParametersByPath', body])
  const { Parameters } = JSON.parse(text) as { Parameters: readonly { Name: string; Value: string }[] }
  const timeless = (value: string): string => value.replace(/"at":"[^"]*"/, '"at":""')
  return Parameters.map(({ Name, Value }) => [Name, timeless(Value)] as const).toSorted()
}

const writesOf = async (): Promise<readonly string[]> =>
  (await aws.journal()).filter(({ action }) => /^(?:Put|Delete)/.test(action)).map(({ action }) => action)

test('a tenant is reserved, listed, and released by a person, with the permissions of the README', async () => {
  const first = await run(GLOBEX)
  expect({ code: first.code, log: first.log }).toMatchObject({ code: 0 })
  expect(first.outputs).toMatchObject({ outcome: 'reserved', changed: 'true', tenant: 'stg/globex' })
  // The lowest block is that of a tenant in the registry.
  expect(JSON.parse(first.outputs['tfvars'] ?? '')).toMatchObject({
    client: 'Globex',
    vpc_cidr: '10.1.0.0/16'
  })
  const again = await run(GLOBEX)
  expect(again.outputs).toMatchObject({ changed: 'false', tfvars: first.outputs['tfvars'] })
  expect(await writesOf()).toHaveLength(3)

  const other = await run({ ...INITECH, subdomain: 'globex-stg' })
  expect([other.code, other.outputs['outcome']]).toEqual([1, 'refused'])
  expect(other.log).toContain('which stg/globex.tfvars.json claims already')

  const { outputs } = await run({ mode: 'list' })
  expect(JSON.parse(outputs['tenants'] ?? '')).toEqual([
    expect.objectContaining({ tenant: 'stg/acme', state: 'unreserved' }),
    expect.objectContaining({ tenant: 'stg/globex', state: 'reserved', plan: 'Dedicated' })
  ])
  expect((await run(RELEASE)).outputs).toMatchObject({ outcome: 'released', changed: 'true' })
  expect(await parametersOf(aws)).toEqual([])
})

test('of two onboardings at the same moment one gets the subdomain, and all get addresses of their own', async () => {
  const thief = { ...GLOBEX, client: 'thief' }
  const started = await Promise.all([GLOBEX, thief, INITECH].map((inputs) => start(inputs)))
  const ended = await Promise.all(started.map((running) => running.ended))
  const kinds = ended.map(({ outputs }) => outputs['outcome'])
  expect([kinds.slice(0, 2).toSorted(), kinds[2]]).toEqual([['refused', 'reserved'], 'reserved'])
  const loser = kinds[0] === 'refused' ? 'stg/globex' : 'stg/thief'
  const parameters = await parametersOf(aws)
  expect(parameters.filter(([, text]) => text.includes(`"tenant":"${loser}"`))).toEqual([])
  const addresses = ended.map(({ outputs }) => outputs['vpc-cidr']).filter((cidr) => cidr !== '')
  expect(addresses.toSorted()).toEqual(['10.1.0.0/16', '10.2.0.0/16'])
})

/** The first read, and each write when AWS has done it. */
function momentsOf(calls: readonly AwsCall[]): readonly Moment[] {
  const at = (index: number, when: Moment['at']): Moment => {
    const operation = calls[index]?.action ?? ''
    const nth = calls.slice(0, index + 1).filter(({ action }) => action === operation).length
    return { operation, nth, at: when }
  }
  const writes = calls.flatMap(({ action }, index) => (/^(?:Put|Delete)/.test(action) ? [index] : []))
  return [at(0, 'asked'), ...writes.map((index) => at(index, 'answered'))]
}

test.each<[string, readonly Given[], Given]>([
  ['reservation', [], GLOBEX],
  ['release', [GLOBEX], RELEASE]
])('a %s that is killed at any write is completed by the next run', async (_what, before, inputs) => {
  for (const one of before) await run(one)
  const undisturbed = await aws.fork()
  expect((await (await start(inputs, undisturbed.url)).ended).code).toBe(0)
  const wanted = await parametersOf(undisturbed)
  const moments = momentsOf(await undisturbed.journal())
  expect(moments).toHaveLength(4)
  for (const moment of moments) {
    const fork = await aws.fork()
    const gateway = await openGateway({ github: fork.url, aws: fork.url })
    const running = await start(inputs, gateway.aws)
    gateway.arm(moment, running.kill)
    expect([moment, (await running.ended).code]).toEqual([moment, undefined])
    await gateway.close()
    const { code } = await (await start(inputs, fork.url)).ended
    expect([moment, code, await parametersOf(fork)]).toEqual([moment, 0, wanted])
    await fork.close()
  }
  await undisturbed.close()
})

test.each<[string, Given, string]>([
  ['no mode', { mode: '' }, "Input 'mode' is required"],
  ['no plan', { ...GLOBEX, plan: '' }, "Input 'plan' is required"],
  ['a release without its name', { ...RELEASE, confirm: 'yes' }, "Input 'confirm' is not 'stg/globex'"]
])('the bundle refuses %s in one sentence and asks nobody', async (_what, inputs, why) => {
  const step = await run(inputs)
  expect(step.code).toBe(1)
  expect(step.log.split('\n').filter((line) => line.startsWith('::error'))).toEqual([
    expect.stringContaining(why)
  ])
  expect([step.outputs, await aws.journal()]).toEqual([{}, []])
})
