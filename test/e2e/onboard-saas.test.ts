/** SaaSShared, then two who want to live on it under one subdomain at the same time, then a change of it and its tenant. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { findUnexplained } from '../terraform/bootstrap/used-actions.ts'
import { asOwner } from './deployed.ts'
import { findMarkers } from './markers.ts'
import {
  type Form,
  jobNamed,
  type Onboarding,
  refusalsOf,
  secretsOf,
  startOnboarding,
  stepsOf,
  writesOf
} from './onboarding.ts'
import { annotationsOf, summariesOf } from './results.ts'
import { REPOSITORY } from './suite.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

const MINUTES = 60_000
jest.setTimeout(15 * MINUTES)

const SHARED: Form = { client: 'SaaSShared', env: 'stg', plan: 'SaaS', subdomain: 'saas-api-stg' }
const ONE: Form = { client: 'Customer1', env: 'stg', plan: 'SaaS', subdomain: 'shop-stg' }
const TWO: Form = { ...ONE, client: 'Customer2' }
/** Is in the registry, and waits for its turn. */
const KIOSK = { client: 'Kiosk', plan: 'SaaS', env: 'stg', subdomain: 'kiosk-stg', region: 'us-east-1' }

let world: Onboarding
/** Who got the subdomain that both wanted, and its form. */
let guest: string
let winner: Form
/** Variables of SaaSShared, as the form has them. */
let shared: object
/** What merges started. */
const merged: RunResult[] = []

const reserveOf = (run: RunResult | undefined): string | undefined => jobNamed(run, 'reserve')?.conclusion
const told = (run: RunResult): string => jobNamed(run, 'tell')?.summary ?? ''

/** What is done to the service that is everybody's. */
const SERVICE = /RunTask|UpdateService/

type Variables = Readonly<{ vpc_cidr?: string }>
const tfvarsOf = (run: RunResult): Variables => {
  const { stacks = '[]' } = jobNamed(run, 'reserve')?.outputs ?? {}
  return (JSON.parse(stacks) as readonly Readonly<{ variables: Variables }>[])[0]?.variables ?? {}
}

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
  shared = tfvarsOf(run)
  // Its tenants enter the registry after it.
  const merge = { repository: REPOSITORY, number: 1, by: 'ada', method: 'squash' } as const
  await world.lab.github.people.mergePullRequest(merge)
  const files = { 'terraform/tenants/stg/kiosk.tfvars.json': JSON.stringify(KIOSK) }
  const push = { repository: REPOSITORY, branch: 'main', files, message: 'Enter Kiosk', author: 'ada' }
  await world.lab.github.people.pushCommit(push)
})

test('of two who want one subdomain at once, one is refused with the other’s name and run before anything is built', async () => {
  const since = (await world.lab.aws.journal()).length
  const runs = await Promise.all([world.onboard(ONE), world.onboard(TWO)])
  const at = runs.findIndex((run) => reserveOf(run) === 'success')
  winner = at === 0 ? ONE : TWO
  guest = winner.client.toLowerCase()
  const [won, lost] = at === 0 ? runs : runs.toReversed()
  if (won === undefined || lost === undefined) throw new Error('Two forms start two runs.')
  expect(stepsOf(lost)).toMatchObject({ reserve: 'failure', plan: 'skipped', apply: 'skipped' })
  expect(annotationsOf([lost])).toMatch(new RegExp(`stg/${guest} .*/actions/runs/${won.run.id}`))
  expect(told(lost)).toContain('Nothing was built.')
  expect(annotationsOf([won])).not.toContain('error:')
  expect(stepsOf(won)).toMatchObject({
    apply: 'success',
    api: 'skipped',
    smoke: 'success',
    register: 'success'
  })
  expect(told(won)).toContain('The shared service was left as it is.')
  expect((await writesOf(world, since)).filter((write) => SERVICE.test(write))).toEqual([])
  await expectAnswers('shop-stg')
})

