/** The doctor as another repository calls it, by commit. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { LEDGER } from '../seeds/callers.ts'
import type { Ledger } from './ledger.ts'
import { annotationsOf, conclusionsOf, summariesOf } from './results.ts'
import { startWorld, type World } from './world.ts'

const MINUTES = 60_000
const SUBJECT = 'repo:acme/ledger:ref:refs/heads/main'
let world: World
let ledger: Ledger

beforeAll(async () => {
  world = await startWorld()
  ledger = await world.ledger({ overlay: ['doctor'] })
}, 10 * MINUTES)

afterAll(() => world.close())

async function examine(): Promise<readonly RunResult[]> {
  const { people } = world.lab.github
  const workflow = '.github/workflows/doctor.yml'
  return world.lab.deliver(
    await people.dispatch({ repository: ledger.repository, workflow, ref: 'main', inputs: {}, actor: 'ada' })
  )
}

test(
  'it takes the plan role under the caller’s own subject and finds everything good',
  async () => {
    const runs = await examine()
    expect(annotationsOf(runs)).not.toContain('error')
    expect(conclusionsOf(runs)).toEqual(['success'])
    const summary = summariesOf(runs)
    expect(summary).toContain(`this job's token has the subject '${SUBJECT}'`)
    expect(summary).toMatch(/workflows on main call caliber\/actions at '[0-9a-f]{40}'/)
    expect(summary.match(/trusts what the bootstrap stack would, and no more/g)).toHaveLength(2)
  },
  3 * MINUTES
)

test(
  'a repository that is not the one that the account trusts is told that it got no role, and its token is shown nowhere',
  async () => {
    const { people } = world.lab.github
    people.setOidcSubject(ledger.repository, { form: 'classic', claims: ['repository_owner'] })
    const runs = await examine()
    people.setOidcSubject(ledger.repository, { form: 'classic' })
    expect(conclusionsOf(runs)).toEqual(['failure'])
    const summary = summariesOf(runs)
    expect(summary).toContain(
      `AWS gave this job no credentials of the role; its token has the subject 'repository\\_owner:${LEDGER.owner}'`
    )
    expect(summary).toContain('no trust policy of the bootstrap stack names')
  },
  3 * MINUTES
)
