import { beforeEach, expect, test } from '@jest/globals'
import { renderSummary } from '../../../actions/seed-secrets/src/summary.ts'
import { DeniedError } from '../../../lib/aws/secret-errors.ts'
import { changesOf, HOUR, MASTER, openTenant, PATH, POSTGRES, type Tenant } from './tenant.ts'

const URI = `${PATH}docdb-uri`
const AHEAD = { 'rotate-ahead': '6h' }
const NOW = Date.UTC(2026, 10, 21, 12)
const DAY = 24 * HOUR

let tenant: Tenant
/** AWS begins to rotate so many hours from now, some time within a day. */
const inHours = (hours: number, lastAt = NOW - 29 * DAY) => ({
  opensAt: NOW + hours * HOUR,
  endsAt: NOW + hours * HOUR + DAY,
  lastAt
})
beforeEach(async () => {
  tenant = openTenant()
  await tenant.run()
  for (const id of [MASTER, POSTGRES]) tenant.secrets.rotates(id, inHours(20 * 24))
})

const rotations = (): readonly string[] => tenant.secrets.calls.filter((call) => call.startsWith('rotate '))

test('a password that AWS is about to rotate is rotated, waited for and copied, once', async () => {
  tenant.secrets.rotates(MASTER, inHours(5))
  const outcome = await tenant.run(AHEAD, '7/101')
  expect(outcome).toMatchObject({
    kind: 'seeded',
    ahead: [{ secret: MASTER, names: ['docdb-uri'], kind: 'rotated' }]
  })
  expect(changesOf(outcome)).toEqual({ 'docdb-uri': 'updated' })
  expect(tenant.secrets.value(URI)).toContain('caliber_admin:rotated-1@')
  const calls = tenant.secrets.calls.filter((call) => /^(?:rotate|put) /.test(call))
  expect(calls.slice(-2)).toEqual([`rotate ${MASTER}`, `put ${URI}`])
  tenant.wait(4 * HOUR)
  expect(await tenant.run(AHEAD, '7/102')).toMatchObject({ ahead: [] })
  expect(rotations()).toHaveLength(1)
})

test('both databases are looked after, one after the other', async () => {
  for (const id of [MASTER, POSTGRES]) tenant.secrets.rotates(id, inHours(-1))
  const outcome = await tenant.run(AHEAD, '7/101')
  expect(outcome.ahead.map(({ names, kind }) => [...names, kind])).toEqual([
    ['docdb-uri', 'rotated'],
    ['postgres-endpoint', 'rotated']
  ])
  expect(changesOf(outcome)).toEqual({ 'docdb-uri': 'updated', 'postgres-endpoint': 'updated' })
})

test('what is not due, or was rotated within that time already, is left to AWS', async () => {
  tenant.secrets.rotates(MASTER, inHours(7))
  tenant.secrets.rotates(POSTGRES, inHours(3, NOW - 2 * HOUR))
  expect(await tenant.run(AHEAD, '7/101')).toMatchObject({ kind: 'seeded', ahead: [] })
  tenant.secrets.rotates(MASTER, inHours(1))
  expect(await tenant.run({}, '7/102')).toMatchObject({ kind: 'seeded', ahead: [] })
  expect(rotations()).toEqual([])
})

test('a dry run says so and rotates nothing', async () => {
  tenant.secrets.rotates(MASTER, inHours(5))
  const outcome = await tenant.run({ ...AHEAD, 'dry-run': 'true' }, '7/101')
  expect(outcome).toMatchObject({ kind: 'planned', ahead: [{ secret: MASTER, kind: 'due' }] })
  expect(rotations()).toEqual([])
})

test('nothing is rotated whose copy could not be written', async () => {
  tenant.secrets.rotates(MASTER, inHours(5))
  tenant.secrets.remove(URI)
  expect(await tenant.run(AHEAD, '7/101')).toMatchObject({ kind: 'refused', ahead: [] })
  expect(rotations()).toEqual([])
})

