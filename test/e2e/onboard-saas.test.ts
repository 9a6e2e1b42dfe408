/** SaaSShared, then two tenants on it who want one subdomain at the same time, stopped on the way and run again. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { findUnexplained } from '../terraform/bootstrap/used-actions.ts'
import { findMarkers } from './markers.ts'
import {
  denied,
  type Form,
  jobNamed,
  type Onboarding,
  refusalsOf,
  secretsOf,
  startOnboarding,
  stepsOf,
  writesOf
} from './onboarding.ts'
import { annotationsOf } from './results.ts'
import { REPOSITORY } from './suite.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

const MINUTES = 60_000
jest.setTimeout(15 * MINUTES)

const SHARED: Form = { client: 'SaaSShared', env: 'stg', plan: 'SaaS', subdomain: 'saas-api-stg' }
const ONE: Form = { client: 'Customer1', env: 'stg', plan: 'SaaS', subdomain: 'shop-stg' }
const TWO: Form = { ...ONE, client: 'Customer2' }

let world: Onboarding
let winner: Form
let loser: Form

const reserveOf = (run: RunResult | undefined): string | undefined => jobNamed(run, 'reserve')?.conclusion
const told = (run: RunResult): string => jobNamed(run, 'tell')?.summary ?? ''
const isWhole = (run: RunResult): boolean => run.conclusion === 'success'

async function expectAnswers(subdomain: string, page = 'This address is ready.'): Promise<void> {
  const [api, site] = [
    `https://${subdomain}.hicaliber.net/version`,
    `https://www.${subdomain}.hicaliber.net/`
  ]
  expect(await world.look(api)).toMatchObject({ status: 200, text: expect.stringContaining('shared') })
  expect(await world.look(site)).toMatchObject({ status: 200, text: expect.stringContaining(page) })
}

beforeAll(async () => {
  world = await startOnboarding()
  await world.publish('shared')
}, 10 * MINUTES)

afterAll(() => world?.close())

test('SaaSShared comes from the same form', async () => {
  const run = await world.onboard(SHARED)
  expect(annotationsOf([run])).not.toContain('error:')
  expect(new Set(Object.values(stepsOf(run)))).toEqual(new Set(['success']))
  await expectAnswers('saas-api-stg')
  // Its tenants enter the registry after it.
  const merge = { repository: REPOSITORY, number: 1, by: 'ada', method: 'squash' } as const
  await world.lab.github.people.mergePullRequest(merge)
})

test('of two who want one subdomain at once, one is refused with the other’s name and run before anything is built', async () => {
  await world.disturb(denied('secretsmanager:PutSecretValue'))
  const runs = await Promise.all([world.onboard(ONE), world.onboard(TWO)])
  const at = runs.findIndex((run) => reserveOf(run) === 'success')
  ;[winner, loser] = at === 0 ? [ONE, TWO] : [TWO, ONE]
  const [won, lost] = at === 0 ? runs : runs.toReversed()
  if (won === undefined || lost === undefined) throw new Error('Two forms start two runs.')
  expect(stepsOf(lost)).toMatchObject({ reserve: 'failure', plan: 'skipped', apply: 'skipped' })
  const holder = `stg/${winner.client.toLowerCase()}`
  expect(annotationsOf([lost])).toMatch(new RegExp(`${holder} .*/actions/runs/${won.run.id}`))
  expect(told(lost)).toContain('Nothing was built.')
  expect(stepsOf(won)).toMatchObject({ apply: 'success', seed: 'failure', frontend: 'skipped' })
})

test('the one goes on where it stopped, the other takes another subdomain, both at once and both to the end', async () => {
  await world.disturb()
  const since = (await world.lab.aws.journal()).length
  const stopped = world.runs.find((run) => run.conclusion === 'failure' && reserveOf(run) === 'success')
  loser = { ...loser, subdomain: 'kiosk-stg' }
  const other = { ...loser, 'restart-shared': 'true', ...(await world.buildSite()) }
  const [resumed, second] = await Promise.all([world.repeat(stopped?.run), world.onboard(other)])
  expect(annotationsOf([resumed, second])).not.toContain('error:')
  expect([resumed, second].map(isWhole)).toEqual([true, true])
  expect(stepsOf(resumed)).toMatchObject({ api: 'skipped', smoke: 'success', register: 'success' })
  expect(stepsOf(second)).toMatchObject({ api: 'success', smoke: 'success', register: 'success' })
  await expectAnswers('shop-stg')
  await expectAnswers('kiosk-stg', 'The kiosk is open.')
  // The service is everybody's: nothing is migrated for one tenant, and tasks are replaced where that was asked for.
  const writes = await writesOf(world, since)
  expect(writes.filter((write) => /RunTask|UpdateService/.test(write))).toEqual(['deploy-stg UpdateService'])
  expect(told(resumed)).toContain('The shared service was left as it is.')
  expect(told(second)).toMatch(/Service saasshared-stg-saas-api is shared with .*: what is rolled out there/)
})

test('sent anew the form changes nothing, and puts no welcome page over what visitors have', async () => {
  const since = (await world.lab.aws.journal()).length
  const run = await world.onboard(loser)
  expect(annotationsOf([run])).not.toContain('error:')
  expect(stepsOf(run)).toMatchObject({
    apply: 'skipped',
    api: 'skipped',
    frontend: 'success',
    register: 'success'
  })
  expect(await writesOf(world, since)).toEqual([])
  await expectAnswers('kiosk-stg', 'The kiosk is open.')
  const titles = [1, 2, 3, 4].map((one) => world.lab.github.people.pullRequest(REPOSITORY, one)?.title)
  expect(titles.toSorted()).toEqual([
    'Register stg/customer1',
    'Register stg/customer2',
    'Register stg/saasshared',
    undefined
  ])
})

test('two Dedicated clients at once get addresses of their own; a plan that fails leaves them theirs', async () => {
  world.lab.github.people.setVariable(REPOSITORY, 'AWS_PLAN_ROLE', 'arn:aws:iam::123456789012:role/nobody')
  const form = { env: 'stg', plan: 'Dedicated' }
  const runs = await Promise.all(
    ['Globex', 'Initech'].map((client) =>
      world.onboard({ ...form, client, subdomain: `${client.toLowerCase()}-stg` })
    )
  )
  const addresses = runs.map((run) => {
    const { tfvars = '{}' } = jobNamed(run, 'reserve')?.outputs ?? {}
    return (JSON.parse(tfvars) as Readonly<{ vpc_cidr?: string }>).vpc_cidr
  })
  expect(addresses.toSorted()).toEqual(['10.1.0.0/16', '10.2.0.0/16'])
  for (const run of runs) expect(told(run)).toContain('the names stay reserved')
})

test('all of it was done by roles that were refused nothing, and the registry’s is allowed nothing else', async () => {
  const refusals = await refusalsOf(world)
  expect(refusals.filter((one) => !one.includes('role/nobody'))).toEqual([])
  expect(await findUnexplained(world.lab.aws, 'registry')).toEqual([])
})

test('no secret is seen anywhere', async () => {
  const written = {
    ...writingsOfRuns(world.lab, world.runs),
    ...writingsToGitHub(world.lab),
    ...writingsInArtifacts(world.lab, REPOSITORY)
  }
  const secrets = await secretsOf(world)
  expect(Object.keys(secrets).length).toBeGreaterThan(6)
  expect(findMarkers(written, secrets)).toEqual([])
})
