import { expect, test } from '@jest/globals'
import { buildOf, DISTRIBUTION, hashOf, openWorld, siteOf, stateOf, writes } from './world.ts'

const TOLD = { 'distribution-id': DISTRIBUTION }
const IMMUTABLE = 'public, max-age=31536000, immutable'

test('a first build is written in order, page last, and the same again writes nothing, takes no lock', async () => {
  const world = openWorld()
  const files = buildOf('one', { 'sw.js': 'self' })
  const first = await world.report(files, { concurrency: '1', ...TOLD })
  expect(first.outputs).toMatchObject({ uploaded: '4', unchanged: '0', deleted: '0', 'invalidation-id': '' })
  expect(writes(world).filter((call) => !call.includes('caliber-releases'))).toEqual([
    `put assets/app-${hashOf('one')}.js`,
    'put robots.txt',
    'put index.html',
    'put sw.js'
  ])
  expect(siteOf(world)).toMatchObject({
    [`assets/app-${hashOf('one')}.js`]: ["run('one')", IMMUTABLE],
    'index.html': [expect.any(String), 'no-cache']
  })
  const before = writes(world)
  const again = await world.report(files, TOLD)
  expect(again.outputs).toMatchObject({
    uploaded: '0',
    unchanged: '4',
    'release-id': first.outputs['release-id']
  })
  expect(again.failure).toBeUndefined()
  expect(again.summary).toContain('already')
  expect(writes(world)).toEqual(before)
})

test('with KMS, whose ETags say nothing, an unchanged build writes nothing either', async () => {
  const world = openWorld({ kms: true })
  await world.deploy(buildOf('one'))
  const before = writes(world)
  expect((await world.deploy(buildOf('one'))).outcome.kind).toBe('unchanged')
  expect(writes(world)).toEqual(before)
  const { outcome } = await world.deploy(buildOf('two'))
  expect(outcome.done).toMatchObject({ uploaded: 2, repaired: 0 })
  const back = await world.deploy(undefined, { 'rollback-to': 'previous' })
  expect(back.outcome.done).toMatchObject({ uploaded: 0, restored: 1 })
  expect(siteOf(world)['index.html']?.[0]).toContain('<title>one')
  expect((await world.deploy(buildOf('one'))).outcome.kind).toBe('unchanged')
})

test('with KMS an object that somebody else wrote is written anew', async () => {
  const world = openWorld({ kms: true })
  await world.deploy(buildOf('one'))
  const headers = { cacheControl: 'no-store', contentType: 'text/plain' }
  await world.bucket.put({ key: 'robots.txt', body: Buffer.from('all'), headers })
  expect((await world.deploy(buildOf('one'))).outcome.done).toMatchObject({ uploaded: 1 })
  expect(siteOf(world)['robots.txt']?.[1]).toBe('public, max-age=300')
})

test('the next attempt of a run knows that what is live is of its run; another run knows that it is not', async () => {
  const world = openWorld()
  expect((await world.deploy(buildOf('one'), {}, { run: '1' })).isOfThisRun).toBe(true)
  expect((await world.deploy(buildOf('one'), {}, { run: '1', attempt: 2 })).isOfThisRun).toBe(true)
  expect((await world.deploy(buildOf('one'), {}, { run: '2' })).isOfThisRun).toBe(false)
})

test('an edit that keeps the size is seen', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one', { 'a.txt': 'abc' }))
  await world.deploy(buildOf('one', { 'a.txt': 'abd' }))
  expect(siteOf(world)['a.txt']?.[0]).toBe('abd')
})

test('one invalidation tells what was replaced, and nothing that is new', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one'), TOLD)
  expect(world.invalidations).toEqual([])
  const { outcome } = await world.deploy(buildOf('two', { 'new.txt': 'x' }), TOLD)
  expect(world.invalidations).toEqual([
    { distribution: DISTRIBUTION, paths: ['/', '/index.html'], reference: expect.any(String) }
  ])
  expect(outcome.done.invalidation).toBe('I1')
})

test('a wait for CloudFront that takes too long, or is denied, is a warning', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one'), TOLD)
  world.completed(() => false)
  const slow = await world.report(buildOf('two'), { ...TOLD, 'wait-for-invalidation': '20s' })
  expect(slow.failure).toBeUndefined()
  expect(slow.summary).toContain('has not let go of everything yet')
  expect(world.warnings[0]).toContain('is not completed after 20 s')
  world.completed(() => {
    throw new Error('denied')
  })
  expect((await world.report(buildOf('three'), TOLD)).failure).toBeUndefined()
  expect(world.warnings[1]).toContain('is not known. denied')
})

test('a refused invalidation is a failure after which the site is live, and the next run tells CloudFront', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one'), TOLD)
  world.onInvalidate(() => {
    throw new Error('CloudFront is away.')
  })
  const report = await world.report(buildOf('two'), TOLD)
  expect(report.failure).toMatch(
    /is live in s3:\/\/site\/, but what follows was not finished. CloudFront is away./
  )
  expect(JSON.parse(report.outputs['result'] ?? '')).toMatchObject({ outcome: 'failed', isLive: true })
  world.onInvalidate(() => {})
  expect((await world.deploy(buildOf('two'), TOLD)).outcome.kind).toBe('deployed')
  expect(world.invalidations.map(({ paths }) => paths)).toEqual([['/', '/index.html']])
  expect((await world.deploy(buildOf('two'), TOLD)).outcome.kind).toBe('unchanged')
})

