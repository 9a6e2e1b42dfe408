import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { startStep, type Ended } from '../chaos/step.ts'
import { callForm, callJson, element, signed, startForTests, type Identity } from '../emulator/start.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github-api.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(120_000)

const ACME = {
  client: 'Acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  region: 'us-east-1',
  vpc_cidr: '10.20.0.0/16',
  image: 'caliber/api:1'
}
/** More than a page of the API. */
const MANY = 120

let aws: Aws
let github: FakeGitHub
let reader: Identity
let folder: string
const kept: Record<string, unknown>[] = []

beforeAll(async () => {
  aws = await startForTests()
  github = await startFakeGitHub({
    'GET /repos/acme/infra/issues': () => ({ body: kept }),
    'POST /repos/acme/infra/issues': ({ body }) => {
      const issue = { number: 1, html_url: 'https://x/1', state: 'open', user: { type: 'Bot' }, ...body }
      kept.push(issue)
      return { status: 201, body: issue }
    }
  })
  reader = await createReader(['tag:GetResources'])
  folder = await mkdtemp(join(tmpdir(), 'orphans-'))
  const registry = join(folder, 'workspace/terraform/tenants/stg')
  await mkdir(registry, { recursive: true })
  await writeFile(join(registry, 'acme.tfvars.json'), JSON.stringify(ACME))
  await tagged('/acme', 'Acme')
  for (let at = 0; at < MANY; at += 1) await tagged(`/gone/${at}`, 'gone')
})
afterAll(async () => {
  await aws?.close()
  await github?.close()
  await rm(folder, { recursive: true, force: true })
})

async function tagged(Name: string, client: string): Promise<void> {
  const tags = { Project: 'Caliber', Client: client, Env: 'stg' }
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  await callJson(aws, signed('ssm'), ['AmazonSSM.PutParameter', { Name, Type: 'String', Value: 'x', Tags }])
}

/** A caller who may do what the README's table says, and nothing else. */
async function createReader(onAll: readonly string[], UserName = 'reader'): Promise<Identity> {
  const registry = 'arn:aws:ssm:us-east-1:123456789012:parameter/caliber-registry'
  const Statement = [
    { Effect: 'Allow', Action: ['ssm:GetParametersByPath'], Resource: [registry, `${registry}/*`] },
    ...onAll.map((Action) => ({ Effect: 'Allow', Action, Resource: '*' }))
  ]
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
  await callForm(aws, { Action: 'CreateUser', UserName }, signed('iam'))
  await callForm(
    aws,
    { Action: 'PutUserPolicy', UserName, PolicyName: 'read', PolicyDocument },
    signed('iam')
  )
  const key = await callForm(aws, { Action: 'CreateAccessKey', UserName }, signed('iam'))
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

async function look(who = reader): Promise<Ended> {
  const running = await startStep({
    action: 'report-orphans',
    folder,
    inputs: { 'fail-on-orphans': 'true', 'github-token': 'ghs_job' },
    env: {
      AWS_ENDPOINT_URL: aws.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: who.accessKeyId,
      AWS_SECRET_ACCESS_KEY: who.secretAccessKey,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_REPOSITORY_ID: '42',
      GITHUB_SHA: '01'.repeat(20),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '100',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_ACTOR: 'ada'
    }
  })
  return running.ended
}

test('all pages are read with the README’s permissions, and one issue is opened and then left alone', async () => {
  const first = await look()
  expect([first.code, first.log]).toEqual([1, expect.stringContaining(`tenant: ${MANY} of stg/gone.`)])
  const [orphan] = JSON.parse(first.outputs['orphans'] ?? '[]') as Readonly<{
    count: number
    resources: []
  }>[]
  expect([orphan?.count, orphan?.resources.length]).toEqual([MANY, 100])
  expect(first.outputs).toMatchObject({ 'has-orphans': 'true', issue: 'https://x/1', unnamed: '[]' })
  expect(JSON.parse(first.outputs['result'] ?? '')).toMatchObject({ seen: MANY + 1, regions: ['us-east-1'] })
  await look()
  const writes = github.requests.filter((request) => !request.startsWith('GET'))
  expect(writes).toEqual(['POST /repos/acme/infra/issues'])
  const calls = (await aws.journal()).filter(({ action }) => action === 'GetResources')
  expect(calls.length).toBeGreaterThanOrEqual(4) // two looks, of more than a page each
})

test('a call that is refused is named, and nothing is reported', async () => {
  const before = github.requests.length
  const step = await look(await createReader([], 'stranger'))
  expect([step.code, step.outputs]).toEqual([1, {}])
  expect(step.log).toContain('The role of this job needs tag:GetResources on *.')
  expect(github.requests).toHaveLength(before)
})
