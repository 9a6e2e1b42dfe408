/** A Dedicated client from a form to a site that answers: rejected once, stopped twice, and each time run again from there. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { reject } from './ledger.ts'
import { findMarkers } from './markers.ts'
import {
  denied,
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

const FORM = { client: 'Acme', env: 'stg', plan: 'Dedicated', subdomain: 'acme-stg' }
const API = 'https://acme-stg.hicaliber.net'
const SITE = 'https://www.acme-stg.hicaliber.net/'

const FIRST = { app: 'tenants', name: '0001_initial', operations: ['Create model Tenant'] }

let world: Onboarding
let since = 0

/** What jobs have changed on AWS since this was asked last, and how often. */
async function changes(): Promise<Readonly<Record<string, number>>> {
  const writes = await writesOf(world, since)
  since = (await world.lab.aws.journal()).length
  const counted: Record<string, number> = {}
  for (const write of writes) counted[write] = (counted[write] ?? 0) + 1
  return counted
}

const rolesOf = (counted: Readonly<Record<string, number>>): ReadonlySet<string | undefined> =>
  new Set(Object.keys(counted).map((write) => write.split(' ')[0]))

const told = (): string => jobNamed(world.runs.at(-1), 'tell')?.summary ?? ''

beforeAll(async () => {
  world = await startOnboarding()
  await world.publish('one', { migrations: [FIRST] })
}, 10 * MINUTES)

afterAll(() => world?.close())

test('a plan that is rejected builds nothing, and the names stay reserved', async () => {
  const run = await world.onboard(FORM, reject)
  expect(stepsOf(run)).toMatchObject({ plan: 'success', apply: 'failure', seed: 'skipped', api: 'skipped' })
  expect(told()).toContain('### Acme in stg: not onboarded yet')
  expect(told()).toMatch(/^\| apply \| failure \| Rejected, or stopped on the way/m)
  expect(await changes()).toEqual({ 'registry PutParameter': 3 })
})

test('run again it is approved and applied; a seeding that fails amid its writes ends it', async () => {
  await world.disturb(denied('secretsmanager:PutSecretValue', 2))
  const run = await world.repeat()
  expect(stepsOf(run)).toMatchObject({
    apply: 'success',
    seed: 'failure',
    api: 'skipped',
    register: 'skipped'
  })
  expect(told()).toMatch(/^\| secrets \| failure \| The stack stands, its service has no tasks/m)
  const { 'seed-stg PutSecretValue': written, ...rest } = await changes()
  expect(written).toBe(1)
  expect(rolesOf(rest)).toEqual(new Set(['apply']))
})

test('run again it seeds what is missing; a rollout and a frontend that fail end it', async () => {
  await world.disturb(denied('ecs:UpdateService'), denied('s3:PutObject', 'all'))
  const run = await world.repeat()
  expect(stepsOf(run)).toMatchObject({
    seed: 'success',
    api: 'failure',
    frontend: 'failure',
    smoke: 'skipped'
  })
  expect(told()).toMatch(/^\| API \| failure \| Stack and secrets stand/m)
  expect(told()).toMatch(/^\| frontend \| failure \| Visitors have what was there before/m)
  const counted = await changes()
  expect(rolesOf(counted)).toEqual(new Set(['seed-stg', 'deploy-stg']))
  // A look at what is pending, and the migration.
  expect(counted).toMatchObject({ 'seed-stg PutSecretValue': 3, 'deploy-stg RunTask': 2 })
  expect(Object.values(await world.lab.aws.databases()).flat()).toEqual(['tenants.0001_initial'])
})

test('run again it goes to its end: both hosts answer, and a pull request enters the tenant', async () => {
  await world.disturb()
  const run = await world.repeat()
  expect(annotationsOf([run])).not.toContain('error:')
  expect(new Set(Object.values(stepsOf(run)))).toEqual(new Set(['success']))
  const counted = await changes()
  expect(jobNamed(run, 'api /')?.log).toContain('Nothing is pending.')
  expect(counted).toMatchObject({ 'deploy-stg UpdateService': 1 })
  expect(rolesOf(counted)).toEqual(new Set(['deploy-stg']))
  expect(told()).toContain('### Acme in stg: onboarded')
  expect(told()).toMatch(/^\| registry \| success \| Merge \S+\/pull\/1\. \|$/m)
  expect(await world.look(`${API}/version`)).toMatchObject({
    status: 200,
    text: expect.stringContaining('one')
  })
  expect(await world.look(SITE)).toMatchObject({
    status: 200,
    text: expect.stringContaining('This address is ready.')
  })
  expect(world.lab.github.people.pullRequest(REPOSITORY, 1)).toMatchObject({ title: 'Register stg/acme' })
})

test('the form sent anew changes nothing and asks nobody, whatever image is the default by now', async () => {
  await world.publish('two')
  const reviews = world.reviews()
  const run = await world.onboard(FORM)
  expect(annotationsOf([run])).not.toContain('error:')
  expect(stepsOf(run)).toMatchObject({
    apply: 'skipped',
    api: 'success',
    frontend: 'success',
    register: 'success'
  })
  expect(world.reviews()).toBe(reviews)
  expect(await changes()).toEqual({})
  expect(told()).toMatch(/^\| apply \| skipped \| There was nothing to apply\. \|$/m)
  expect(await world.look(`${API}/version`)).toMatchObject({ text: expect.stringContaining('one') })
  expect(world.lab.github.people.pullRequest(REPOSITORY, 2)).toBeUndefined()
})

test('all of it was done by roles that were refused nothing', async () => {
  expect(await refusalsOf(world)).toEqual([])
})

test('no secret is seen anywhere', async () => {
  const written = {
    ...writingsOfRuns(world.lab, world.runs),
    ...writingsToGitHub(world.lab),
    ...writingsInArtifacts(world.lab, REPOSITORY)
  }
  const secrets = await secretsOf(world)
  expect(Object.keys(secrets).length).toBeGreaterThan(4)
  expect(findMarkers(written, secrets)).toEqual([])
})