test.each<[string, (one: Tenant) => void, string]>([
  [
    'denied',
    ({ secrets }) =>
      secrets.before((call) => {
        if (call.startsWith('rotate ')) throw new DeniedError('AWS refuses it.')
      }),
    'AWS refuses it.'
  ],
  ['without end', ({ secrets }) => secrets.takes(Infinity), 'has not ended its rotation within 5m 00s'],
  [
    'turned off',
    ({ secrets }) => {
      secrets.remove(POSTGRES)
      secrets.add(POSTGRES, JSON.stringify({ username: 'u', password: 'another-one' }), NOW)
    },
    'turned off. Turn it on again: apply the stack'
  ]
])(
  'a rotation that is %s is told, and what AWS has rotated is refreshed',
  async (_name, prepare, sentence) => {
    tenant.secrets.rotates(POSTGRES, inHours(5))
    tenant.rotateMaster('rotated-by-aws')
    prepare(tenant)
    const outcome = await tenant.run(AHEAD, '7/101')
    const next = `aws secretsmanager rotate-secret --secret-id ${POSTGRES}; then run this again.`
    expect(outcome).toMatchObject({
      kind: 'seeded',
      ahead: [{ secret: POSTGRES, kind: 'failed', sentence: expect.stringContaining(sentence) }]
    })
    expect(outcome.ahead[0]).toMatchObject({ sentence: expect.stringContaining(next) })
    expect(tenant.lines.join('\n')).toContain(`${POSTGRES} was not rotated ahead. `)
    expect(tenant.secrets.value(URI)).toContain(':rotated-by-aws@')
    const summary = renderSummary({ tenant: { client: 'acme', env: 'stg', path: PATH } }, outcome)
    expect(summary).toContain('was not rotated ahead')
  }
)

test('while it waits it asks no more than once in two seconds', async () => {
  tenant.secrets.rotates(MASTER, inHours(5))
  tenant.secrets.takes(60_000)
  const before = tenant.secrets.calls.length
  await tenant.run(AHEAD, '7/101')
  const asked = tenant.secrets.calls.slice(before).filter((call) => call === `describe ${MASTER}`)
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.length).toBeLessThanOrEqual(32)
})

test.each(['rotate', 'describe'])(
  'a run that is killed after its %s goes on when it runs again',
  async (last) => {
    tenant.secrets.rotates(MASTER, inHours(5))
    let isRotated = false
    let isDead = false
    tenant.secrets.before(() => {
      if (isDead) throw new Error('killed')
    })
    tenant.secrets.after((call) => {
      isRotated ||= call === `rotate ${MASTER}`
      isDead ||= isRotated && call.startsWith(`${last} ${MASTER}`)
    })
    await tenant.run(AHEAD, '7/101').catch(() => undefined)
    expect([isDead, tenant.secrets.value(URI)]).toEqual([true, expect.not.stringContaining('rotated-')])
    tenant.secrets.before(() => {})
    tenant.secrets.after(() => {})
    for (const run of ['7/101', '7/102'])
      expect(await tenant.run(AHEAD, run)).toMatchObject({ kind: 'seeded' })
    expect(rotations()).toHaveLength(1)
    expect(tenant.secrets.versions(MASTER)).toBe(2)
    expect(tenant.secrets.value(URI)).toContain(':rotated-1@')
  }
)

test('a rotation of AWS’s own that is under way is waited for', async () => {
  await tenant.secrets.rotate({ id: MASTER, token: 'of-aws' })
  const outcome = await tenant.run(AHEAD, '7/101')
  expect(outcome).toMatchObject({ ahead: [{ secret: MASTER, kind: 'rotated' }] })
  expect([rotations().length, tenant.secrets.value(URI)]).toEqual([1, expect.stringContaining(':rotated-1@')])
})
