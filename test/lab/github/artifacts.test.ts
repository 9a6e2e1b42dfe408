import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { GitHubServer } from '../../../lab/github/server.ts'
import type { Job } from '../../../lab/runner/ports.ts'
import {
  closeWithoutDefects,
  folderOf,
  type Octokit,
  octokitOf,
  openPull,
  PLACE,
  REPOSITORY,
  startJob,
  startWithRepository
} from './fixture.ts'

let github: GitHubServer
let job: Job
let now = Date.now()
let octokit: Octokit
let folder: string
const before = { ...process.env }
const client = new DefaultArtifactClient()

beforeAll(async () => {
  // The client tells the log every step.
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  github = await startWithRepository({ clock: { now: () => now, sleep: async () => undefined } })
  const { event } = await openPull(github)
  job = startJob(github, event, { permissions: { actions: 'read' } })
  octokit = await octokitOf(github, job)
  folder = await folderOf({ 'plan.sealed': randomBytes(5000).toString('base64') })
  const { actionEnv } = await github.platform.credentials(job)
  Object.assign(process.env, actionEnv, { GITHUB_SERVER_URL: github.urls.server, GITHUB_WORKSPACE: folder })
})
afterAll(async () => {
  jest.restoreAllMocks()
  process.env = before
  await rm(folder, { recursive: true })
  await closeWithoutDefects(github)
})

const upload = (name: string) =>
  client.uploadArtifact(name, [join(folder, 'plan.sealed')], folder, { compressionLevel: 0 })

test('the artifact client uploads, lists and downloads with the digest that REST shows', async () => {
  const { id, digest, size } = await upload('plan-acme-1')
  expect(digest).toMatch(/^[0-9a-f]{64}$/)

  const { artifacts } = await client.listArtifacts()
  expect(artifacts).toMatchObject([{ name: 'plan-acme-1', id, size, digest: `sha256:${digest}` }])

  const path = join(folder, 'down')
  const download = await client.downloadArtifact(id ?? 0, { path, expectedHash: `sha256:${digest}` })
  expect(download.digestMismatch).toBe(false)
  expect(await readFile(join(path, 'plan.sealed'))).toEqual(await readFile(join(folder, 'plan.sealed')))

  const shown = await octokit.rest.actions.getArtifact({ ...PLACE, REPOSITORY, artifact_id: id ?? 0 })
  expect(shown.data).toMatchObject({
    name: 'plan-acme-1',
    expired: false,
    digest: `sha256:${digest}`,
    workflow_run: { id: job.run.id, head_branch: 'change' }
  })
})

test('REST leads to the zip by an address of its own, and finds artifacts of a run by name', async () => {
  const { id } = await upload('fragment-1')
  const run = { ...PLACE, REPOSITORY, run_id: job.run.id }
  const found = await octokit.rest.actions.listWorkflowRunArtifacts({ ...run, name: 'fragment-1' })
  expect(found.data.artifacts.map((one) => one.id)).toEqual([id])
  const zip = await octokit.rest.actions.downloadArtifact({
    ...PLACE,
    REPOSITORY,
    artifact_id: id ?? 0,
    archive_format: 'zip'
  })
  expect(
    Buffer.from(zip.data as ArrayBuffer)
      .subarray(0, 2)
      .toString()
  ).toBe('PK')
  const redirect = await octokit.rest.actions.downloadArtifact({
    ...PLACE,
    REPOSITORY,
    artifact_id: id ?? 0,
    archive_format: 'zip',
    request: { redirect: 'manual' }
  })
  expect(redirect.headers.location).toMatch(/\?sig=[\w-]{43}$/)
})

test('a name can be used once in a run, also by a later attempt [docs: github.com/actions/upload-artifact]', async () => {
  await upload('once')
  await expect(upload('once')).rejects.toThrow(
    '(409) Conflict: an artifact with this name already exists on the workflow run'
  )
})

