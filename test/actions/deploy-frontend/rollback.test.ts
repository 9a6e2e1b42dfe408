import { expect, test } from '@jest/globals'
import { buildOf, DISTRIBUTION, openWorld, siteOf, writes, type World } from './world.ts'

const TOLD = { 'distribution-id': DISTRIBUTION }
const BACK = { 'rollback-to': 'previous', ...TOLD }
const titleOf = (world: World): string =>
  /<title>(\w+)/.exec(siteOf(world)['index.html']?.[0] ?? '')?.[1] ?? ''

async function openReleases(...versions: readonly string[]): Promise<World & { ids: readonly string[] }> {
  const world = openWorld()
  const ids: string[] = []
  for (const version of versions) ids.push((await world.deploy(buildOf(version))).outcome.plan.id)
  return { ...world, ids }
}

test('the release before is brought back by one copy and one invalidation, its chunks are still there', async () => {
  const world = await openReleases('one', 'two')
  const before = writes(world).length
  const report = await world.report(undefined, BACK)
  expect(report.outputs).toMatchObject({ uploaded: '0', deleted: '0', 'release-id': world.ids[0] })
  expect(titleOf(world)).toBe('one')
  const site = writes(world)
    .slice(before)
    .filter((call) => !/^(?:put|remove) caliber-releases/.test(call))
  expect(site.filter((call) => call.endsWith(' index.html'))).toHaveLength(1)
  expect(world.invalidations[0]?.paths).toEqual(['/', '/index.html'])
})

test('any release that is kept can be named, also forth again', async () => {
  const world = await openReleases('one', 'two', 'three')
  await world.deploy(undefined, { 'rollback-to': world.ids[0] ?? '' })
  expect(titleOf(world)).toBe('one')
  await world.deploy(undefined, { 'rollback-to': world.ids[2] ?? '' })
  expect(titleOf(world)).toBe('three')
  await world.deploy(undefined, { 'rollback-to': world.ids[1] ?? '' })
  expect(titleOf(world)).toBe('two')
})

test('a rollback deletes nothing, and the next deployment goes on as ever', async () => {
  const world = await openReleases('one', 'two')
  await world.deploy(undefined, { ...BACK, 'keep-releases': '1' })
  expect(Object.keys(siteOf(world))).toHaveLength(4)
  await world.deploy(buildOf('three'), { 'keep-releases': '1' })
  expect(Object.keys(siteOf(world))).toHaveLength(3)
})

test('a re-run of the same run does not go further back; another run does', async () => {
  const world = await openReleases('one', 'two', 'three')
  await world.deploy(undefined, BACK, { run: '7' })
  expect(titleOf(world)).toBe('two')
  const again = await world.deploy(undefined, BACK, { run: '7', attempt: 2 })
  expect(again.outcome.kind).toBe('unchanged')
  expect(titleOf(world)).toBe('two')
})

test('previous is never a release that was taken back, in whatever run', async () => {
  const world = await openReleases('one', 'two', 'three')
  const back = async (run: string): Promise<string> => {
    await world.deploy(undefined, BACK, { run })
    return titleOf(world)
  }
  expect([await back('7'), await back('8')]).toEqual(['two', 'one'])
  await expect(back('9')).rejects.toThrow("Input 'rollback-to' is 'previous', but the bucket has only")
  await world.deploy(undefined, { 'rollback-to': world.ids[1] ?? '' })
  await world.deploy(buildOf('four'))
  expect([await back('10'), await back('11')]).toEqual(['two', 'one'])
})

test('a release that was taken back and is named is one like any other, also when that was interrupted', async () => {
  const world = await openReleases('one', 'two', 'three')
  await world.deploy(undefined, BACK, { run: '7' })
  const forth = { 'rollback-to': world.ids[2] ?? '' }
  world.bucket.before((call) => {
    if (/^copy .* index.html$/.test(call)) throw new Error('gone')
  })
  expect((await world.deploy(undefined, forth)).outcome.kind).toBe('failed')
  world.bucket.before(() => {})
  await world.deploy(undefined, forth)
  expect(titleOf(world)).toBe('three')
  await world.deploy(undefined, BACK, { run: '8' })
  expect(titleOf(world)).toBe('two')
})

test('without a release to go back to it says which there are', async () => {
  const none = openWorld()
  await expect(none.deploy(undefined, BACK)).rejects.toThrow('the bucket has no releases')
  const world = await openReleases('one')
  await expect(world.deploy(undefined, BACK)).rejects.toThrow(`only ${world.ids[0] ?? ''} (newest first)`)
})

test('a release whose content somebody has deleted is refused before anything is written', async () => {
  const world = await openReleases('one', 'two')
  for (const key of world.bucket.keys().filter((one) => one.includes('/blobs/')))
    await world.bucket.remove(key)
  const before = writes(world)
  await expect(world.deploy(undefined, BACK)).rejects.toThrow(
    /cannot be brought back: index.html is no longer/
  )
  expect(writes(world)).toEqual(before)
})

test('the summary lists the releases to go back to', async () => {
  const world = await openReleases('one', 'two')
  const { summary } = await world.report(buildOf('three'), {}, { run: '9' })
  expect(summary).toContain('Releases to go back to')
  for (const id of world.ids) expect(summary).toContain(id)
})
