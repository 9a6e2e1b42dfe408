import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Aws } from '../../../lab/aws/aws.ts'
import { assumeOn } from '../../emulator/identity.ts'
import type { Identity } from '../../emulator/start.ts'
import { credentialsOf, roles, startAccount, type Account, type RoleName } from './account.ts'
import { makeBelongings } from './belongings.ts'
import {
  heldApply,
  heldPlan,
  heldWorker,
  makeHeld,
  plansOwn,
  takeBoundariesOff,
  worker,
  workersOwn
} from './boundaries.ts'
import { verdict, type Call } from './calls.ts'
import { inEnvironment, operating, operatingIn, pullRequest, suite } from './jobs.ts'
import { operations } from './operations.ts'
import { powers } from './powers.ts'
import { services, tagged } from './services.ts'
import { secrets, states } from './states-and-secrets.ts'
import { allowedActions, readReasons, type Explained } from './used-actions.ts'

const judged = new Set(['allowed', 'implicit-deny', 'explicit-deny'])
const names = Object.keys(roles) as RoleName[]
const table = [...states, ...secrets, ...powers, ...services, ...tagged, ...operations]
const held = [
  ...heldWorker.map((row) => ({ ...row, who: 'worker' as const })),
  ...workersOwn.map((row) => ({ ...row, who: 'worker' as const, verdict: 'allowed' })),
  ...heldApply.map((row) => ({ ...row, who: 'apply' as const })),
  ...heldPlan.map((row) => ({ ...row, who: 'plan' as const })),
  ...plansOwn.map((row) => ({ ...row, who: 'plan' as const, verdict: 'allowed' }))
]
let account: Account
let sessions: Readonly<Record<RoleName, Identity>>
let verdicts: Readonly<Record<RoleName, readonly string[]>>
let within: readonly string[]
let without: readonly string[]

beforeAll(async () => {
  account = await startAccount()
  const stg = inEnvironment('caliber-stg')
  sessions = {
    plan: await account.session('plan', pullRequest()),
    apply: await account.session('apply', stg),
    deploy: await account.session('deploy', { ...stg, ...suite('deploy-api') }),
    seed: await account.session('seed', { ...stg, ...suite('reseed') }),
    registry: await account.session('registry', operating('onboard-tenant')),
    inspect: await account.session('inspect', operating('orphans')),
    deployAny: await account.session('deployAny', operatingIn('caliber-stg-deploy', 'scale')),
    seedAny: await account.session('seedAny', operatingIn('caliber-stg-deploy', 'reseed')),
    restore: await account.session('restore', operatingIn('caliber-stg-deploy', 'restore-database'))
  }
  await makeBelongings(account)
  const found = await Promise.all(names.map(async (name) => [name, await verdictsFor(name)] as const))
  verdicts = Object.fromEntries(found) as typeof verdicts
  await tryBoundaries(await account.github.aws.fork())
}, 300_000)

afterAll(() => account?.close())

/** The same calls within the boundaries and without, by roles whose policies allow everything. */
async function tryBoundaries(copy: Aws): Promise<void> {
  try {
    await makeHeld(copy)
    const token = await account.github.token()
    const who = {
      apply: sessions.apply,
      plan: sessions.plan,
      worker: credentialsOf(await assumeOn(copy, { role: worker, token }))
    }
    const calls = held.map((row) => ({ call: row.call, who: who[row.who] }))
    within = await verdictsOf(copy, calls)
    await takeBoundariesOff(copy)
    without = await verdictsOf(copy, calls)
  } finally {
    await copy.close()
  }
}

async function verdictsOf(
  aws: Aws,
  calls: readonly Readonly<{ call: Call; who: Identity }>[]
): Promise<readonly string[]> {
  const found: string[] = []
  for (const { call, who } of calls) found.push(await verdict(aws, who, call))
  return found
}

/** What the gate said to a role of every row, one after the other on a copy of its own. */
async function verdictsFor(name: RoleName): Promise<readonly string[]> {
  const copy = await account.github.aws.fork()
  try {
    return await verdictsOf(
      copy,
      table.map(({ call }) => ({ call, who: sessions[name] }))
    )
  } finally {
    await copy.close()
  }
}

test.each(table.map((row, index) => ({ ...row, index })))('to $what: allowed is “$may”', ({ may, index }) => {
  expect(names.filter((name) => verdicts[name][index] === 'allowed').join(' ')).toBe(may)
  expect(names.map((name) => verdicts[name][index]).filter((one = '') => !judged.has(one))).toEqual([])
})

test.each(held.map((row, index) => ({ ...row, index })))(
  'a policy of everything gives $who within its boundary: $verdict, $what',
  ({ verdict: expected, index }) => {
    expect({ within: within[index], without: without[index] }).toEqual({
      within: expected,
      without: 'allowed'
    })
  }
)

const explained = names.filter((name): name is Explained => !['deployAny', 'seedAny'].includes(name))

test.each(explained)(
  'each reason for an action that nothing shows is about an action of %s',
  async (name) => {
    const [allowed, reasons] = await Promise.all([
      allowedActions(account.github.aws, roles[name]),
      readReasons()
    ])
    expect(allowed.size).toBeGreaterThan(3)
    expect(Object.keys(reasons[name]).filter((action) => !allowed.has(action))).toEqual([])
  }
)

test.each([
  { every: 'deployAny', one: 'deploy', without: /^ecr:(?!DescribeImages$)/ },
  { every: 'seedAny', one: 'seed', without: /^$/ }
] as const)('$every is allowed for every tenant what $one is for its own, images apart', async (row) => {
  const [every, one] = await Promise.all(
    [row.every, row.one].map(async (name) => [...(await allowedActions(account.github.aws, roles[name]))])
  )
  expect(every?.toSorted()).toEqual(one?.filter((action) => !row.without.test(action)).toSorted())
})
