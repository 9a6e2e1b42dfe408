/** verify-in-your-account.yml, as a person starts it in the suite's own repository: applies, proves, destroys. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { seeded } from '../seeds/seeded.ts'
import type { Review } from './ledger.ts'
import { annotationsOf, conclusionsOf, jobsOf, summariesOf } from './results.ts'
import { startSuite, type SuiteLab } from './suite.ts'

const MINUTES = 60_000
let suite: SuiteLab
let runs: readonly RunResult[]
/** What existed when each review was asked for. */
const seen: (readonly string[])[] = []

/** Names of what the small stack makes, as far as it exists. */
const made = async (): Promise<readonly string[]> => {
  const resources = await suite.lab.aws.resources()
  return resources
    .map(({ name }) => name)
    .filter((name) => /caliber\/verify\/|verify-stg/.test(name))
    .toSorted()
}

/** The first eight digits of the digest in the name of the job that waits. */
function shortDigest(runId: number): string {
  const names = suite.lab.events.flatMap((event) =>
    event.kind === 'job' && event.job.run.id === runId ? [event.job.name] : []
  )
  return names.map((name) => /apply \(caliber-verify-end ([0-9a-f]{8})\)/.exec(name)?.[1]).find(Boolean) ?? ''
}

/** Grace approves; where something is destroyed she writes the words that it takes. */
const review: Review = async ({ runId }) => {
  seen.push(await made())
  const digest = shortDigest(runId)
  return { state: 'approved', comment: digest === '' ? 'ship it' : `destroy ${digest}`, user: 'grace' }
}

beforeAll(async () => {
  suite = await startSuite(await seeded('account'))
  runs = await suite.start('verify-in-your-account.yml', {}, review)
}, 10 * MINUTES)

afterAll(() => suite.close())

test('it ends green, with an approval before each apply', () => {
  expect(annotationsOf(runs)).not.toContain('error')
  expect(conclusionsOf(runs)).toEqual(['success'])
  expect(seen).toHaveLength(2)
})

test('the stack is there between the two applies, and nothing of it afterwards', async () => {
  expect(seen[0]).toEqual([])
  expect(seen[1]).toEqual([
    '/caliber/verify/stg/verify',
    'caliber/verify/stg/unreadable',
    'verify-stg-dedicated-bounded'
  ])
  expect(await made()).toEqual([])
  const parameters = (await suite.lab.aws.journal()).filter(({ action }) =>
    /^(?:Put|Delete)Parameter$/.test(action)
  )
  expect(parameters.map(({ action, error }) => `${action}${error}`)).toEqual([
    'PutParameter',
    'DeleteParameter'
  ])
})

test('what must not succeed was tried and refused', async () => {
  const summary = summariesOf(runs)
  expect(summary).toContain('AWS refused this job the role')
  expect(summary).toContain('AWS refused these credentials to read the secret')
  const journal = await suite.lab.aws.journal()
  const refused = journal.filter(({ error }) => error.startsWith('AccessDenied'))
  expect(refused.map(({ action }) => action).toSorted()).toEqual([
    'AssumeRoleWithWebIdentity',
    'GetSecretValue'
  ])
})

test('the second apply destroys the stack’s own plan and no other', () => {
  const applies = jobsOf(runs).filter(({ job }) => job.name.includes('apply ('))
  expect(applies.map(({ job }) => job.name.replace(/ [0-9a-f]{8}\)/, ')'))).toEqual([
    'apply / apply (caliber-verify)',
    'destroy / apply (caliber-verify-end)'
  ])
})
