/** Pull requests and merges at once: no part of a comment is lost, and no state is written by two. */
import { expect, test } from '@jest/globals'
import type { JobResult } from '../../lab/runner/ports.ts'
import { entries, type Ledger } from './ledger.ts'
import { annotationsOf, applyJob, conclusionsOf } from './results.ts'
import { lockHolder, stateOf } from './state.ts'
import { startWorld } from './world.ts'

const MINUTES = 60_000

/** The pull request has one comment, and it shows each stack's plan of these entries. */
function expectWhole(
  ledger: Ledger,
  number: number,
  wanted: Readonly<Record<string, readonly string[]>>
): void {
  expect(ledger.comments(number)).toHaveLength(1)
  for (const [stack, values] of Object.entries(wanted)) {
    for (const text of [stack, ...values]) expect(ledger.comment(number)).toContain(text)
  }
}

test.concurrent(
  'two stacks planned side by side are both in the pull request’s one comment',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks('north', 'south')
    const { number, runs } = await ledger.propose('Raise the rent', entries({ rent: 'raised-once' }))
    expect(annotationsOf(runs)).not.toContain('error')
    expectWhole(ledger, number, { north: ['raised-once'], south: ['raised-once'] })
  },
  5 * MINUTES
)

test.concurrent(
  'plan jobs that all write the comment themselves lose none of its parts',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger({ overlay: ['direct'] })
    ledger.stacks('east', 'west', 'centre')
    const { number, runs } = await ledger.propose('Raise the rent', entries({ rent: 'raised-once' }))
    expect(annotationsOf(runs)).not.toContain('error')
    expectWhole(ledger, number, { east: ['raised-once'], west: [], centre: [] })
    const parts = ['east', 'west', 'centre'].map((stack) => ledger.comment(number).split(stack).length > 1)
    expect(parts).toEqual([true, true, true])
  },
  5 * MINUTES
)

test.concurrent(
  'pull requests planned at once have a whole comment each, and a second push renews it',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks('north', 'south')
    const first = await ledger.open('Raise the rent', entries({ rent: 'by-the-first' }))
    const second = await ledger.open('Lower the rent', entries({ rent: 'by-the-second' }))
    const runs = await Promise.all([first, second].map(({ event }) => world.lab.deliver(event)))
    expect(annotationsOf(runs.flat())).not.toContain('error')
    expectWhole(ledger, first.number, { north: ['by-the-first'], south: [] })
    expectWhole(ledger, second.number, { north: ['by-the-second'], south: [] })
    const [before] = ledger.comments(first.number)

    const again = await ledger.update(first.number, entries({ rent: 'by-the-first-again' }))
    expect(conclusionsOf(again)).toEqual(['success'])
    expectWhole(ledger, first.number, { north: ['by-the-first-again'], south: [] })
    expect(ledger.comments(first.number)[0]?.id).toBe(before?.id)
    expect(ledger.comment(first.number)).not.toContain('"by-the-first"')
  },
  5 * MINUTES
)

/** The step in which Terraform works; the jobs' own times hold waits too. */
const applying = (job: JobResult | undefined) => job?.steps.find(({ name }) => name === 'Apply')

test.concurrent(
  'of two merges at once one is applied, and the other waits and is refused with what changed',
  async () => {
    await using world = await startWorld()
    const ledger = await world.ledger()
    ledger.stacks('rent')
    const more = { 'infra/more.tf': 'resource "terraform_data" "more" {}\n' }
    const pulls = [
      await ledger.open('Raise the rent', entries({ rent: 'two' })),
      await ledger.open('Hold more', more)
    ] as const
    const pushes = [await ledger.land(pulls[0].number), await ledger.land(pulls[1].number)]
    const done = await Promise.all(pushes.map((event) => world.lab.deliver(event)))
    const applies = done.map((runs) => applyJob(runs)).toSorted((a, b) => order(a) - order(b))
    expect(done.flatMap(conclusionsOf).toSorted()).toEqual(['failure', 'success'])
    expect(applies.map((job) => job?.conclusion)).toEqual(['success', 'failure'])
    expect(applies[1]?.log).toContain('plan-changed')
    expect(applies[1]?.summary).toContain('terraform_data.entry["rent"]')
    expect(order(applies[1])).toBeGreaterThanOrEqual(applying(applies[0])?.finishedAt ?? Infinity)
    expect(await lockHolder(ledger, 'rent')).toBeUndefined()
    const state = await stateOf(ledger, 'rent')
    const isWhole = applies[0]?.job.run.event.sha === pushes[1]?.sha
    const names = isWhole ? ['account', 'entry', 'more'] : ['account', 'entry']
    expect(state?.resources.map(({ name }) => name).toSorted()).toEqual(names)
  },
  5 * MINUTES
)

const order = (job: JobResult | undefined): number => applying(job)?.startedAt ?? 0
