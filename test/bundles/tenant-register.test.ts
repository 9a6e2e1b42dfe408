import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { rootCredentials, type Aws } from '../../lab/aws/aws.ts'
import type { GitHubServer } from '../../lab/github/server.ts'
import { openGateway, type Moment } from '../chaos/gateway.ts'
import { startStep, type Ended } from '../chaos/step.ts'
import { callJson, signed, startForTests } from '../emulator/start.ts'
import { closeWithoutDefects, REPOSITORY, startJob, startWithRepository } from '../lab/github/fixture.ts'

/** Some ten processes on a busy machine, and git behind each pull request. */
jest.setTimeout(240_000)

const GLOBEX = {
  client: 'Globex',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'globex-stg',
  region: 'us-east-1',
  vpc_cidr: '10.1.0.0/16',
  image: 'caliber/api:1'
}
const ACME = { ...GLOBEX, client: 'acme', subdomain: 'acme-stg', vpc_cidr: '10.0.0.0/16' }
const FILE = 'terraform/tenants/stg/globex.tfvars.json'
const BRANCH = 'tenants/stg-globex'

let aws: Aws
let github: GitHubServer
let folder: string

beforeAll(async () => {
  aws = await startForTests()
  const record = { tenant: 'stg/globex', at: '', run: '', settings: GLOBEX, claims: [] }
  const body = { Name: '/caliber-registry/tenants/stg/globex', Type: 'String', Value: JSON.stringify(record) }
  await callJson(aws, signed('ssm'), ['AmazonSSM.PutParameter', body])
  folder = await mkdtemp(join(tmpdir(), 'register-'))
  await mkdir(join(folder, 'workspace'))
})
afterAll(async () => {
  await aws?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  github = await startWithRepository()
  github.people.letJobsPropose(REPOSITORY)
  await github.people.pushCommit({
    repository: REPOSITORY,
    branch: 'main',
    files: { 'terraform/tenants/stg/acme.tfvars.json': JSON.stringify(ACME) },
    message: 'Register acme',
    author: 'ada'
  })
})

type Attempt = Readonly<{
  moment?: Moment
  contents?: 'read' | 'write'
  inputs?: Readonly<Record<string, string>>
}>
const REGISTER = { mode: 'register', client: 'globex' }

/** One attempt in a job of its own, which is killed at the moment, if there is one. */
async function register({ moment, contents = 'write', inputs = REGISTER }: Attempt = {}): Promise<Ended> {
  const { event } = await github.people.openPullRequest({
    repository: REPOSITORY,
    head: await freshBranch(),
    base: 'main',
    title: 'Something else',
    author: 'ada'
  })
  const job = startJob(github, event, { permissions: { contents, 'pull-requests': 'write' } })
  const { token } = await github.platform.credentials(job)
  const gateway = await openGateway({ github: github.url, aws: aws.url })
  const running = await startStep({
    action: 'tenant',
    folder,
    inputs: { env: 'stg', 'github-token': token, ...inputs },
    env: {
      AWS_ENDPOINT_URL: aws.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: rootCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: rootCredentials.secretAccessKey,
      GITHUB_API_URL: gateway.github,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_REPOSITORY_ID: '1',
      GITHUB_SHA: '01'.repeat(20),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '100',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_ACTOR: 'ada'
    }
  })
  if (moment !== undefined) gateway.arm(moment, running.kill)
  const ended = await running.ended
  expect([moment, gateway.struck()]).toEqual([moment, moment !== undefined])
  await gateway.close()
  return ended
}

let branches = 0
async function freshBranch(): Promise<string> {
  const branch = `other-${(branches += 1)}`
  await github.people.pushCommit({
    repository: REPOSITORY,
    branch,
    files: { 'main.tf': `terraform {} # ${branch}\n` },
    message: 'Change',
    author: 'ada'
  })
  return branch
}

