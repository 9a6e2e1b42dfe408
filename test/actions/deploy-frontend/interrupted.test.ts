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
    expect(total).toBeGreaterThan(13)
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

test('until all that is new is written, and the lock is its own, nothing that visitors have is replaced', async () => {
  const world = openWorld()
  const files = (version: string) =>
    buildOf(version, { 'css/main.css': version, [`${version}.png`]: version })
  await world.deploy(files('one'), INPUTS)
  const start = world.bucket.calls.length
  await world.deploy(files('two'), { ...INPUTS, 'keep-releases': '5' })
  const calls = world.bucket.calls.slice(start).filter((call) => /^put (?!.*manifests)|lock$/.test(call))
  expect(calls.filter((call) => call !== `get ${LOCK}`)).toEqual([
    `put ${LOCK}`,
    `put assets/app-${hashOf('two')}.js`,
    'put two.png',
    'put css/main.css',
    'put index.html',
    `remove ${LOCK}`
  ])
  expect(calls.indexOf(`get ${LOCK}`)).toBeLessThan(calls.indexOf('put css/main.css'))
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
