/** A tenant's day: released, gone back, scaled, its passwords rotated ahead of AWS and its keys by hand, under the operator's roles. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { RunResult } from '../../lab/runner/ports.ts'
import { ask, asOwner, deployJob, serviceOf, stepsOf } from './deployed.ts'
import { findMarkers } from './markers.ts'
import { type Operation, startOperation } from './operating.ts'
import { annotationsOf } from './results.ts'
import { REPOSITORY } from './suite.ts'
import { writingsInArtifacts, writingsOfRuns, writingsToGitHub } from './writings.ts'

/** Bounds against hanging: a busy machine is slow, not wrong. */
const MINUTES = 60_000
jest.setTimeout(10 * MINUTES)

let world: Operation
beforeAll(async () => {
  world = await startOperation()
}, 15 * MINUTES)
afterAll(() => world?.close())

const complaints = (run: RunResult): string =>
  annotationsOf([run])
    .split('\n')
    .filter((line) => line.startsWith('error: '))
    .join('\n')
const jobNamed = (run: RunResult, name: string) => run.jobs.find(({ job }) => job.name.includes(name))
/** A variable that tasks have, as the API tells it. */
const variable = async (name: string): Promise<string> => {
  const { text } = await ask(world, `/environment/${name}`)
  return (JSON.parse(text) as Readonly<{ value: string }>).value
}
const isOfOperator = (principal: string): boolean =>
  /:assumed-role\/caliber-(?:deploy|seed)-stg\//.test(principal)

