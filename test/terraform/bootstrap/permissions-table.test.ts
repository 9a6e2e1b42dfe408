import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Identity } from '../../emulator/start.ts'
import { roles, startAccount, type Account, type RoleName } from './account.ts'
import { makeBelongings } from './belongings.ts'
import { verdict } from './calls.ts'
import { inEnvironment, pullRequest, suite } from './jobs.ts'
import { powers } from './powers.ts'
import { services, tagged } from './services.ts'
import { secrets, states } from './states-and-secrets.ts'
import { allowedActions, readReasons } from './used-actions.ts'

const judged = new Set(['allowed', 'implicit-deny', 'explicit-deny'])
const names = Object.keys(roles) as RoleName[]
const table = [...states, ...secrets, ...powers, ...services, ...tagged]
let account: Account
let sessions: Readonly<Record<RoleName, Identity>>
let verdicts: Readonly<Record<RoleName, readonly string[]>>

beforeAll(async () => {
  account = await startAccount()
  const stg = inEnvironment('caliber-stg')
  sessions = {
    plan: await account.session('plan', pullRequest()),
    apply: await account.session('apply', stg),
    deploy: await account.session('deploy', { ...stg, ...suite('deploy-api') }),
    seed: await account.session('seed', { ...stg, ...suite('rotate-secrets') })
  }
  await makeBelongings(account)
  const found = await Promise.all(names.map(async (name) => [name, await verdictsFor(name)] as const))
  verdicts = Object.fromEntries(found) as typeof verdicts
}, 180_000)

afterAll(() => account?.close())

/** What the gate said to a role of every row, one after the other on a copy of its own. */
async function verdictsFor(name: RoleName): Promise<readonly string[]> {
  const copy = await account.github.aws.fork()
  try {
    const found: string[] = []
    for (const { call } of table) found.push(await verdict(copy, sessions[name], call))
    return found
  } finally {
    await copy.close()
  }
}

test.each(table.map((row, index) => ({ ...row, index })))('to $what: allowed is “$may”', ({ may, index }) => {
  expect(names.filter((name) => verdicts[name][index] === 'allowed').join(' ')).toBe(may)
  expect(names.map((name) => verdicts[name][index]).filter((one = '') => !judged.has(one))).toEqual([])
})

test.each(names)('each reason for an action that nothing shows is about an action of %s', async (name) => {
  const [allowed, reasons] = await Promise.all([
    allowedActions(account.github.aws, roles[name]),
    readReasons()
  ])
  expect(allowed.size).toBeGreaterThan(5)
  expect(Object.keys(reasons[name]).filter((action) => !allowed.has(action))).toEqual([])
})