test('a later attempt finds what an earlier one uploaded through REST only [docs: github.com/actions/toolkit, artifact]', async () => {
  const { id = 0 } = await upload('earlier')
  const run = { ...job.run, attempt: 2 }
  github.platform.runChanged(run, 'in_progress')
  const second = { ...job, id: github.platform.nextJobId(), run }
  const { actionEnv } = await github.platform.credentials(second)
  const first = { ...process.env }
  Object.assign(process.env, actionEnv)
  const names = async () => (await client.listArtifacts()).artifacts.map((one) => one.name)
  expect(await names()).toEqual([])
  await expect(client.getArtifact('earlier')).rejects.toThrow('earlier')
  await expect(upload('earlier')).rejects.toThrow('(409)')
  await upload('later')
  expect(await names()).toEqual(['later'])
  process.env = first
  expect(await names()).toContain('earlier')
  const listed = await octokit.rest.actions.listWorkflowRunArtifacts({ ...PLACE, run_id: run.id })
  expect(listed.data.artifacts.map((one) => one.name)).toEqual(expect.arrayContaining(['earlier', 'later']))
  const { data } = await octokit.rest.actions.getArtifact({ ...PLACE, artifact_id: id })
  expect(data.name).toBe('earlier')
})

test('a deleted artifact is gone, and its name can be used again', async () => {
  const { id = 0 } = await upload('again')
  await client.deleteArtifact('again')
  await expect(octokit.rest.actions.getArtifact({ ...PLACE, artifact_id: id })).rejects.toMatchObject({
    status: 404
  })
  expect((await upload('again')).id).not.toBe(id)
})

test('an artifact whose time is over is listed and cannot be downloaded [docs: rest/actions/artifacts]', async () => {
  const { id = 0 } = await upload('old')
  now += 91 * 86_400_000
  const place = { ...PLACE, artifact_id: id }
  expect((await octokit.rest.actions.getArtifact(place)).data.expired).toBe(true)
  await expect(
    octokit.rest.actions.downloadArtifact({ ...place, archive_format: 'zip' })
  ).rejects.toMatchObject({ status: 410, message: expect.stringContaining('Artifact has expired') })
  now -= 91 * 86_400_000
})

test('bytes are neither written nor read with a wrong signature, nor changed after the upload', async () => {
  const { id } = await upload('guarded')
  const address = `${github.url}/blob/actions-results/${id}.zip`
  const answers = await Promise.all([
    fetch(`${address}?sig=wrong`),
    fetch(`${address}?sig=wrong`, { method: 'PUT', body: 'other' })
  ])
  expect(answers.map((answer) => answer.status)).toEqual([403, 403])
})

test('swapped bytes do not match the digest that was recorded', async () => {
  const { id = 0, digest } = await upload('swapped')
  const other = github.people.artifacts(REPOSITORY).find((one) => one.name === 'plan-acme-1')
  const content = Buffer.concat([other?.content ?? Buffer.alloc(0), Buffer.from('x')])
  github.people.replaceArtifact({ repository: REPOSITORY, id, content })
  const path = join(folder, 'swapped')
  const download = await client.downloadArtifact(id, { path, expectedHash: `sha256:${digest}` })
  expect(download.digestMismatch).toBe(true)
})

test('the service takes only names that files can have, of the job and run that the token is for, with their bytes [docs: github.com/actions/toolkit, artifact]', async () => {
  const ids = {
    workflow_run_backend_id: String(job.run.id),
    workflow_job_run_backend_id: String(job.id),
    version: 7
  }
  const ask = async (method: string, message: unknown) => {
    const answer = await fetch(
      `${github.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}Artifact`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${process.env['ACTIONS_RUNTIME_TOKEN'] ?? ''}` },
        body: JSON.stringify(message)
      }
    )
    return [answer.status, ((await answer.json()) as { msg?: string }).msg]
  }
  expect(await ask('Create', { ...ids, name: 'a/b:c' })).toEqual([
    400,
    'the artifact name "a/b:c" is not valid'
  ])
  expect(await ask('Create', { ...ids, workflow_job_run_backend_id: '1', name: 'x' })).toEqual([
    403,
    'the token is not of workflow_job_run_backend_id 1'
  ])
  expect(await ask('Create', { ...ids, workflow_run_backend_id: '1', name: 'x' })).toEqual([
    403,
    'the token is not of workflow_run_backend_id 1'
  ])
  expect(await ask('Create', null)).toEqual([400, 'the message is no object'])
  expect(await ask('Create', { ...ids, name: 'empty' })).toEqual([200, undefined])
  expect(await ask('Finalize', { ...ids, name: 'empty', size: '0' })).toEqual([
    400,
    'nothing was uploaded for artifact empty'
  ])
})

test('the artifact service ends with the job', async () => {
  await writeFile(join(folder, 'late'), 'late')
  github.platform.revoke(job)
  await expect(upload('late')).rejects.toThrow('(401) Unauthorized: the runtime token is not valid')
})
