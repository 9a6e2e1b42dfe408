/** One state, applied from two repositories: no concurrency group holds for both, so the state's lock must. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BOOKS } from '../seeds/callers.ts'
import { approve, entries, type Ledger } from './ledger.ts'
import { applyJob, conclusionsOf } from './results.ts'
import { lockHolder, stateOf } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
const STACK = 'rent'
let world: World
let folder: string

beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'shared-state-'))
}, 2 * MINUTES)

afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

/** An apply that works until the file exists; bounded, should the test die. */
const untilExists = (file: string): Record<string, string> => ({
  'infra/slow.tf': `resource "terraform_data" "slow" {
  provisioner "local-exec" {
    command = "for i in $(seq 1800); do [ -e ${file} ] && exit 0; sleep 0.1; done; exit 1"
  }
}
`
})

/** Waits until somebody holds the state's lock. */
async function awaitHolder(ledger: Ledger): Promise<string> {
  for (let tries = 0; tries < 1800; tries += 1) {
    const holder = await lockHolder(ledger, STACK)
    if (holder !== undefined) return holder
    await sleep(100)
  }
  throw new Error(`Nobody locked the state of ${ledger.repository}.`)
}

test(
  'the apply that finds the state locked changes nothing and names the holder of the lock',
  async () => {
    const here = await world.ledger()
    const there = await world.ledger({ caller: BOOKS })
    for (const ledger of [here, there]) ledger.stacks(STACK)
    there.set({ LOCK_TIMEOUT: '1s' })
    const go = join(folder, 'go')
    const slow = await here.open('Be slow', untilExists(go))
    const quick = await there.open('Be quick', entries({ rent: 'two' }))
    const planned = Promise.withResolvers<void>()
    let holder = ''
    const first = here.merge(slow.number, async (waiting) => {
      await planned.promise
      return approve(waiting)
    })
    const late = await there
      .merge(quick.number, async (waiting) => {
        planned.resolve()
        holder = await awaitHolder(here)
        return approve(waiting)
      })
      .finally(() => {
        planned.resolve()
        writeFileSync(go, '')
      })

    expect(holder).toMatch(/.@./)
    expect(conclusionsOf(late)).toEqual(['failure'])
    expect(applyJob(late)?.log).toContain('state-locked')
    expect(applyJob(late)?.log).toContain(holder)
    expect(conclusionsOf(await first)).toEqual(['success'])
    expect(await lockHolder(here, STACK)).toBeUndefined()
    expect((await stateOf(here, STACK))?.resources.map(({ name }) => name)).toContain('slow')
    expect(await stateOf(here, STACK)).toMatchObject({ outputs: { entries: { value: { rent: 'one' } } } })
  },
  8 * MINUTES
)
