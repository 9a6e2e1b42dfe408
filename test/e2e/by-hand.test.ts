/** Applies of runs that a person starts: with the digest that they type, and of what they fill into a form. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { entries, type Ledger } from './ledger.ts'
import { annotationsOf, applyJob, conclusionsOf, jobsOf } from './results.ts'
import { stateOf } from './state.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
let world: World
let ledger: Ledger
let digest = ''

beforeAll(async () => {
  world = await startWorld()
  ledger = await world.ledger({ overlay: ['by-hand'] })
  ledger.protect({ branches: ['main'] })
  ledger.stacks('rent')
  const { number } = await ledger.open('Raise the rent', entries({ rent: 'two' }))
  // Asked by the form's environment alone: the others have no reviewers.
  const planned = await ledger.merge(number, () => ({ state: 'approved', comment: 'fine', user: 'ada' }))
  const plans =
    jobsOf(planned).find(({ outputs }) => outputs['plans'] !== undefined)?.outputs['plans'] ?? '{}'
  digest = (JSON.parse(plans) as Record<string, { digest: string }>)['rent']?.digest ?? ''
}, 3 * MINUTES)

afterAll(() => world.close())

async function start(actor: string, confirm: string): Promise<readonly RunResult[]> {
  return dispatch(actor, 'apply.yml', { confirm })
}

async function dispatch(actor: string, file: string, inputs: Readonly<Record<string, string>>) {
  const { people } = world.lab.github
  const workflow = `.github/workflows/${file}`
  const event = { repository: ledger.repository, workflow, ref: 'main', inputs, actor }
  return world.lab.deliver(await people.dispatch(event))
}

test(
  'the author of the change may not start its apply',
  async () => {
    const runs = await start('ada', digest.slice(0, 8))
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(applyJob(runs)?.log).toContain('self-approved')
    expect(await stateOf(ledger, 'rent')).toBeUndefined()
  },
  2 * MINUTES
)

test(
  'a digest typed wrong applies nothing',
  async () => {
    const runs = await start('grace', '00000000')
    expect(conclusionsOf(runs)).toEqual(['failure'])
    expect(applyJob(runs)?.log).toContain('not-approved')
    expect(await stateOf(ledger, 'rent')).toBeUndefined()
  },
  2 * MINUTES
)

test(
  'somebody else who types the digest of the plan applies it',
  async () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    const runs = await start('grace', digest.slice(0, 12))
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    expect(applyJob(runs)?.summary).toContain('grace')
    expect(await stateOf(ledger, 'rent')).toMatchObject({ outputs: { entries: { value: { rent: 'two' } } } })
  },
  2 * MINUTES
)

test(
  'what is typed into a form is planned without a pull request, and the author of the last commit may approve it',
  async () => {
    ledger.protect({
      reviewers: ['ada', 'grace'],
      preventSelfReview: true,
      branches: ['main'],
      canAdminsBypass: false
    })
    const runs = await dispatch('grace', 'form.yml', { fees: 'three "and" a half' })
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    expect(applyJob(runs)?.summary).toContain('ada')
    expect(await stateOf(ledger, 'fees')).toMatchObject({
      outputs: { entries: { value: { fees: 'three "and" a half' } } }
    })
    // The pull request that the commit came from has nothing to do with it.
    expect(
      ledger
        .comments(1)
        .map(({ body }) => body)
        .join('')
    ).not.toContain('fees')
  },
  2 * MINUTES
)
