import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import type { Edges } from '../../lab/aws/dataplane/api.ts'
import { visit } from '../../lab/aws/dataplane/visit.ts'
import { createSite, enterSite, host } from '../emulator/dataplane/site.ts'
import { startForTests } from '../emulator/start.ts'
import { buildOf, deployTo, hashOf, keysOf, siteOf, writesOf } from './site.ts'

/** Processes start slowly on a busy machine. */
jest.setTimeout(240_000)

let seeded: Aws
let distribution: string
let aws: Aws

beforeAll(async () => {
  seeded = await startForTests()
  const made = await createSite(seeded)
  distribution = made.id
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  aws = await seeded.fork()
})
afterEach(() => aws?.close())

const IMMUTABLE = 'public, max-age=31536000, immutable'

test('a first build is uploaded with its headers, and an unchanged one writes nothing at all', async () => {
  const first = await deployTo(aws, { files: buildOf('one') })
  expect(first).toMatchObject({ code: 0, outputs: { uploaded: '4', unchanged: '0', deleted: '0' } })
  expect(await siteOf(aws)).toEqual({
    [`assets/app-${hashOf('one')}.js`]: ["console.log('one')", IMMUTABLE, 'text/javascript; charset=utf-8'],
    'favicon.ico': ['icon', 'public, max-age=300', expect.stringMatching(/^image\//)],
    'index.html': [expect.stringContaining('<title>one'), 'no-cache', 'text/html; charset=utf-8'],
    'robots.txt': ['User-agent: *', 'public, max-age=300', 'text/plain; charset=utf-8']
  })
  const written = await writesOf(aws)
  expect(written.findLast((call) => !call.includes('caliber-releases'))).toBe('PutObject /site/index.html')
  const before = await writesOf(aws)
  const again = await deployTo(aws, { files: buildOf('one'), run: 2 })
  expect(again).toMatchObject({ code: 0, outputs: { uploaded: '0', unchanged: '4', deleted: '0' } })
  expect(again.outputs['release-id']).toBe(first.outputs['release-id'])
  expect(await writesOf(aws)).toEqual(before)
  expect((await keysOf(aws)).filter((key) => key.endsWith('lock'))).toEqual([])
})

test('visitors see the new page after the invalidation, keep the old chunks, and never a manifest', async () => {
  const edges: Edges = await aws.edges()
  const get = (path: string) => visit(edges, `https://${host}${path}`)
  const inputs = { 'distribution-id': distribution }
  expect(await deployTo(aws, { files: buildOf('one'), inputs })).toMatchObject({ code: 0 })
  expect((await get('/')).text).toContain('<title>one')
  const second = await deployTo(aws, { files: buildOf('two'), inputs, run: 2 })
  expect(second).toMatchObject({ code: 0, outputs: { uploaded: '2', unchanged: '2', deleted: '0' } })
  expect(second.outputs['invalidation-id']).not.toBe('')
  expect(JSON.parse(second.outputs['result'] ?? '')).toMatchObject({ paths: ['/', '/index.html'] })
  expect((await get('/')).text).toContain('<title>two')
  expect(await get(`/assets/app-${hashOf('one')}.js`)).toMatchObject({ status: 200 })
  const state = (await keysOf(aws)).filter((key) => key.startsWith('caliber-releases/'))
  expect(state.length).toBeGreaterThan(2)
  for (const key of state) {
    for (const path of [key, key.replaceAll('/', '%2F'), `./${key}`, key.replace('c', '%63')])
      expect((await get(`/${path}`)).text).not.toContain('md5')
  }
})

test('a rollback brings the pages back without an upload, and forth again', async () => {
  const one = await deployTo(aws, { files: buildOf('one') })
  const before = await siteOf(aws)
  const two = await deployTo(aws, { files: buildOf('two'), run: 2 })
  const back = await deployTo(aws, { inputs: { 'rollback-to': 'previous' }, run: 3 })
  expect(back).toMatchObject({ code: 0, outputs: { uploaded: '0', 'release-id': one.outputs['release-id'] } })
  expect(await siteOf(aws)).toMatchObject(before)
  const again = await deployTo(aws, { inputs: { 'rollback-to': 'previous' }, run: 3, attempt: 2 })
  expect(JSON.parse(again.outputs['result'] ?? '')).toMatchObject({ outcome: 'unchanged' })
  const id = two.outputs['release-id'] ?? ''
  const forth = await deployTo(aws, { inputs: { 'rollback-to': id }, run: 4 })
  expect(forth).toMatchObject({ code: 0, outputs: { 'release-id': id } })
  expect((await siteOf(aws))['index.html']?.[0]).toContain('<title>two')
  const unknown = await deployTo(aws, { inputs: { 'rollback-to': 'r0000000000000000' }, run: 5 })
  expect(unknown.log).toContain(`only ${id}, ${one.outputs['release-id'] ?? ''} (newest first)`)
})

test('only what no kept release needs is deleted, and nothing that it did not bring', async () => {
  const { put } = enterSite(aws, distribution)
  await put('somebody/else.txt', 'mine')
  const inputs = { 'keep-releases': '2' }
  for (const [at, version] of ['one', 'two', 'three'].entries())
    await deployTo(aws, { files: buildOf(version), inputs, run: at + 1 })
  expect(Object.keys(await siteOf(aws)).toSorted()).toEqual(
    [
      `assets/app-${hashOf('three')}.js`,
      `assets/app-${hashOf('two')}.js`,
      'favicon.ico',
      'index.html',
      'robots.txt',
      'somebody/else.txt'
    ].toSorted()
  )
  const refused = await deployTo(aws, {
    files: buildOf('four'),
    inputs: { 'keep-releases': '1', 'max-delete-percent': '10' },
    run: 9
  })
  expect(refused.code).toBe(1)
  expect(refused.log).toContain("but 'max-delete-percent' is 10. Nothing was changed.")
})

test('a changed rule repairs headers by a copy; a dry run writes nothing', async () => {
  await deployTo(aws, { files: buildOf('one') })
  const before = await writesOf(aws)
  const inputs = { 'cache-rules': 'robots.txt = no-store' }
  const dry = await deployTo(aws, { files: buildOf('one'), inputs: { ...inputs, 'dry-run': 'true' }, run: 2 })
  expect(JSON.parse(dry.outputs['result'] ?? '')).toMatchObject({ outcome: 'planned', repaired: 1 })
  expect(await writesOf(aws)).toEqual(before)
  const done = await deployTo(aws, { files: buildOf('one'), inputs, run: 3 })
  expect(JSON.parse(done.outputs['result'] ?? '')).toMatchObject({ uploaded: 0, repaired: 1 })
  expect((await siteOf(aws))['robots.txt']?.[1]).toBe('no-store')
})

test('a build that is not whole is refused before anything is written', async () => {
  const files = buildOf('one')
  const torn = await deployTo(aws, { files: { 'index.html': files['index.html'] ?? '' } })
  expect(torn.log).toContain(`index.html loads assets/app-${hashOf('one')}.js, which the build does not have`)
  expect(await keysOf(aws)).toEqual([])
  expect((await aws.defects()).length).toBe(0)
})
