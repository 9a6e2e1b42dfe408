/** A pull request that drops a secret: nobody loses it by clicking on a green button. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Ledger, Proposed, Review, Waiting } from './ledger.ts'
import { annotationsOf, applyJob, conclusionsOf } from './results.ts'
import { applyByHand } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
const ADDRESS = 'aws_secretsmanager_secret.bookings'
let world: World
let ledger: Ledger
let dropped: Proposed

beforeAll(async () => {
  world = await startWorld()
  ledger = await world.ledger({ overlay: ['secret'] })
  ledger.stacks({ stack: 'bookings', 'working-directory': 'secret' })
  await applyByHand(ledger, 'bookings', { source: 'secret/secret' })
  dropped = await ledger.propose('Forget all bookings', { 'secret/bookings.tf': null })
}, 10 * MINUTES)

afterAll(() => world.close())

/** Those that are not scheduled for deletion. */
const secrets = async (): Promise<readonly string[]> =>
  (await world.lab.aws.resources())
    .filter(({ service }) => service === 'secretsmanager')
    .map(({ name }) => name)

/** The first eight digits of the digest, which the reviewer reads in the waiting job's name. */
function shortDigest({ runId }: Waiting): string {
  const names = world.lab.events.flatMap((event) =>
    event.kind === 'job' && event.job.run.id === runId ? [event.job.name] : []
  )
  return names.map((name) => /apply \(bookings ([0-9a-f]{8})\)/.exec(name)?.[1]).find(Boolean) ?? 'no digest'
}

const saying =
  (words: (waiting: Waiting) => string): Review =>
  (waiting) => ({ state: 'approved', comment: words(waiting), user: 'grace' })

test('the plan’s comment names the secret that would be lost', async () => {
  expect(await secrets()).toEqual(['caliber/ledger/prod/bookings'])
  expect(annotationsOf(dropped.runs)).not.toContain('error')
  expect(ledger.comment(dropped.number)).toMatch(new RegExp(`(?:destroy|lost|lose)[^]*${ADDRESS}`, 'i'))
})

test(
  'an approval without the words for this very plan destroys nothing',
  async () => {
    const runs = await ledger.merge(
      dropped.number,
      saying(() => 'Go on and destroy it; destroy 00000000')
    )
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(applyJob(runs)?.log).toContain('stateful-destroy')
    expect(applyJob(runs)?.log).toContain(ADDRESS)
    expect(await secrets()).toEqual(['caliber/ledger/prod/bookings'])
  },
  5 * MINUTES
)

test(
  'an approver who types `destroy` and the digest means it',
  async () => {
    const { number } = await ledger.open('Mean it', { 'README.md': 'Really no bookings.\n' })
    const runs = await ledger.merge(
      number,
      saying((waiting) => `We have a backup. destroy ${shortDigest(waiting)}`)
    )
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    expect(await secrets()).toEqual([])
  },
  5 * MINUTES
)
