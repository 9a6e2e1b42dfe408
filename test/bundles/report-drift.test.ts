import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { GitHubServer } from '../../lab/github/server.ts'
import type { Job, WorkflowEvent } from '../../lab/runner/ports.ts'
import { fragmentName, type Fragment } from '../../lib/fragment.ts'
import { uploadArtifact } from '../../lib/github/upload.ts'
import { openGateway, type Moment } from '../chaos/gateway.ts'
import { startStep, type Ended } from '../chaos/step.ts'
import { clean, drifted } from '../actions/report-drift/tracker.ts'
import { closeWithoutDefects, openPull, PLACE, startJob, startWithRepository } from '../lab/github/fixture.ts'
import { stepEnv } from './gated-job.ts'

/** Some ten processes on a busy machine. */
jest.setTimeout(240_000)

let github: GitHubServer
let event: WorkflowEvent
let folder: string
beforeAll(async () => {
  // The artifact client tells the log every step.
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  github = await startWithRepository()
  ;({ event } = await openPull(github))
  folder = await mkdtemp(join(tmpdir(), 'drift-'))
  await mkdir(join(folder, 'workspace'))
})
afterAll(async () => {
  jest.restoreAllMocks()
  await closeWithoutDefects(github)
  await rm(folder, { recursive: true, force: true })
})

/** A job of a run of its own, whose plan jobs have left these behind. */
async function plannedJob(fragments: readonly Fragment[], issues: 'read' | 'write' = 'write'): Promise<Job> {
  const job = startJob(github, event, { permissions: { actions: 'read', issues } })
  const before = { ...process.env }
  Object.assign(process.env, await stepEnv(github, job))
  try {
    for (const fragment of fragments) {
      const text = JSON.stringify({ ...fragment, commit: event.sha })
      await uploadArtifact(fragmentName(fragment.stack, 1), { 'fragment.json': text })
    }
  } finally {
    process.env = before
  }
  return job
}

async function report(job: Job, moment?: Moment): Promise<Ended> {
  const gateway = await openGateway({ github: github.url, aws: github.url })
  const { TOKEN: token = '', ...env } = await stepEnv(github, job)
  const inputs = { 'github-token': token }
  const running = await startStep({
    action: 'report-drift',
    folder,
    inputs,
    env: { ...env, GITHUB_API_URL: gateway.github }
  })
  if (moment !== undefined) gateway.arm(moment, running.kill)
  const ended = await running.ended
  expect([moment, gateway.struck()]).toEqual([moment, moment !== undefined])
  await gateway.close()
  return ended
}

/** All issues that are no pull requests, as a person sees them. */
async function issuesOf() {
  const octokit = getOctokit(github.people.tokenFor('ada'), { baseUrl: github.url })
  const { data } = await octokit.rest.issues.listForRepo({ ...PLACE, state: 'all', direction: 'asc' })
  return data
    .filter((issue) => issue.pull_request === undefined)
    .map(({ title, state, state_reason: reason }) => [title, state, reason])
}

test('one issue a drifted stack: opened, kept, closed, opened again; killed at each write', async () => {
  const first = await plannedJob([drifted('web'), drifted('db'), clean('net')])
  await report(first, { operation: 'POST /issues', at: 'answered' })
  const { code, log, outputs } = await report(first)
  expect({ code, log }).toMatchObject({ code: 0 })
  expect(outputs).toMatchObject({ outcome: 'reported', drifted: '["db","web"]', clean: '["net"]' })
  expect(await issuesOf()).toEqual([
    ['Drift: db', 'open', null],
    ['Drift: web', 'open', null]
  ])
  expect((await report(first)).outputs).toMatchObject({ opened: '[]', closed: '[]' })

  const second = await plannedJob([clean('web'), drifted('db')])
  await report(second, { operation: 'PATCH /issues/*', at: 'answered' })
  expect((await report(second)).code).toBe(0)
  expect(await issuesOf()).toEqual([
    ['Drift: db', 'open', null],
    ['Drift: web', 'closed', 'completed']
  ])
  const third = await report(await plannedJob([drifted('web'), drifted('db')]))
  expect(third.outputs).toMatchObject({ opened: '["web"]' })
  expect((await issuesOf()).map(([, state]) => state)).toEqual(['open', 'open'])
})

test('without its permission it says which, and writes nothing', async () => {
  const before = await issuesOf()
  const { code, log } = await report(await plannedJob([drifted('new')], 'read'))
  expect(code).toBe(1)
  expect(log).toContain("Grant 'issues: write' under 'permissions:' of the job")
  expect(await issuesOf()).toEqual(before)
})

test('a run without plans is refused in one sentence', async () => {
  const { code, log, outputs } = await report(await plannedJob([]))
  expect([code, outputs]).toEqual([1, {}])
  const errors = log.split('\n').filter((line) => line.startsWith('::error'))
  expect(errors).toEqual([expect.stringContaining('No plan job of this run left a plan behind')])
})