describe('a tenant that is released', () => {
  test('begins with secrets, which the schedule fills; it has nothing to restart yet', async () => {
    const run = await world.tick()
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(jobNamed(run, 'seed (acme stg)')?.outputs).toMatchObject({ 'rollout-needed': 'true' })
    expect(deployJob([run])?.outputs).toMatchObject({ outcome: 'scaled-to-zero' })
  })

  test('goes back with its API and its site to what ran before', async () => {
    for (const name of ['one', 'two']) {
      const run = await world.release(name)
      expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    }
    expect([(await ask(world)).version, await world.site()]).toEqual(['two', 'two'])
    const run = await world.start('rollback.yml', { 'api-to': 'last-successful', 'frontend-to': 'previous' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect([(await ask(world)).version, await world.site()]).toEqual(['one', 'one'])
    expect(stepsOf(deployJob([run]))).toMatchObject({ Migrate: 'skipped', 'Ask the API': 'success' })
    const calls = await world.lab.aws.journal()
    expect(calls.filter(({ action }) => action === 'CreateInvalidation')).toHaveLength(1)
  })

  test('is not gone back without an order, and not for nobody', async () => {
    const nothing = await world.start('rollback.yml')
    expect(complaints(nothing)).toContain('Nothing says what to go back to')
    const nobody = await world.start('rollback.yml', { client: 'globex', 'api-to': 'last-successful' })
    expect([nobody.conclusion, complaints(nobody)]).toEqual([
      'failure',
      expect.stringContaining('stg/globex')
    ])
  })
})

describe('its number of tasks', () => {
  test('becomes none only when the tenant is written out', async () => {
    for (const count of ['00', ' 0', 'two']) {
      const wrong = await world.start('scale.yml', { 'desired-count': count })
      expect([wrong.conclusion, complaints(wrong)]).toEqual([
        'failure',
        expect.stringContaining('desired-count is not a number of tasks')
      ])
    }
    const unconfirmed = await world.start('scale.yml', { 'desired-count': '0' })
    expect(complaints(unconfirmed)).toContain('No tasks means that nobody is answered')
    const wrong = await world.start('scale.yml', { 'desired-count': '0', confirm: 'stg/globex' })
    expect(wrong.conclusion).toBe('failure')
    expect(await serviceOf(world)).toMatchObject({ desiredCount: 2, runningCount: 2 })
    const run = await world.start('scale.yml', { 'desired-count': '0', confirm: 'stg/acme' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(await serviceOf(world)).toMatchObject({ desiredCount: 0, runningCount: 0 })
  })

  test('follows the form, be it from none, and is proven by the API', async () => {
    const run = await world.start('scale.yml', { 'desired-count': '3' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(stepsOf(jobNamed(run, 'scale'))).toMatchObject({ 'Ask the API': 'success' })
    expect(await serviceOf(world)).toMatchObject({ desiredCount: 3, runningCount: 3 })
    expect((await ask(world)).status).toBe(200)
  })
})

describe('its secrets', () => {
  test('are rotated before AWS does it; a restart that failed is made up for by the next, also when another tenant’s file is bad', async () => {
    const before = await variable('DOCDB_URI')
    await world.awaitRotation()
    const match = { action: 'ecs:UpdateService' }
    const effect = { kind: 'fail', status: 400, code: 'InvalidParameterException' } as const
    await world.lab.aws.setFaults([{ service: 'aws', match, nth: 1, effect }])
    const failed = await world.tick()
    expect([failed.conclusion, await variable('DOCDB_URI')]).toEqual(['failure', before])
    const rotated = { 'rotated-ahead': '["docdb-uri"]', stale: '["docdb-uri"]' }
    expect(jobNamed(failed, 'seed (acme stg)')?.outputs).toMatchObject(rotated)
    await world.put('globex', '{"client": "Globex"}')
    const next = await world.tick()
    await world.put('globex')
    expect([next.conclusion, jobNamed(next, 'tenants')?.conclusion]).toEqual(['failure', 'failure'])
    const nothing = { 'rotated-ahead': '[]', 'rollout-needed': 'false' }
    expect(jobNamed(next, 'seed (acme stg)')?.outputs).toMatchObject(nothing)
    expect(deployJob([next])?.outputs).toMatchObject({ outcome: 'success', 'failed-layer': '' })
    expect(await variable('DOCDB_URI')).not.toBe(before)
  })

  test('have another key when a form says so, and the key before is still accepted', async () => {
    const before = await variable('DJANGO_SECRET_KEY')
    const run = await world.start('rotate-secrets.yml', { rotate: 'django-secret-key' })
    expect([run.conclusion, complaints(run)]).toEqual(['success', ''])
    expect(await variable('DJANGO_SECRET_KEY')).not.toBe(before)
    expect(JSON.parse(await variable('DJANGO_SECRET_KEY_FALLBACKS'))).toEqual([before])
  })

  test('are seen nowhere', async () => {
    const { lab, runs } = world
    const values: Record<string, string> = {}
    for (const name of ['docdb-uri', 'django-secret-key']) {
      for (const VersionStage of ['AWSCURRENT', 'AWSPREVIOUS']) {
        const asked = { SecretId: `caliber/acme/stg/${name}`, VersionStage }
        const { SecretString } = await asOwner(world, 'secretsmanager.GetSecretValue', asked)
        values[`${name} ${VersionStage}`] = String(SecretString)
      }
    }
    const written = {
      ...writingsOfRuns(lab, runs),
      ...writingsToGitHub(lab),
      ...writingsInArtifacts(lab, REPOSITORY)
    }
    expect(findMarkers(written, values)).toEqual([])
  })
})

test('what others share is not touched unasked', async () => {
  const shared = { subdomain: 'saas-api-stg', vpc_cidr: '10.30.0.0/16', image: 'caliber/api:1' }
  await world.enter({ client: 'SaaSShared', ...shared })
  for (const client of ['Customer1', 'Customer2'])
    await world.enter({ client, subdomain: `${client.toLowerCase()}-stg` })
  const back = await world.start('rollback.yml', { client: 'Customer1', 'api-to': 'last-successful' })
  expect(complaints(back)).toContain('saasshared-stg-saas-api, which answers for all SaaS tenants')
  expect(complaints(back)).toContain('Besides this one the registry has stg/customer2;')
  const scaled = await world.start('scale.yml', { client: 'SaaSShared', 'desired-count': '6' })
  expect(complaints(scaled)).toContain('the registry has stg/customer1, stg/customer2;')
  expect([back, scaled].map(({ conclusion }) => conclusion)).toEqual(['failure', 'failure'])
})

test('all of it was done by the environment’s roles, which were refused nothing', async () => {
  const calls = await world.lab.aws.journal()
  const own = calls.filter(({ principal }) => isOfOperator(principal))
  const refused = own.filter(({ decision }) => decision.endsWith('-deny'))
  expect(refused.map(({ iamAction, resource }) => `${iamAction} ${resource}`)).toEqual([])
  const others = calls.filter(({ principal }) => !isOfOperator(principal) && !principal.endsWith(':root'))
  expect([...new Set(others.map(({ action }) => action))]).toEqual(['AssumeRoleWithWebIdentity'])
})
