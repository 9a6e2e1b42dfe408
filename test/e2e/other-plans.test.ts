/** Plans that are not the reviewed one: of another commit, or of a main that moved on meanwhile. */
import { expect, test } from '@jest/globals'
import { entries, reject } from './ledger.ts'
import { annotationsOf, applyJob, conclusionsOf, jobsOf, summariesOf } from './results.ts'
import { stateOf } from './state.ts'
import { startWorld } from './world.ts'

const MINUTES = 60_000

test.concurrent(
  'a plan of another commit is refused',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks('rent')
    const first = await ledger.open('Raise the rent', entries({ rent: 'two' }))
    const planned = await ledger.merge(first.number, reject)
    const plans =
      jobsOf(planned).find(({ outputs }) => outputs['plans'] !== undefined)?.outputs['plans'] ?? ''
    expect(plans).toContain('"rent"')
    ledger.set({ PLANS: plans })
    const second = await ledger.open('Raise it again', entries({ rent: 'three' }))
    const runs = await ledger.merge(second.number)
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(applyJob(runs)?.log).toMatch(/artifact-mismatch/)
    expect(await stateOf(ledger, 'rent')).toBeUndefined()
  },
  5 * MINUTES
)

test.concurrent(
  'a plan on main that differs from the reviewed one is shown, and red where reviews are required',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks('rent')
    ledger.set({ REQUIRE_REVIEWED: 'true' })
    const more = { 'infra/more.tf': 'resource "terraform_data" "more" {}\n' }
    const { number } = await ledger.propose('Hold more', more)
    await world.lab.github.people.pushCommit({
      repository: ledger.repository,
      branch: 'main',
      files: entries({ rent: 'raised meanwhile' }),
      message: 'Raise the rent',
      author: 'mallory'
    })
    const runs = await ledger.merge(number)
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(annotationsOf(runs)).toContain(`#${number}`)
    expect(summariesOf(runs)).toContain('terraform_data.entry["rent"]')
    expect(applyJob(runs)).toBeUndefined()
    expect(await stateOf(ledger, 'rent')).toBeUndefined()
  },
  5 * MINUTES
)