test('what CloudFront was not told before is told with the next release', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one', { 'a.txt': '1' }), TOLD)
  world.onInvalidate(() => {
    throw new Error('CloudFront is away.')
  })
  await world.deploy(buildOf('one', { 'a.txt': '2' }), TOLD)
  world.onInvalidate(() => {})
  await world.deploy(buildOf('two', { 'a.txt': '2' }), TOLD)
  await world.deploy(buildOf('three', { 'a.txt': '2' }), TOLD)
  expect(world.invalidations.map(({ paths }) => paths)).toEqual([
    ['/', '/a.txt', '/index.html'],
    ['/', '/index.html']
  ])
})

test('deletes are what no kept release needs, and foreign objects stay', async () => {
  const world = openWorld()
  const headers = { cacheControl: '', contentType: '' }
  await world.bucket.put({ key: 'foreign.txt', body: Buffer.from('mine'), headers })
  for (const version of ['one', 'two', 'three', 'four'])
    await world.deploy(buildOf(version, { [`${version}.txt`]: version }), { 'keep-releases': '2' })
  expect(Object.keys(siteOf(world))).toEqual(
    [
      `assets/app-${hashOf('four')}.js`,
      `assets/app-${hashOf('three')}.js`,
      'foreign.txt',
      'four.txt',
      'index.html',
      'robots.txt',
      'three.txt'
    ].toSorted()
  )
  // Two manifests, and the page of `three`.
  expect(stateOf(world)).toHaveLength(3)
})

test('a share of deletes over the limit is refused, and nothing is written', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one', { 'a.txt': '', 'b.txt': '', 'c.txt': '' }))
  const before = writes(world)
  const tooMany = world.deploy(buildOf('two'), { 'keep-releases': '1', 'max-delete-percent': '60' })
  await expect(tooMany).rejects.toThrow("would delete 4 of 6 files (66.7 %), but 'max-delete-percent' is 60")
  expect(writes(world)).toEqual(before)
})

test('nothing outside of the prefix is read or written', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one'))
  const outside = siteOf(world)
  await world.deploy(buildOf('two'), { prefix: 'admin', 'keep-releases': '1', ...TOLD })
  await world.deploy(buildOf('three'), { prefix: 'admin', 'keep-releases': '1', ...TOLD })
  expect(siteOf(world)).toMatchObject(outside)
  expect(siteOf(world)['admin/index.html']?.[0]).toContain('<title>three')
  expect(world.bucket.calls.filter((call) => call.startsWith('list'))).toContain('list admin/')
  expect(world.invalidations[0]?.paths).toContain('/admin/')
})

test('a changed rule gives new headers by a copy, and CloudFront is told', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one'), TOLD)
  const rules = { 'cache-rules': 'robots.txt = no-store', ...TOLD }
  const { outcome } = await world.deploy(buildOf('one'), rules)
  expect(outcome.done).toMatchObject({ uploaded: 0, repaired: 1 })
  expect(world.bucket.calls).toContain('copy robots.txt robots.txt')
  expect(siteOf(world)['robots.txt']).toEqual(['all', 'no-store'])
  expect(world.invalidations[0]?.paths).toEqual(['/robots.txt'])
})

test('files that were there before get their headers, too', async () => {
  const world = openWorld()
  const headers = { cacheControl: '', contentType: 'binary/octet-stream' }
  await world.bucket.put({ key: 'robots.txt', body: Buffer.from('all'), headers })
  expect((await world.deploy(buildOf('one'))).outcome.done).toMatchObject({ uploaded: 2, repaired: 1 })
  expect(siteOf(world)['robots.txt']?.[1]).toBe('public, max-age=300')
})

test('a dry run says what would be done, and takes not even the lock', async () => {
  const world = openWorld()
  await world.deploy(buildOf('one'))
  const before = writes(world)
  const report = await world.report(buildOf('two'), { 'dry-run': 'true', ...TOLD })
  expect(writes(world)).toEqual(before)
  expect(report.outputs).toMatchObject({ uploaded: '2', unchanged: '1', deleted: '0' })
  expect(report.summary).toContain('Dry run, nothing was written')
  expect(report.summary).toContain('| `index.html` | upload | `no-cache` |')
})

test('a manifest that nobody can read stops everything', async () => {
  const world = openWorld()
  const headers = { cacheControl: '', contentType: '' }
  const key = 'caliber-releases/manifests/r1'
  await world.bucket.put({ key, body: Buffer.from('{"version":2}'), headers })
  await expect(world.deploy(buildOf('one'))).rejects.toThrow(`The manifest '${key}' cannot be read`)
  expect(writes(world)).toHaveLength(1)
})
