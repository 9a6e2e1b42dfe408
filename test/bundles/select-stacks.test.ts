import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startStep, type Ended } from '../chaos/step.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(60_000)

const ACME = {
  client: 'acme',
  plan: 'Dedicated',
  env: 'stg',
  subdomain: 'acme-stg',
  region: 'us-east-1',
  vpc_cidr: '10.20.0.0/16',
  image: 'caliber/api:1'
}
const GLOBEX = { ...ACME, client: 'globex', subdomain: 'globex-stg', vpc_cidr: '10.21.0.0/16' }

let folder: string
let workspace: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'select-'))
  workspace = join(folder, 'workspace')
  await commit({
    'terraform/stacks/caliber/main.tf': 'module "network" {\n  source = "../../modules/network"\n}\n',
    'terraform/modules/network/main.tf': '',
    'terraform/tenants/stg/acme.tfvars.json': JSON.stringify(ACME),
    'terraform/tenants/stg/globex.tfvars.json': JSON.stringify(GLOBEX)
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const git = (...args: readonly string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'init.defaultBranch=main', ...args],
    {
      cwd: workspace,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
    }
  ).trim()

/** Commits these files, a null removes one; gives the commit. */
async function commit(files: Readonly<Record<string, string | null>>): Promise<string> {
  await mkdir(workspace, { recursive: true })
  git('init', '--quiet')
  for (const [path, text] of Object.entries(files)) {
    const file = join(workspace, path)
    await mkdir(dirname(file), { recursive: true })
    await (text === null ? rm(file) : writeFile(file, text))
  }
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Change')
  return git('rev-parse', 'HEAD')
}

async function select(
  sha: string,
  before: string,
  inputs: Readonly<Record<string, string>> = {}
): Promise<Ended> {
  const event = join(folder, 'event.json')
  await writeFile(event, JSON.stringify({ before }))
  const running = await startStep({
    action: 'select-stacks',
    folder,
    inputs,
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_REPOSITORY_ID: '42',
      GITHUB_SHA: sha,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_ACTOR: 'ada'
    }
  })
  return running.ended
}

const namesOf = ({ outputs }: Ended): readonly string[] =>
  (JSON.parse(outputs['stacks'] ?? '[]') as readonly { stack: string }[]).map(({ stack }) => stack)

test('a module selects every tenant, a file its own tenant, and a removed one is told', async () => {
  const first = git('rev-parse', 'HEAD')
  const second = await commit({ 'terraform/modules/network/ümlaut.tf': '# new\n' })
  const all = await select(second, first)
  expect({ code: all.code, log: all.log }).toMatchObject({ code: 0 })
  expect(namesOf(all)).toEqual(['caliber-acme-stg', 'caliber-globex-stg'])

  const third = await commit({
    'terraform/tenants/stg/acme.tfvars.json': JSON.stringify({ ...ACME, cpu: 512 })
  })
  const one = await select(third, second)
  expect([namesOf(one), one.outputs['count']]).toEqual([['caliber-acme-stg'], '1'])

  const fourth = await commit({ 'terraform/tenants/stg/globex.tfvars.json': null })
  const none = await select(fourth, third)
  expect([namesOf(none), none.outputs['has-stacks'], none.outputs['removed']]).toEqual([
    [],
    'false',
    '["stg/globex"]'
  ])
  expect(none.log).toContain('::warning::No longer in the registry: stg/globex.')
})

test('a shallow checkout is refused with what to set', async () => {
  const head = git('rev-parse', 'HEAD')
  const whole = `${workspace}-whole`
  await cp(workspace, whole, { recursive: true })
  await rm(workspace, { recursive: true })
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${whole}`, workspace])
  const step = await select(
    head,
    execFileSync('git', ['rev-parse', 'HEAD^'], { cwd: whole, encoding: 'utf8' }).trim()
  )
  expect(step.code).toBe(1)
  const errors = step.log.split('\n').filter((line) => line.startsWith('::error'))
  expect(errors).toEqual([expect.stringContaining("Give actions/checkout 'fetch-depth: 0'")])
  expect(step.outputs).toEqual({})
})
