import { createHash } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { describeArtifact, downloadArtifact, findRunArtifacts } from '../../../lib/github/artifacts.ts'
import { plainDigest } from '../../../lib/github/artifact-digest.ts'
import { page, startFakeGitHub, type FakeGitHub } from '../../fakes/github-api.ts'

const REPO = '/repos/acme/infra/actions'
const zip = Buffer.from(zipSync({ 'plan.sealed': Buffer.from('sealed bytes') }, { level: 0 }))
const record = (id: number, name: string): object => ({
  id,
  name,
  size_in_bytes: zip.length,
  expired: false,
  digest: `sha256:${'a'.repeat(64)}`,
  workflow_run: {
    id: 1234,
    repository_id: 42,
    head_repository_id: 42,
    head_branch: 'main',
    head_sha: 'c'.repeat(40)
  }
})

let fake: FakeGitHub
afterEach(() => fake.close())

test('an artifact is described with its run, commit and repositories', async () => {
  fake = await startFakeGitHub({ [`GET ${REPO}/artifacts/7`]: () => ({ body: record(7, 'plan-net-1') }) })
  await expect(describeArtifact(fake.github, 7)).resolves.toEqual({
    id: 7,
    name: 'plan-net-1',
    digest: 'a'.repeat(64),
    sizeBytes: zip.length,
    expired: false,
    runId: 1234,
    headSha: 'c'.repeat(40),
    repositoryId: '42',
    headRepositoryId: '42'
  })
})

test('an artifact that is not there is undefined', async () => {
  fake = await startFakeGitHub({})
  await expect(describeArtifact(fake.github, 7)).resolves.toBeUndefined()
})

test('an old artifact has no digest and no run', async () => {
  fake = await startFakeGitHub({
    [`GET ${REPO}/artifacts/7`]: () => ({
      body: { id: 7, name: 'x', size_in_bytes: 1, expired: true, workflow_run: null }
    })
  })
  await expect(describeArtifact(fake.github, 7)).resolves.toMatchObject({
    digest: '',
    runId: 0,
    headSha: '',
    expired: true
  })
})

test('the artifacts of a run are listed to the last page and chosen by prefix, oldest first', async () => {
  const names = Array.from({ length: 205 }, (_, index) =>
    record(1000 - index, index % 50 === 0 ? `plan-net-${index}` : 'log')
  )
  fake = await startFakeGitHub({
    [`GET ${REPO}/runs/1234/artifacts`]: (request) => {
      const { items, headers } = page(request, fake.url, names)
      return { body: { total_count: names.length, artifacts: items }, headers }
    }
  })
  const found = await findRunArtifacts(fake.github, 'plan-net-')
  expect(found.map(({ name }) => name)).toEqual([
    'plan-net-200',
    'plan-net-150',
    'plan-net-100',
    'plan-net-50',
    'plan-net-0'
  ])
  expect(fake.requests).toHaveLength(3)
})

test('a download follows the redirect and gives the zip byte for byte, with its files', async () => {
  fake = await startFakeGitHub({
    [`GET ${REPO}/artifacts/7/zip`]: () => ({ status: 302, headers: { location: `${fake.url}/blob?sig=1` } }),
    'GET /blob': () => ({ body: zip })
  })
  const download = await downloadArtifact(fake.github, 7)
  expect(sha256(download.zip)).toBe(sha256(zip))
  expect(
    Object.fromEntries(Object.entries(download.files).map(([name, bytes]) => [name, bytes.toString()]))
  ).toEqual({
    'plan.sealed': 'sealed bytes'
  })
})

test('a download that breaks off at the store is tried again', async () => {
  const answers = [{ status: 503, body: { message: 'Server busy' } }, { body: zip }]
  fake = await startFakeGitHub({
    [`GET ${REPO}/artifacts/7/zip`]: () => ({ status: 302, headers: { location: `${fake.url}/blob` } }),
    'GET /blob': () => answers.shift() ?? {}
  })
  await expect(downloadArtifact(fake.github, 7)).resolves.toMatchObject({ zip })
})

test('a connection that breaks while the bytes come in is tried again', async () => {
  let tries = 0
  fake = await startFakeGitHub({
    [`GET ${REPO}/artifacts/7/zip`]: () => ({ status: 302, headers: { location: `${fake.url}/blob` } }),
    'GET /blob': () => ((tries += 1) === 1 ? { body: zip, hangUp: true } : { body: zip })
  })
  await expect(downloadArtifact(fake.github, 7)).resolves.toMatchObject({ zip })
  expect(tries).toBe(2)
})

test.each([
  ['half a zip', zip.subarray(0, zip.length / 2)],
  ['no zip', Buffer.from('<html>sign in</html>')],
  ['nothing', Buffer.alloc(0)]
])('%s is refused in one sentence', async (_what, body) => {
  fake = await startFakeGitHub({ [`GET ${REPO}/artifacts/7/zip`]: () => ({ body }) })
  await expect(downloadArtifact(fake.github, 7)).rejects.toThrow('The artifact is not a whole zip file')
})

test('a digest reads the same with and without its algorithm', () => {
  expect(plainDigest(`sha256:${'A'.repeat(64)}`)).toBe('a'.repeat(64))
  expect(plainDigest('a'.repeat(64))).toBe('a'.repeat(64))
})

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