test('sent anew it builds nothing again, and brings a build and new tasks for everybody where that is asked for', async () => {
  const since = (await world.lab.aws.journal()).length
  const run = await world.onboard({ ...winner, 'restart-shared': 'true', ...(await world.buildSite()) })
  expect(annotationsOf([run])).not.toContain('error:')
  expect(stepsOf(run)).toMatchObject({
    apply: 'skipped',
    api: 'success',
    frontend: 'success',
    smoke: 'success',
    register: 'success'
  })
  await expectAnswers('shop-stg', 'The kiosk is open.')
  // The service is everybody's: nothing is migrated for one tenant, and tasks are replaced where that was asked for.
  const writes = await writesOf(world, since)
  expect(new Set(writes.map((write) => write.split(' ')[0]))).toEqual(new Set(['deploy-stg']))
  expect(writes.filter((write) => SERVICE.test(write))).toEqual(['deploy-stg UpdateService'])
  expect(told(run)).toContain(
    'Service saasshared-stg-saas-api is shared with stg/kiosk: what is rolled out there'
  )
  const titles = [1, 2, 3].map((one) => world.lab.github.people.pullRequest(REPOSITORY, one)?.title)
  expect(titles).toEqual(['Register stg/saasshared', `Register stg/${guest}`, undefined])
})

test('a merge that changes SaaSShared and a tenant of it applies the one, then plans the other by what that publishes', async () => {
  const { people } = world.lab.github
  const files = {
    'terraform/tenants/stg/saasshared.tfvars.json': JSON.stringify({ ...shared, log_retention_days: 90 })
  }
  const change = {
    repository: REPOSITORY,
    number: 2,
    files,
    message: 'Keep logs longer',
    author: 'ada'
  } as const
  await people.updatePullRequest(change)
  // What SaaSShared tells its tenants is wrong until it is applied: a tenant's plan that reads this is refused.
  const stale = { Type: 'String', Value: '{"is_protected": false}', Overwrite: true }
  await asOwner(world, 'AmazonSSM.PutParameter', {
    Name: '/caliber/saasshared/stg/shared/platform',
    ...stale
  })
  const { event } = await people.mergePullRequest({
    repository: REPOSITORY,
    number: 2,
    by: 'ada',
    method: 'squash'
  })
  const [run] = await world.lab.deliver(event)
  if (run === undefined) throw new Error('The merge started no run.')
  merged.push(run)
  expect(annotationsOf([run])).not.toContain('error:')
  expect(summariesOf([run])).toContain('aws_ssm_parameter.shared["platform"]')
  const done = run.jobs.filter(({ conclusion }) => conclusion !== 'skipped')
  expect(done.map(({ job }) => job.name.replace(/ [0-9a-f]{8}\)$/, ')'))).toEqual([
    'select',
    'stg / plan / plan (caliber-saasshared-stg)',
    'stg / plan / comment',
    'stg / apply / apply (caliber-saasshared-stg)',
    `stg / then plan / plan (caliber-${guest}-stg)`,
    // The plan that the first wave had is not handed on again.
    'stg / then plan / comment'
  ])
  expect(run.jobs.find(({ job }) => job.name === 'stg / then plan / comment')?.outputs).toMatchObject({
    'has-changes': 'false'
  })
})

test('two Dedicated clients at once get addresses of their own; a plan that fails leaves them theirs', async () => {
  world.lab.github.people.setVariable(REPOSITORY, 'AWS_PLAN_ROLE', 'arn:aws:iam::123456789012:role/nobody')
  const form = { env: 'stg', plan: 'Dedicated' }
  const runs = await Promise.all(
    ['Globex', 'Initech'].map((client) =>
      world.onboard({ ...form, client, subdomain: `${client.toLowerCase()}-stg` })
    )
  )
  const addresses = runs.map((run) => tfvarsOf(run).vpc_cidr)
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
    ...writingsOfRuns(world.lab, [...world.runs, ...merged]),
    ...writingsToGitHub(world.lab),
    ...writingsInArtifacts(world.lab, REPOSITORY)
  }
  const secrets = await secretsOf(world)
  expect(Object.keys(secrets).length).toBeGreaterThan(5)
  expect(findMarkers(written, secrets)).toEqual([])
})
