import { expect, test } from '@jest/globals'
import { changesOf, complaintOf, HOUR, NAMES, openTenant, PATH, type Tenant } from './tenant.ts'

const KEY = `${PATH}django-secret-key`
const EARLIER = `${PATH}django-secret-key-fallbacks`
const ROTATE = { rotate: 'django-secret-key' }
const WRITE = /^(?:put|create) /

/** How the secrets are in the end, and in how many versions. */
const stateOf = ({ secrets }: Tenant) =>
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      [secrets.value(`${PATH}${name}`)?.replace(/key-\d/g, 'key'), secrets.versions(`${PATH}${name}`)]
    ])
  )

/** A tenant that has been seeded an hour ago, whose master password has changed since. */
async function seededTenant(): Promise<Tenant> {
  const tenant = openTenant()
  await tenant.run({}, '7/1')
  tenant.wait(HOUR)
  tenant.rotateMaster('changed-password')
  return tenant
}

async function callsOf(open: () => Promise<Tenant>): Promise<number> {
  const tenant = await open()
  const before = tenant.secrets.calls.length
  await tenant.run(ROTATE)
  return tenant.secrets.calls.length - before
}

/** Ends the run at its nth call, before or after AWS has done it. */
function strike(tenant: Tenant, nth: number, at: 'before' | 'after'): void {
  let count = 0
  tenant.secrets[at](() => {
    count += 1
    if (count === nth) throw new Error('the runner is gone')
  })
}

test.each(['before', 'after'] as const)(
  'a run that ends %s any of its calls is completed by its next attempt, with one rotation and the same outputs',
  async (at) => {
    const undisturbed = await seededTenant()
    await undisturbed.run(ROTATE)
    const wanted = changesOf(await undisturbed.run(ROTATE))
    const total = await callsOf(seededTenant)
    expect(total).toBeGreaterThan(15)
    for (let nth = 1; nth <= total; nth += 1) {
      const tenant = await seededTenant()
      strike(tenant, nth, at)
      await tenant.run(ROTATE).catch(() => undefined)
      tenant.secrets[at](() => {})
      expect([nth, changesOf(await tenant.run(ROTATE))]).toEqual([nth, wanted])
      expect([nth, stateOf(tenant)]).toEqual([nth, stateOf(undisturbed)])
    }
  }
)

test('a first seed that ends at any of its calls is completed, with one version of each', async () => {
  for (const at of ['before', 'after'] as const) {
    for (let nth = 1; nth <= 20; nth += 1) {
      const tenant = openTenant()
      strike(tenant, nth, at)
      await tenant.run().catch(() => undefined)
      tenant.secrets[at](() => {})
      const outcome = await tenant.run()
      expect([at, nth, Object.values(stateOf(tenant)).map(([, versions]) => versions)]).toEqual([
        at,
        nth,
        [1, 1, 1, 1]
      ])
      expect(changesOf(outcome)).toMatchObject({ 'docdb-uri': 'created' })
    }
  }
})

test('a failure after a write tells what was written, and asks for a rollout', async () => {
  const tenant = openTenant()
  tenant.secrets.before((call) => {
    if (call === `put ${PATH}postgres-endpoint`) throw new Error('AWS is away')
  })
  const outcome = await tenant.run()
  expect(outcome).toMatchObject({ kind: 'failed', sentence: 'AWS is away' })
  expect(changesOf(outcome)).toEqual({
    'docdb-uri': 'created',
    'postgres-endpoint': 'pending',
    'django-secret-key-fallbacks': 'pending',
    'django-secret-key': 'pending'
  })
})

test('a cancelled job tells what was written before', async () => {
  const tenant = openTenant()
  tenant.secrets.after((call) => {
    if (call === `put ${PATH}docdb-uri`) tenant.cancel()
  })
  const outcome = await tenant.run()
  expect(outcome).toMatchObject({ kind: 'failed', sentence: 'The job was cancelled (SIGTERM).' })
  expect(changesOf(outcome)).toMatchObject({ 'docdb-uri': 'created', 'postgres-endpoint': 'pending' })
})

/** Runs `other` once, just before the first call that matches. */
async function meet(tenant: Tenant, pattern: RegExp, other: () => Promise<unknown>): Promise<void> {
  let met: Promise<unknown> | undefined
  const put = tenant.secrets.put.bind(tenant.secrets)
  Object.assign(tenant.secrets, {
    put: async (version: Parameters<typeof put>[0]) => {
      if (met === undefined && pattern.test(version.name)) {
        met = Promise.resolve()
        met = other()
        await met
      }
      return put(version)
    }
  })
}

test('of two first seeds at once both succeed, and one key is the key', async () => {
  const tenant = openTenant()
  await meet(tenant, /django-secret-key$/, () => tenant.run({}, '7/2'))
  const outcome = await tenant.run({}, '7/1')
  expect([outcome.kind, complaintOf(outcome)]).toEqual(['seeded', ''])
  expect(tenant.secrets.versions(KEY)).toBe(1)
})

test('of two rotations at once by two runs none loses a key', async () => {
  const tenant = await seededTenant()
  await meet(tenant, /django-secret-key$/, () => tenant.run(ROTATE, '7/2'))
  await tenant.run(ROTATE, '7/3')
  const first = 'key-1-of-48-bytes'
  expect(tenant.secrets.versions(KEY)).toBe(3)
  const between = tenant.secrets.value(KEY, 'AWSPREVIOUS') ?? ''
  expect(JSON.parse(tenant.secrets.value(EARLIER) ?? '')).toEqual([between, first])
})

test('of two attempts of one run at once one rotates', async () => {
  const tenant = await seededTenant()
  await meet(tenant, /django-secret-key$/, () => tenant.run(ROTATE, '7/2'))
  const outcome = await tenant.run(ROTATE, '7/2')
  expect(changesOf(outcome)).toMatchObject({ 'django-secret-key': 'rotated' })
  expect(tenant.secrets.versions(KEY)).toBe(2)
})

test('a password that AWS changes while the run writes is in the copy in the end', async () => {
  const tenant = await seededTenant()
  let isChanged = false
  tenant.secrets.after((call) => {
    if (isChanged || !WRITE.test(call)) return
    isChanged = true
    tenant.rotateMaster('changed-once-more')
  })
  await tenant.run()
  expect(tenant.secrets.value(`${PATH}docdb-uri`)).toContain(':changed-once-more@')
})

test('a secret that is deleted while the run writes is told with its date', async () => {
  const tenant = await seededTenant()
  tenant.secrets.before((call) => {
    if (WRITE.test(call)) tenant.secrets.schedule(`${PATH}docdb-uri`, new Date(Date.UTC(2026, 11, 21)))
  })
  expect(complaintOf(await tenant.run())).toContain('scheduled for deletion on 2026-12-21')
})

test('somebody who writes another value each time is named after some rounds', async () => {
  const tenant = await seededTenant()
  tenant.secrets.after((call) => {
    if (WRITE.test(call))
      tenant.secrets.write(`${PATH}docdb-uri`, 'mongodb://other:wrong-password@db.test:1/', 0)
  })
  expect(complaintOf(await tenant.run())).toMatch(/versions within an hour|Somebody else writes other values/)
})
