import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from '@jest/globals'
import { readDigest, recordDigest } from '../../../lib/github/checks.ts'
import type { Fingerprint } from '../../../lib/terraform/digest.ts'
import { startFakeGitHub, type FakeGitHub } from '../../fakes/github-api.ts'

const SHA = 'a'.repeat(40)
const READ = `GET /repos/acme/infra/commits/${SHA}/check-runs`
const fingerprint: Fingerprint = {
  digest: 'd'.repeat(64),
  resources: { 'aws_ecs_service.web': { actions: 'update', attributes: { desired_count: '01234567' } } },
  outputs: { 'output.url': '89abcdef' }
}
const packed = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64')
const run = (over: object = {}): object => ({
  id: 1,
  name: 'plan digest: net',
  external_id: fingerprint.digest,
  html_url: 'https://github.com/acme/infra/runs/1',
  app: { slug: 'github-actions' },
  output: { text: packed(fingerprint) },
  ...over
})

let fake: FakeGitHub
afterEach(() => fake.close())

const readBack = async (...runs: readonly object[]): Promise<unknown> => {
  fake = await startFakeGitHub({ [READ]: () => ({ body: { total_count: runs.length, check_runs: runs } }) })
  return readDigest(fake.github, { headSha: SHA, stack: 'net' })
}

test('what is recorded for a commit is read back from it', async () => {
  const kept: Record<string, unknown>[] = []
  fake = await startFakeGitHub({
    'POST /repos/acme/infra/check-runs': ({ body }) => {
      kept.push(body)
      return { status: 201, body: { id: 1, html_url: 'https://github.com/acme/infra/runs/1' } }
    },
    [READ]: () => ({ body: { total_count: 1, check_runs: kept.map((one) => ({ ...run(), ...one })) } })
  })
  await recordDigest(fake.github, { headSha: SHA, stack: 'net', fingerprint, pullRequest: 12 })
  expect(kept[0]).toMatchObject({
    head_sha: SHA,
    status: 'completed',
    conclusion: 'neutral',
    name: 'plan digest: net'
  })
  await expect(readDigest(fake.github, { headSha: SHA, stack: 'net' })).resolves.toEqual({
    digest: fingerprint.digest,
    fingerprint,
    checkRunUrl: 'https://github.com/acme/infra/runs/1'
  })
})

test('a fingerprint over the limit of a check run is left out; the digest stays', async () => {
  const resources = Object.fromEntries(
    Array.from({ length: 9000 }, (_, index) => [
      `aws_x.${Math.sin(index)}`,
      { actions: 'create', attributes: { a: `${Math.cos(index)}` } }
    ])
  )
  let text: unknown = 'not asked'
  fake = await startFakeGitHub({
    'POST /repos/acme/infra/check-runs': ({ body }) => {
      text = (body['output'] as { text?: string }).text
      return { status: 201, body: { id: 1, html_url: '' } }
    }
  })
  await recordDigest(fake.github, {
    headSha: SHA,
    stack: 'net',
    fingerprint: { ...fingerprint, resources },
    pullRequest: 12
  })
  expect(text).toBeUndefined()
})

test('the newest record counts', async () => {
  const older = run({ id: 1, external_id: '1'.repeat(64) })
  await expect(
    readBack(older, run({ id: 9 }), run({ id: 3, external_id: '3'.repeat(64) }))
  ).resolves.toMatchObject({
    digest: fingerprint.digest
  })
})

test.each([
  ['by another app', run({ app: { slug: 'mallory' } })],
  ['by no app', run({ app: null })],
  ['of another stack', run({ name: 'plan digest: network' })],
  ['without a digest', run({ external_id: '' })],
  ['with something else for a digest', run({ external_id: 'd'.repeat(63) })]
])('a record %s is none', async (_what, foreign) => {
  await expect(readBack(foreign)).resolves.toBeUndefined()
})

test.each([
  ['no text', null],
  ['a text that is no gzip', 'hello'],
  ['a gzip that is no JSON', gzipSync('{').toString('base64')],
  ['the fingerprint of another plan', packed({ ...fingerprint, digest: '0'.repeat(64) })],
  ['half a fingerprint', packed({ digest: fingerprint.digest, resources: {} })]
])('with %s the digest alone is known', async (_what, text) => {
  await expect(readBack(run({ output: { text } }))).resolves.toEqual({
    digest: fingerprint.digest,
    checkRunUrl: 'https://github.com/acme/infra/runs/1'
  })
})
