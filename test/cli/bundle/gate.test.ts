/** No command line talks the gated action out of its gate. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { stepEnvironment, type Step } from '../../../cli/step.ts'
import { exec } from '../../../lib/process.ts'

const ROOT = join(import.meta.dirname, '../../..')

let folder = ''
let github: Server
/** What GitHub was asked. */
const asked: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gate-'))
  asked.length = 0
  github = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
  }).listen(0, '127.0.0.1')
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'bin/terraform'), `#!/bin/sh\necho "$@" >> ${folder}/terraform\n`)
  await chmod(join(folder, 'bin/terraform'), 0o755)
  for (const name of ['outputs', 'summary']) await writeFile(join(folder, name), '')
})

afterEach(async () => {
  github.closeAllConnections()
  await new Promise((done) => github.close(done))
  await rm(folder, { recursive: true, force: true })
})

const INPUTS = {
  stack: 'caliber-acme-prod',
  environment: 'caliber-prod',
  digest: 'ab'.repeat(32),
  'artifact-id': '1',
  'artifact-digest': 'cd'.repeat(32),
  'seal-key': Buffer.alloc(32, 7).toString('base64'),
  'github-token': 'ghs_a-token-of-somebody'
}

async function applyGated(inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, string>>) {
  // The type of a step does not even allow it.
  const step = { action: 'apply-gated', inputs: { ...INPUTS, ...inputs } } as unknown as Step
  const env = {
    ...stepEnvironment(step, {
      env: { PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter) },
      root: folder,
      who: { user: 'mallory', host: 'laptop' },
      now: () => 1,
      folder,
      files: { outputs: join(folder, 'outputs'), summary: join(folder, 'summary') }
    }),
    GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    ...more
  }
  const { signal } = new AbortController()
  const bundle = join(ROOT, 'dist/apply-gated/index.js')
  const ran = await exec(process.execPath, [bundle], { cwd: folder, env, signal })
  return { ...ran, terraform: await readFile(join(folder, 'terraform'), 'utf8').catch(() => '') }
}

test.each([
  ['as it stands', {}, {}],
  ['with self-approval', { 'allow-self-approval': 'true' }, {}],
  ['by a dispatch', { gate: 'dispatch' }, {}],
  [
    'by a dispatch that somebody has made up',
    { gate: 'dispatch' },
    { GITHUB_EVENT_NAME: 'workflow_dispatch' }
  ],
  ['with a run that somebody names', {}, { GITHUB_RUN_ID: '4711', GITHUB_REPOSITORY: 'acme/platform' }]
] as const)('apply-gated refuses outside of a gated run: %s', async (_how, inputs, more) => {
  const { code, stdout, terraform } = await applyGated(inputs, more)
  expect(code).toBe(1)
  expect(stdout).toMatch(/^::error::/m)
  expect(terraform).not.toMatch(/^(?:apply|init|plan)\b/m)
  const outputs = await readFile(join(folder, 'outputs'), 'utf8')
  expect(outputs).not.toMatch(/^applied<<[^\n]*\ntrue$/m)
})

test('no step of a laptop can ask GitHub, has a token, or is taken for a run of a workflow', () => {
  const step: Step = { action: 'tenant', inputs: {} }
  const env = stepEnvironment(step, {
    env: {
      GITHUB_TOKEN: 'ghp_x',
      GITHUB_API_URL: 'https://api.github.com',
      ACTIONS_RUNTIME_TOKEN: 'x',
      INPUT_MODE: 'release',
      PATH: '/bin'
    },
    root: '/r',
    who: { user: 'ada l', host: 'lovelace.local' },
    now: () => 7,
    folder: '/t',
    files: { outputs: '/t/o', summary: '/t/s' }
  })
  expect(env).toMatchObject({
    PATH: '/bin',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'laptop:/',
    GITHUB_REPOSITORY: 'ada-l/lovelace.local',
    GITHUB_EVENT_NAME: 'laptop'
  })
  expect(Object.keys(env).filter((name) => /TOKEN|INPUT_/.test(name))).toEqual([])
})
