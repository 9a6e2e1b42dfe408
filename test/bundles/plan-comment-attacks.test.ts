/** plan-comment's bundle, attacked through comments, titles, branches, the environment and the plan itself. */
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { GitHubServer } from '../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../lab/runner/ports.ts'
import { KEY, planText } from '../fakes/plan-text.ts'
import {
  closeWithoutDefects,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from '../lab/github/fixture.ts'
import { HOSTILE } from '../lib/properties/hostile-text.ts'
import { expectInert } from '../lib/properties/inert.ts'
import { type Ran, runAs } from './gated-job.ts'

type Strings = Readonly<Record<string, string>>
type Pull = Readonly<{ number: number; event: WorkflowEvent }>

const MARKER = '<!-- caliber:plan:v1 -->'
const PERMISSIONS = { actions: 'read', checks: 'write', contents: 'read', 'pull-requests': 'write' } as const
let github: GitHubServer

beforeAll(async () => {
  github = await startWithRepository()
})
afterAll(async () => {
  jest.restoreAllMocks()
  await closeWithoutDefects(github)
})

async function openPull(branch: string, title = 'Change'): Promise<Pull> {
  const { people } = github
  await people.pushCommit({
    repository: REPOSITORY,
    branch,
    files: { [`${Buffer.from(branch).toString('hex')}.tf`]: '# x\n' },
    message: title,
    author: 'ada'
  })
  return people.openPullRequest({ repository: REPOSITORY, head: branch, base: 'main', title, author: 'ada' })
}

const planJob = (event: WorkflowEvent): Job => startJob(github, event, { permissions: PERMISSIONS })

/** Renders this plan as a job of the event; the artifact service is left out, so nothing else is uploaded. */
const comment = (event: WorkflowEvent, plan: string, inputs: Strings = {}): Promise<Ran> =>
  runAs(github, planJob(event), {
    action: 'plan-comment',
    inputs: { stack: 'net', 'plan-json': 'plan.json', ...inputs },
    files: { 'plan.json': plan },
    env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' }
  })

const outputOf = ({ outputs }: Ran, name: string): string =>
  new RegExp(`^${name}<<(.+)\n([^]*?)\n\\1$`, 'm').exec(outputs)?.[2] ?? ''

const bodies = (number: number): readonly string[] =>
  github.people.comments(REPOSITORY, number).map(({ body }) => body)

test('a person’s comment with the marker is nobody’s business: ours is written beside it', async () => {
  const { number, event } = await openPull('forged')
  const forged = `${MARKER}\n\n## Terraform plan\n\nno changes`
  github.people.comment({ repository: REPOSITORY, number, user: 'mallory', body: forged })
  for (const name of ['one', 'two']) expect((await comment(event, planText({ name }))).code).toBe(0)
  const [theirs, ours, ...more] = bodies(number)
  expect(theirs).toBe(forged)
  expect(ours).toContain('aws_ecs_service.two')
  expect(more).toEqual([])
})

test('our comment, edited to claim another digest, changes no verdict and is written anew', async () => {
  const { number, event } = await openPull('edited')
  const reviewed = planText({ name: 'reviewed' })
  const smuggled = planText({ name: 'smuggled' })
  const first = await comment(event, reviewed, { 'seal-key': KEY.toString('base64') })
  const other = await comment(event, smuggled, { 'seal-key': KEY.toString('base64'), comment: 'never' })
  const [digest, claimed] = [outputOf(first, 'digest'), outputOf(other, 'digest')]
  expect(claimed).not.toBe(digest)
  const [ours] = github.people.comments(REPOSITORY, number)
  const person = getOctokit(github.people.tokenFor('mallory'), { baseUrl: github.url })
  await person.rest.issues.updateComment({
    ...PLACE,
    comment_id: ours?.id ?? 0,
    body: (ours?.body ?? '')
      .replaceAll(digest.slice(0, 8), claimed.slice(0, 8))
      .replaceAll('reviewed', 'smuggled')
  })
  const { event: push } = await github.people.mergePullRequest({
    repository: REPOSITORY,
    number,
    by: 'ada',
    method: 'squash'
  })
  const key = { 'seal-key': KEY.toString('base64'), 'require-reviewed': 'true' }
  const refused = await comment(push, smuggled, key)
  expect({ code: refused.code, reviewed: outputOf(refused, 'reviewed') }).toEqual({
    code: 1,
    reviewed: 'different'
  })
  expect(refused.log).toContain('is not the reviewed one')
  const same = await comment(push, reviewed, key)
  expect({ code: same.code, reviewed: outputOf(same, 'reviewed') }).toEqual({ code: 0, reviewed: 'same' })
})

test('hostile titles, branches, addresses, values and outputs act nowhere', async () => {
  const title = HOSTILE.slice(0, 12).join(' ').replaceAll(/\s+/g, ' ')
  const { number, event } = await openPull('a-`b`-$(id)-<img>-|c|-@octocat-#1', title)
  const change = {
    actions: ['create'],
    after: Object.fromEntries(HOSTILE.map((text, at) => [`${text}${at}`, text]))
  }
  const plan = {
    ...(JSON.parse(planText(...HOSTILE.map((name) => ({ name: `x["${name}"]` })))) as object),
    output_changes: Object.fromEntries(HOSTILE.map((text) => [text, change])),
    checks: HOSTILE.map((text) => ({
      address: { to_display: text },
      status: 'fail',
      instances: [{ address: { to_display: text }, status: 'fail', problems: [{ message: text }] }]
    }))
  }
  const ran = await comment(event, JSON.stringify(plan))
  expect(ran.code).toBe(0)
  const [body = ''] = bodies(number)
  const run = `${github.urls.server}/${REPOSITORY}/actions/runs/`
  for (const text of [body.replace(/<!-- caliber:run \d+\.1 -->/, ''), ran.summary]) expectInert(text, [run])
  expect(ran.log).not.toMatch(/^\s*::(?!debug|add-mask::(?:::|%|$)|group|endgroup)/m)
  expect(ran.log).not.toContain('##[')
})

test('an error of Terraform acts nowhere either', async () => {
  const { event } = await openPull('broken')
  const words = HOSTILE.join('\n')
  const ran = await runAs(github, planJob(event), {
    action: 'plan-comment',
    inputs: { stack: 'net', comment: 'never' },
    plan: `{"format_version":"1.2" ${words}`,
    env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' }
  })
  expect(ran.code).toBe(1)
  expectInert(ran.summary)
  expect(ran.log).not.toContain('##[')
})

const sealed = { 'seal-key': KEY.toString('base64'), comment: 'never' }

test.each<[string, string, Readonly<{ env?: Strings; inputs?: Strings; files?: Strings }>]>([
  [
    'abspath()',
    'uses abspath()',
    { inputs: sealed, files: { 'main.tf': 'output "x" {\n  value = abspath(".")\n}\n' } }
  ],
  [
    'path.cwd',
    'uses path.cwd',
    { inputs: sealed, files: { 'main.tf': 'output "x" {\n  value = path.cwd\n}\n' } }
  ],
  ['TF_WORKSPACE', 'TF_WORKSPACE is set', { env: { TF_WORKSPACE: 'x' } }],
  ['TF_CLI_ARGS', 'TF_CLI_ARGS is set', { env: { TF_CLI_ARGS: '-lock=false' } }],
  ['a secret key', "sets 'secret_key'", { inputs: { 'backend-config': 'secret_key=pl4nted-m4rker' } }],
  ['a path outside', 'outside of the repository', { inputs: { 'working-directory': '../../etc' } }]
])('%s is refused before init', async (what, words, { env, inputs, files }) => {
  const { event } = await openPull(`refused-${what.replaceAll(/\W/g, '')}`)
  const ran = await runAs(github, planJob(event), {
    action: 'plan-comment',
    inputs: { stack: 'net', ...inputs },
    files: files ?? {},
    env: env ?? {}
  })
  expect(ran.code).toBe(1)
  expect(ran.log).toContain(words)
  expect(ran.terraform.filter((command) => command !== 'version')).toEqual([])
  expect(`${ran.log}${ran.summary}${ran.outputs}`).not.toContain('pl4nted-m4rker')
})
