/** deploy-frontend killed at each of its operations: the old site stays whole, and the next attempt completes the new one. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import type { Moment } from '../chaos/gateway.ts'
import { nameOfMoment } from '../chaos/kill-points.ts'
import { sideBySide } from '../chaos/side-by-side.ts'
import { createSite } from '../emulator/dataplane/site.ts'
import { startForTests } from '../emulator/start.ts'
import { buildOf, deployTo, hashOf, keysOf, siteOf } from './site.ts'

/** A hundred processes and more on a busy machine. */
jest.setTimeout(600_000)

const OLD = buildOf('one', { 'old.txt': 'goes' })
const NEW = buildOf('two', { 'sw.js': 'self', 'extra.txt': 'more' })

let seeded: Aws
let inputs: Readonly<Record<string, string>>
let wanted: Awaited<ReturnType<typeof siteOf>>
const journal: string[] = []

beforeAll(async () => {
  seeded = await startForTests()
  const { id } = await createSite(seeded)
  inputs = { 'distribution-id': id, 'keep-releases': '1', concurrency: '1', 'wait-for-invalidation': 'false' }
  await deployTo(seeded, { files: OLD, inputs })
  const aws = await seeded.fork()
  await deployTo(aws, { files: NEW, inputs, run: 2, journal })
  wanted = await siteOf(aws)
  await aws.close()
})
afterAll(() => seeded?.close())

/** Each operation of a good run; before it, and after it when it changes anything. Two requests may have one name. */
function momentsOf(operations: readonly string[]): readonly Moment[] {
  const seen = new Map<string, number>()
  return operations.flatMap((operation) => {
    const nth = (seen.get(operation) ?? 0) + 1
    seen.set(operation, nth)
    const asked = { operation, nth, at: 'asked' } as const
    return operation.startsWith('GET') ? [asked] : [asked, { ...asked, at: 'answered' as const }]
  })
}

/** What pages refer to is there: the page before loads what it did. */
function expectWhole(site: Awaited<ReturnType<typeof siteOf>>): void {
  const [page = ''] = site['index.html'] ?? []
  const version = page.includes('<title>one') ? 'one' : 'two'
  expect(page).toContain(`<title>${version}`)
  expect(site[`assets/app-${hashOf(version)}.js`]?.[0]).toBe(`console.log('${version}')`)
}

async function killAndRepeat(moment: Moment): Promise<void> {
  const aws = await seeded.fork()
  try {
    const killed = await deployTo(aws, { files: NEW, inputs, run: 2, moment })
    expect(killed.code).toBeUndefined()
    expectWhole(await siteOf(aws))
    const again = await deployTo(aws, { files: NEW, inputs, run: 2, attempt: 2 })
    expect({ code: again.code, log: again.log }).toMatchObject({ code: 0 })
    expect(await siteOf(aws)).toEqual(wanted)
    const third = await deployTo(aws, { files: NEW, inputs, run: 3 })
    expect(JSON.parse(third.outputs['result'] ?? '')).toMatchObject({ outcome: 'unchanged' })
    const state = (await keysOf(aws)).filter((key) => key.startsWith('caliber-releases/'))
    expect(state).toEqual([expect.stringContaining('/manifests/')])
    const calls = (await aws.journal()).filter(({ action }) => action.startsWith('CreateInvalidation'))
    expect(calls.length).toBeGreaterThan(0)
    expect(await aws.defects()).toEqual([])
  } finally {
    await aws.close()
  }
}

test('killed at any operation the site stays whole, and the next attempt ends where an undisturbed run does', async () => {
  const moments = momentsOf(journal)
  expect(moments.length).toBeGreaterThan(20)
  const results = await sideBySide(moments, 3, killAndRepeat)
  const faults = [...results].filter(([, result]) => result instanceof Error)
  expect(faults.map(([moment, fault]) => [nameOfMoment(moment), String(fault)])).toEqual([])
})

test('killed while it waits for CloudFront the release is live, and the next attempt has nothing left to do', async () => {
  const aws = await seeded.fork()
  const waiting = { files: NEW, inputs: { ...inputs, 'wait-for-invalidation': '20s' }, run: 2 }
  const operation = `GET /2020-05-31/distribution/${inputs['distribution-id'] ?? ''}/invalidation/*`
  const killed = await deployTo(aws, { ...waiting, moment: { operation, at: 'asked' } })
  expect(killed.code).toBeUndefined()
  expect(await siteOf(aws)).toEqual(wanted)
  expect(await keysOf(aws)).not.toContain('caliber-releases/lock')
  const again = await deployTo(aws, { ...waiting, attempt: 2 })
  expect(JSON.parse(again.outputs['result'] ?? '')).toMatchObject({ outcome: 'unchanged', isOfThisRun: true })
  await aws.close()
})

test('another run waits for a lock, and takes one over that was left behind by an earlier attempt only', async () => {
  const aws = await seeded.fork()
  const lock = { operation: 'PUT /site/caliber-releases/lock', nth: 1, at: 'answered' } as const
  await deployTo(aws, { files: NEW, inputs, run: 2, moment: lock })
  expect(await keysOf(aws)).toContain('caliber-releases/lock')
  const taken = await deployTo(aws, { files: NEW, inputs, run: 2, attempt: 2 })
  expect(taken.log).toContain('is left over; it is taken over')
  expect(await keysOf(aws)).not.toContain('caliber-releases/lock')
  await aws.close()
})