/** The tenant's own pull requests, by number. */
function pullsOf(
  branch = BRANCH
): readonly Readonly<{ number: number; title: string; files: readonly string[] }>[] {
  const all = Array.from({ length: 20 }, (_, at) => github.people.pullRequest(REPOSITORY, at + 1))
  return all.flatMap((pull) =>
    pull?.headRef === branch
      ? [{ number: pull.number, title: pull.title, files: pull.files.map(({ path }) => path) }]
      : []
  )
}

test('a reserved tenant is proposed once, and registered when that is merged', async () => {
  const first = await register()
  expect({ code: first.code, log: first.log }).toMatchObject({ code: 0 })
  expect(first.outputs).toMatchObject({ outcome: 'proposed', changed: 'true', tenant: 'stg/globex' })
  const again = await register()
  expect(again.outputs).toMatchObject({ outcome: 'proposed', changed: 'false' })
  expect(again.outputs['pull-request']).toBe(first.outputs['pull-request'])
  const [pull, ...others] = pullsOf()
  expect([pull, others]).toEqual([
    expect.objectContaining({ title: 'Register stg/globex', files: [FILE] }),
    []
  ])

  const place = { repository: REPOSITORY, number: pull?.number ?? 0 }
  await github.people.mergePullRequest({ ...place, by: 'grace', method: 'squash' })
  expect((await register()).outputs).toMatchObject({ outcome: 'registered', changed: 'false' })
  await closeWithoutDefects(github)
})

test('a registration that is killed at any write is completed by the next run, with one pull request', async () => {
  const writes = ['POST /git/refs', `PUT /contents/${encodeURIComponent(FILE)}`, 'POST /pulls']
  for (const operation of writes) {
    const killed = await register({ moment: { operation, at: 'answered' } })
    expect([operation, killed.code]).toEqual([operation, undefined])
  }
  const { code, outputs } = await register()
  expect([code, outputs['outcome']]).toEqual([0, 'proposed'])
  expect(pullsOf()).toEqual([expect.objectContaining({ files: [FILE] })])
  await closeWithoutDefects(github)
})

test('a tenant is amended, and retired by the same pull request, though both are killed at every write', async () => {
  const path = `/contents/${encodeURIComponent('terraform/tenants/stg/acme.tfvars.json')}`
  const amend = { mode: 'amend', client: 'acme', settings: '{"cpu":512}' }
  const retire = { mode: 'retire', client: 'acme' }
  const kill = async (inputs: Attempt['inputs'], operations: readonly string[]): Promise<void> => {
    for (const operation of operations) {
      const { code } = await register({ ...(inputs && { inputs }), moment: { operation, at: 'answered' } })
      expect([operation, code]).toEqual([operation, undefined])
    }
  }
  await kill(amend, ['POST /git/refs', `PUT ${path}`, 'POST /pulls'])
  const amended = await register({ inputs: amend })
  expect(amended.outputs).toMatchObject({ outcome: 'proposed', changed: 'false', client: 'acme' })
  expect(JSON.parse(amended.outputs['tfvars'] ?? '')).toEqual({ ...ACME, cpu: 512 })
  const { number = 0 } = pullsOf('tenants/stg-acme')[0] ?? {}
  await kill(retire, ['PATCH /pulls/*', `DELETE ${path}`])
  expect((await register({ inputs: retire })).outputs).toMatchObject({ outcome: 'proposed' })
  expect(pullsOf('tenants/stg-acme')).toEqual([expect.objectContaining({ number, title: 'Retire stg/acme' })])
  await github.people.mergePullRequest({ repository: REPOSITORY, number, by: 'grace', method: 'squash' })
  expect((await register({ inputs: retire })).outputs).toMatchObject({ outcome: 'retired', changed: 'false' })
  await closeWithoutDefects(github)
})

test('without its permission it says which, and writes nothing', async () => {
  const { code, log } = await register({ contents: 'read' })
  expect(code).toBe(1)
  expect(log).toContain("Grant 'contents: write' under 'permissions:' of the job")
  expect(pullsOf()).toEqual([])
  await closeWithoutDefects(github)
})
