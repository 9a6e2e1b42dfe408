import { expect, test } from '@jest/globals'
import { buildOf, DISTRIBUTION, hashOf, openWorld, siteOf, stateOf, type World } from './world.ts'

const INPUTS = { 'distribution-id': DISTRIBUTION, 'keep-releases': '1', concurrency: '1' }
const LOCK = 'caliber-releases/lock'
const NEXT = buildOf('two', { 'extra.txt': 'more' })

async function openOld(kms: boolean): Promise<World> {
  const world = openWorld({ kms })
  await world.deploy(buildOf('one', { 'old.txt': 'goes' }), INPUTS, { run: '1' })
  return world
}

/** The page loads what is there. */
function expectWhole(world: World, at: unknown): void {
  const page = siteOf(world)['index.html']?.[0] ?? ''
  const version = /<title>(\w+)/.exec(page)?.[1] ?? ''
  expect([at, siteOf(world)[`assets/app-${hashOf(version)}.js`]?.[0]]).toEqual([at, `run('${version}')`])
}

test.each([
  ['before', false],
  ['after', false],
  ['before', true],
  ['after', true]
] as const)(
  'ended %s any call (KMS: %s) the site is whole, and the next attempt completes it',
  async (side, kms) => {
    const undisturbed = await openOld(kms)
    const start = undisturbed.bucket.calls.length
    await undisturbed.deploy(NEXT, INPUTS, { run: '2' })
    const total = undisturbed.bucket.calls.length - start
    expect(total).toBeGreaterThan(15)
    for (let nth = 1; nth <= total; nth += 1) {
      const world = await openOld(kms)
      let count = 0
      world.bucket[side]((call) => {
        count += 1
        // A process that is killed gives no lock back.
        if (count >= nth) throw new Error(`the runner is gone at ${call}`)
      })
      await world.deploy(NEXT, INPUTS, { run: '2' }).catch(() => undefined)
      world.bucket[side](() => {})
      expectWhole(world, [nth, side])
      const again = await world.deploy(NEXT, INPUTS, { run: '2', attempt: 2 })
      expect([nth, again.outcome.kind]).not.toEqual([nth, 'failed'])
      expect([nth, siteOf(world)]).toEqual([nth, siteOf(undisturbed)])
      const third = await world.deploy(NEXT, INPUTS, { run: '2', attempt: 3 })
      expect([nth, third.outcome.kind]).toEqual([nth, 'unchanged'])
      expect([nth, stateOf(world)]).toEqual([nth, stateOf(undisturbed)])
      const told = world.invalidations.flatMap(({ paths }) => paths)
      const replaced = ['/', '/index.html', '/old.txt', `/assets/app-${hashOf('one')}.js`]
      expect([nth, told]).toEqual([nth, expect.arrayContaining(replaced)])
      // Without an MD5 nobody knows what the killed attempt has written: it is written again, and told.
      const more = told.filter((path) => !replaced.includes(path) && !kms)
      expect([nth, more]).toEqual([nth, []])
    }
  }
)

test('another build after an interrupted one leaves nothing of it behind in the end', async () => {
  const world = await openOld(false)
  world.bucket.before((call) => {
    if (call === 'put index.html') throw new Error('gone')
  })
  await world.deploy(NEXT, INPUTS, { run: '2' })
  world.bucket.before(() => {})
  const inputs = { ...INPUTS, 'max-delete-percent': '100' }
  await world.deploy(buildOf('three'), inputs, { run: '3' })
  await world.deploy(buildOf('four'), inputs, { run: '4' })
  expect(Object.keys(siteOf(world)).toSorted()).toEqual(
    [`assets/app-${hashOf('four')}.js`, 'index.html', 'robots.txt'].toSorted()
  )
  expect(stateOf(world)).toHaveLength(1)
})

test('a rollback that was interrupted goes on to the same release', async () => {
  const world = openWorld()
  for (const version of ['one', 'two', 'three']) await world.deploy(buildOf(version))
  world.bucket.before((call) => {
    if (/^copy .* index.html$/.test(call)) throw new Error('gone')
  })
  const back = { 'rollback-to': 'previous' }
  expect((await world.deploy(undefined, back)).outcome.kind).toBe('failed')
  world.bucket.before(() => {})
  await world.deploy(undefined, back)
  expect(siteOf(world)['index.html']?.[0]).toContain('<title>two')
})

test('a failed deployment says what was written, gives the lock back, and is red', async () => {
  const world = await openOld(false)
  world.bucket.before((call) => {
    if (call === 'put index.html') throw new Error('S3 is away.')
  })
  const report = await world.report(NEXT, INPUTS, { run: '2' })
  expect(report.failure).toMatch(/was not finished in s3:\/\/site\/. S3 is away. Pages are written last/)
  expect(report.outputs).toMatchObject({ uploaded: '2', deleted: '0' })
  expect(stateOf(world)).not.toContain(LOCK)
})

test('a cancelled job stops, gives the lock back and tells so', async () => {
  const world = await openOld(false)
  world.bucket.after((call) => {
    if (call === 'put extra.txt') {
      world.cancel()
      throw new Error('aborted')
    }
  })
  const report = await world.report(NEXT, INPUTS, { run: '2' })
  expect(report.failure).toContain('The job was cancelled (SIGTERM).')
  expect(stateOf(world)).not.toContain(LOCK)
})

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
  const world = await openOld(false)
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
  const world = await openOld(false)
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
  const world = await openOld(false)
  await leaveLock(world, '2', 2)
  await expect(world.deploy(NEXT, INPUTS, { run: '2', attempt: 1 })).rejects.toThrow('holds the site')
  expect((await world.deploy(NEXT, INPUTS, { run: '2', attempt: 3 })).outcome.kind).toBe('deployed')
})

test('who lost the lock meanwhile writes no page and takes nobody’s lock away', async () => {
  const world = await openOld(false)
  const headers = { cacheControl: '', contentType: '' }
  world.bucket.after((call) => {
    if (call === 'put extra.txt') void world.bucket.put({ key: LOCK, body: Buffer.from('{}'), headers })
  })
  const report = await world.report(NEXT, INPUTS, { run: '2' })
  expect(report.failure).toContain('Another deployment has taken the lock meanwhile')
  expect(siteOf(world)['index.html']?.[0]).toContain('<title>one')
  expect(world.bucket.text(LOCK)).toBe('{}')
})
