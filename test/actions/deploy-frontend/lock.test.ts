import { expect, test } from '@jest/globals'
import { becomeLike, buildOf, DISTRIBUTION, openWorld, siteOf, stateOf, writes, type World } from './world.ts'

const INPUTS = { 'distribution-id': DISTRIBUTION, 'keep-releases': '1', concurrency: '1' }
const LOCK = 'caliber-releases/lock'
const NEXT = buildOf('two', { 'extra.txt': 'more' })

async function openOld(): Promise<World> {
  const world = openWorld()
  await world.deploy(buildOf('one', { 'old.txt': 'goes' }), INPUTS, { run: '1' })
  return world
}

/** Leaves the lock of a process that was killed. */
async function leaveLock(world: World, run: string, attempt = 1): Promise<void> {
  world.bucket.after((call) => {
    if (call === `put ${LOCK}` || call === `remove ${LOCK}`) throw new Error('gone')
  })
  world.bucket.before((call) => {
    if (call.startsWith('get caliber-releases/lock') || call === `remove ${LOCK}`) throw new Error('gone')
  })
  await world.deploy(NEXT, INPUTS, { run, attempt }).catch(() => undefined)
  world.bucket.after(() => {})
  world.bucket.before(() => {})
  expect(stateOf(world)).toContain(LOCK)
}

test('somebody else’s lock is waited for, and named when it stays', async () => {
  const world = await openOld()
  await leaveLock(world, '2')
  await expect(world.deploy(NEXT, INPUTS, { run: '3' })).rejects.toThrow(
    /holds the site for over 10 minutes: The site is being deployed by run 2.*delete s3:\/\/site\/caliber-releases\/lock/
  )
  expect(stateOf(world)).toContain(LOCK)
  world.clock.move(6 * 60_000)
  expect((await world.deploy(NEXT, INPUTS, { run: '3' })).outcome.kind).toBe('deployed')
  expect(stateOf(world)).not.toContain(LOCK)
})

test('a lock is taken when its holder gives it back', async () => {
  const world = await openOld()
  await leaveLock(world, '2')
  let asked = 0
  world.bucket.before((call) => {
    if (call !== `get ${LOCK}`) return
    asked += 1
    if (asked === 3) void world.bucket.remove(LOCK)
  })
  expect((await world.deploy(NEXT, INPUTS, { run: '3' })).outcome.kind).toBe('deployed')
})

test('an earlier attempt of the same run is over; a later one, or another run, is not', async () => {
  const world = await openOld()
  await leaveLock(world, '2', 2)
  await expect(world.deploy(NEXT, INPUTS, { run: '2', attempt: 1 })).rejects.toThrow('holds the site')
  expect((await world.deploy(NEXT, INPUTS, { run: '2', attempt: 3 })).outcome.kind).toBe('deployed')
})

test('who lost the lock meanwhile writes no page and takes nobody’s lock away', async () => {
  const world = await openOld()
  const headers = { cacheControl: '', contentType: '' }
  world.bucket.after((call) => {
    if (call.startsWith('put assets/')) void world.bucket.put({ key: LOCK, body: Buffer.from('{}'), headers })
  })
  const report = await world.report(NEXT, INPUTS, { run: '2' })
  expect(report.failure).toContain('Another deployment has taken the lock meanwhile')
  expect(siteOf(world)['index.html']?.[0]).toContain('<title>one')
  expect(world.bucket.text(LOCK)).toBe('{}')
})

test('when the last files take long the lock is looked at once more before anything is replaced', async () => {
  const world = await openOld()
  const headers = { cacheControl: '', contentType: '' }
  world.bucket.after((call) => {
    if (call !== 'put extra.txt') return
    world.clock.move(60_000)
    void world.bucket.put({ key: LOCK, body: Buffer.from('{}'), headers })
  })
  const report = await world.report(NEXT, INPUTS, { run: '2' })
  expect(report.failure).toContain('Another deployment has taken the lock meanwhile')
  expect(siteOf(world)['index.html']?.[0]).toContain('<title>one')
})

test('what another deployment has changed just before the lock was taken is planned anew', async () => {
  const world = await openOld()
  const headers = { cacheControl: '', contentType: '' }
  world.bucket.before((call) => {
    if (call === `put ${LOCK}`) void world.bucket.put({ key: 'robots.txt', body: Buffer.from('x'), headers })
  })
  const { outcome } = await world.deploy(NEXT, INPUTS, { run: '2' })
  expect(outcome.done).toMatchObject({ isLive: true, uploaded: 4 })
  expect(siteOf(world)['robots.txt']?.[0]).toBe('all')
  world.bucket.before(() => {})
  expect((await world.deploy(NEXT, INPUTS, { run: '3' })).outcome.kind).toBe('unchanged')
})

test('what is refused because of another deployment just before the lock was taken has changed nothing', async () => {
  const world = await openOld()
  const headers = { cacheControl: '', contentType: '' }
  world.bucket.before((call) => {
    const key = 'caliber-releases/manifests/r1'
    if (call === `put ${LOCK}`) void world.bucket.put({ key, body: Buffer.from('{"version":2}'), headers })
  })
  const before = siteOf(world)
  await expect(world.deploy(NEXT, INPUTS, { run: '2' })).rejects.toThrow('cannot be read')
  expect(siteOf(world)).toEqual(before)
  expect(stateOf(world)).toHaveLength(2)
})

test('the same release, finished by another run just before the lock was taken, is left as it is', async () => {
  const [world, other] = [await openOld(), await openOld()]
  await other.deploy(NEXT, INPUTS, { run: '9' })
  world.bucket.before((call) => {
    if (call === `put ${LOCK}`) becomeLike(other, world)
  })
  expect((await world.deploy(NEXT, INPUTS, { run: '2' })).outcome.kind).toBe('unchanged')
  expect(stateOf(world).map((key) => world.bucket.text(key))).toEqual(
    stateOf(other).map((key) => other.bucket.text(key))
  )
})

test('a first build that cannot be read to its end leaves no lock behind', async () => {
  const world = openWorld()
  let read = 0
  world.onHash(() => {
    read += 1
    if (read === 3) throw new Error('the disk is gone')
  })
  await expect(world.deploy(buildOf('one'))).rejects.toThrow('the disk is gone')
  expect(writes(world)).toEqual([`put ${LOCK}`, `remove ${LOCK}`])
  expect(world.bucket.keys()).toEqual([])
})

test('headers that another deployment gave just before the lock are known, though this one is killed right after it', async () => {
  const [world, other] = [await openOld(), await openOld()]
  const rule = { ...INPUTS, 'cache-rules': 'extra.txt = no-store' }
  await other.deploy(buildOf('theirs', { 'extra.txt': 'more' }), rule, { run: '9' })
  world.clock.move(60_000)
  let calls = 0
  world.bucket.before((call) => {
    if (call === `put ${LOCK}` && calls === 0) becomeLike(other, world)
    // The lock, the second look and the manifest: all that it can do.
    if (stateOf(world).includes(LOCK)) calls += 1
    if (calls > 2) throw new Error('the runner is gone')
  })
  await world.deploy(NEXT, INPUTS, { run: '2' }).catch(() => undefined)
  world.bucket.before(() => {})
  expect(stateOf(world)).toHaveLength(3)
  expect(siteOf(world)['extra.txt']).toEqual(['more', 'no-store'])

  await world.deploy(NEXT, INPUTS, { run: '2', attempt: 2 })
  expect(siteOf(world)['extra.txt']).toEqual(['more', 'public, max-age=300'])
})
