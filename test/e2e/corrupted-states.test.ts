/** A state or lock that nobody can read any more: plan and apply say so, and touch it no further. */
import { expect, test } from '@jest/globals'
import { removeObject, readObject, writeObject } from './bucket.ts'
import { approve, entries, keyOf } from './ledger.ts'
import { annotationsOf, applyJob, conclusionsOf } from './results.ts'
import { applyByHand } from './state.ts'
import { startWorld } from './world.ts'

const MINUTES = 60_000
const STACK = 'rent'
const STATE = keyOf(STACK)
const LOCK = `${STATE}.tflock`

type Corruption = Readonly<{
  what: string
  key: string
  /** What the object holds from now on, out of what it held. */
  spoil: (state: string) => string
  /** What the reader of the red run is told. */
  words: RegExp
}>

const CORRUPTIONS: readonly Corruption[] = [
  {
    what: 'a state that breaks off',
    key: STATE,
    spoil: (state) => state.slice(0, 40),
    words: /Unsupported state file format.*syntax error at byte offset 40/
  },
  {
    what: 'a state that is no JSON',
    key: STATE,
    spoil: () => 'not a state',
    words: /Unsupported state file format/
  },
  {
    what: 'a state of a format to come',
    key: STATE,
    spoil: (state) => state.replace(/"version": ?4/, '"version": 99'),
    words: /Unsupported state file format.*99/
  },
  {
    what: 'a lock that is no JSON',
    key: LOCK,
    spoil: () => 'not a lock',
    words: /Error acquiring the state lock[^]*LockInfo/
  }
]

test.concurrent.each(CORRUPTIONS)(
  '$what makes a plan red, and stays as it is',
  async ({ key, spoil, words }) => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks(STACK)
    await applyByHand(ledger, STACK, { source: 'ledger/infra' })
    const spoilt = spoil((await readObject(world.lab.aws, STATE)) ?? '')
    await writeObject(world.lab.aws, key, spoilt)
    const { runs } = await ledger.propose('Raise the rent', entries({ rent: 'two' }))
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(annotationsOf(runs)).toMatch(words)
    expect(await readObject(world.lab.aws, key)).toBe(spoilt)
  },
  5 * MINUTES
)

test.concurrent.each(CORRUPTIONS)(
  '$what after the plan makes the apply red, and stays as it is',
  async ({ key, spoil, words }) => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks(STACK)
    ledger.set({ LOCK_TIMEOUT: '1s' })
    await applyByHand(ledger, STACK, { source: 'ledger/infra' })
    const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
    let spoilt = ''
    const runs = await ledger.merge(number, async (waiting) => {
      spoilt = spoil((await readObject(world.lab.aws, STATE)) ?? '')
      await writeObject(world.lab.aws, key, spoilt)
      return approve(waiting)
    })
    expect(applyJob(runs)?.conclusion).toBe('failure')
    expect(annotationsOf(runs)).toMatch(words)
    expect(await readObject(world.lab.aws, key)).toBe(spoilt)
  },
  5 * MINUTES
)

test(
  'a state of another stack under this one’s name is not taken for a plan’s',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks(STACK)
    await applyByHand(ledger, STACK, { source: 'ledger/infra' })
    const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
    let other = ''
    const runs = await ledger.merge(number, async (waiting) => {
      await removeObject(world.lab.aws, STATE)
      await applyByHand(ledger, STACK, { source: 'ledger/infra', files: entries({ debt: 'nine' }) })
      other = (await readObject(world.lab.aws, STATE)) ?? ''
      return approve(waiting)
    })
    expect(applyJob(runs)?.conclusion).toBe('failure')
    expect(annotationsOf(runs)).toContain('created from a different state lineage')
    expect(await readObject(world.lab.aws, STATE)).toBe(other)
  },
  5 * MINUTES
)
