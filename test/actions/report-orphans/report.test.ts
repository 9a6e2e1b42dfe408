import { expect, test } from '@jest/globals'
import { kindOf } from '../../../actions/report-orphans/src/plan.ts'
import { toReport } from '../../../actions/report-orphans/src/report.ts'
import { ACME, GLOBEX, LEFT, openAccount, SNAPSHOT, tagged, type World } from './account.ts'

const TASK = 'arn:aws:ecs:us-east-1:123456789012:task-definition/gone-stg-dedicated-api'
const CLEAN: World = { resources: { 'eu-central-1': [tagged('vpc/vpc-1', 'Acme')] } }

test('what registered tenants have is nobody’s trouble', async () => {
  const account = openAccount()
  const outcome = await account.run(CLEAN, { 'fail-on-orphans': 'true' })
  const { outputs, summary, failure } = toReport(account.inputs({ 'fail-on-orphans': 'true' }), outcome)
  expect(outputs).toMatchObject({ outcome: 'reported', 'has-orphans': 'false', orphans: '[]', issue: '' })
  expect(summary).toContain('## ✅ Everything belongs to a tenant')
  expect(failure).toBeUndefined()
  expect(account.writes).toEqual([])
})

test('what a tenant that nobody knows has is listed in one issue, and nothing is deleted', async () => {
  const account = openAccount()
  const given = { 'fail-on-orphans': 'true' }
  const outcome = await account.run(LEFT, given)
  const { outputs, summary, failure } = toReport(account.inputs(given), outcome)
  expect(JSON.parse(outputs['orphans'] ?? '')).toEqual([
    expect.objectContaining({ tenant: 'prod/acme', count: 1, kinds: { 'cloudfront:distribution': 1 } }),
    expect.objectContaining({
      tenant: 'stg/gone',
      count: 4,
      kinds: { 'ec2:subnet': 2, 'ec2:vpc': 1, 'rds:cluster-snapshot': 1 }
    })
  ])
  expect(JSON.parse(outputs['unnamed'] ?? '')).toEqual([expect.stringContaining('vpc-3')])
  expect(JSON.parse(outputs['kept'] ?? '')).toEqual([])
  expect(outputs).toMatchObject({ 'has-orphans': 'true', issue: 'https://x/1' })
  expect(account.issues).toHaveLength(1)
  expect(account.issues[0]).toMatchObject({ title: 'Resources of no registered tenant', isOpen: true })
  expect(account.issues[0]?.body).toContain('vpc-2')
  expect(summary).toContain('6 resources belong to no registered tenant')
  expect(summary).toContain('| `stg/gone` | 4 | `2 ec2:subnet, 1 ec2:vpc, 1 rds:cluster-snapshot` |')
  expect(summary).toContain('roles of IAM')
  expect(failure).toContain('1 of prod/acme, 4 of stg/gone, 1 without client or environment')
})

test('what the destruction of a stack leaves makes no orphan of its tenant', async () => {
  const account = openAccount()
  const left = [SNAPSHOT, 'arn:aws:kms:us-east-1:123456789012:key/1', `${TASK}:7`]
  const resources = { 'us-east-1': left.map((arn) => tagged(arn, 'gone')) }
  const { findings } = await account.run({ resources })
  expect([findings.orphans, findings.kept]).toEqual([[], left.toSorted()])
  expect(account.issues).toEqual([])
})

test('an onboarding under way is no orphan, and is named', async () => {
  const account = openAccount()
  const resources = { 'eu-west-1': [tagged('vpc/vpc-9', 'globex')] }
  const { findings } = await account.run({ reserved: [GLOBEX, ACME], resources })
  expect(findings.orphans).toEqual([])
  expect(findings.reserved).toEqual([
    { tenant: 'stg/globex', since: '2025-12-30T00:00:00Z', run: 'run 7', count: 1 }
  ])
})

test.each(['2025-12-20T00:00:00Z', ''])(
  'a tenant that was reserved long ago and never finished is a finding (since “%s”)',
  async (since) => {
    const account = openAccount()
    const given = { 'fail-on-orphans': 'true' }
    const world = { reserved: [GLOBEX], since, resources: { 'eu-west-1': [tagged('vpc/vpc-9', 'globex')] } }
    const outcome = await account.run(world, given)
    const { outputs, summary, failure } = toReport(account.inputs(given), outcome)
    expect(outputs).toMatchObject({ 'has-orphans': 'true', orphans: '[]', reserved: '[]' })
    expect(JSON.parse(outputs['stalled'] ?? '')).toEqual([
      expect.objectContaining({
        tenant: 'stg/globex',
        since,
        run: 'run 7',
        count: 1,
        kinds: { 'ec2:vpc': 1 }
      })
    ])
    expect(failure).toContain('no registered tenant: 1 of stg/globex, reserved only, and long ago.')
    expect(summary).toContain('Finish the onboarding, or decommission it')
    expect(account.issues[0]?.body).toContain('vpc-9')
    const longer = await account.run(world, { grace: '8760h' })
    expect(longer.findings.stalled).toHaveLength(since === '' ? 1 : 0)
    expect((await account.run(world, { ignore: 'stg/globex' })).findings.stalled).toEqual([])
  }
)

test('a tenant that was destroyed and not released yet is no finding', async () => {
  const resources = { 'us-east-1': [tagged(SNAPSHOT, 'globex')] }
  const { findings } = await openAccount().run({ reserved: [GLOBEX], since: '2025-01-01', resources })
  expect([findings.stalled, findings.reserved.map(({ count }) => count)]).toEqual([[], [1]])
})

const database = (name: string) => tagged(`arn:aws:rds:eu-central-1:123456789012:${name}`, 'Acme')
const NAMED = [
  'cluster:acme-stg-dedicated-documentdb',
  'db:acme-stg-dedicated-documentdb-1',
  'db:acme-stg-dedicated-postgres'
]

test('a database of a registered tenant that its file does not name is a finding of its own', async () => {
  const account = openAccount()
  const given = { 'fail-on-orphans': 'true' }
  const clean = { resources: { 'eu-central-1': NAMED.map(database) } }
  expect((await account.run(clean)).findings.lost).toEqual([])
  const tenants = [{ ...ACME, restored_postgres_identifier: 'acme-stg-dedicated-postgres-ab12c' }]
  const outcome = await account.run({ tenants, ...clean }, given)
  const { outputs, summary, failure } = toReport(account.inputs(given), outcome)
  expect(JSON.parse(outputs['lost'] ?? '')).toEqual([
    {
      tenant: 'stg/acme',
      count: 1,
      kinds: { 'rds:db': 1 },
      resources: ['arn:aws:rds:eu-central-1:123456789012:db:acme-stg-dedicated-postgres']
    }
  ])
  expect(outputs).toMatchObject({ 'has-orphans': 'true', orphans: '[]' })
  expect(failure).toBe(
    'Databases are named by no file of their tenants: 1 of stg/acme. Nothing was deleted. https://x/1 lists them.'
  )
  expect(summary).toContain('`acme-stg-dedicated-postgres` of `stg/acme`: left behind by a restore')
  const unmerged = ['cluster:acme-stg-dedicated-documentdb-ab12c', 'db:acme-stg-dedicated-documentdb-ab12c-1']
  const more = { resources: { 'eu-central-1': [...NAMED, ...unmerged].map(database) } }
  expect((await account.run(more)).findings.lost).toMatchObject([
    { kinds: { 'rds:cluster': 1, 'rds:db': 1 } }
  ])
  expect((await account.run(more, { ignore: 'stg/acme' })).findings.lost).toEqual([])
})

test('another spelling of a registered client is told, and is no orphan', async () => {
  const { findings } = await openAccount().run({
    resources: { 'us-east-1': [tagged('vpc/vpc-1', 'ACME'), tagged('vpc/vpc-2', 'Acme')] }
  })
  expect(findings.misspelt).toEqual([{ tenant: 'stg/acme', wanted: 'Acme', found: 'ACME', count: 1 }])
  expect(findings.orphans).toEqual([])
})

test('the regions of all tenants are looked into, and the one of things without a region', async () => {
  const account = openAccount()
  await account.run({ reserved: [GLOBEX] })
  expect(account.asked).toEqual(['eu-central-1', 'eu-west-1', 'us-east-1'])
  await account.run({}, { regions: 'ap-south-1' })
  expect(account.asked.slice(3)).toEqual(['ap-south-1'])
})

test('what is ignored is not reported', async () => {
  const ignore = 'stg/gone\nprod/acme\narn:aws:ec2:eu-central-1:123456789012:vpc/vpc-3'
  const { findings } = await openAccount().run(LEFT, { ignore })
  expect([findings.orphans, findings.unnamed, findings.kept]).toEqual([[], [], []])
})

test('the issue is rewritten when something changes, closed when nothing is left, and opened again', async () => {
  const account = openAccount()
  await account.run(LEFT)
  await account.run(LEFT)
  expect(account.writes).toEqual(['open 1'])
  await account.run(LEFT, { ignore: 'prod/acme' })
  expect(account.writes).toEqual(['open 1', 'change 1'])
  await account.run(CLEAN)
  expect(account.issues[0]).toMatchObject({ isOpen: false, reason: 'completed' })
  await account.run(CLEAN)
  expect(account.writes).toHaveLength(3)
  await account.run(LEFT)
  expect(account.issues).toHaveLength(1)
  expect(account.issues[0]?.isOpen).toBe(true)
})

test('just these are accepted by closing the issue as not planned', async () => {
  const account = openAccount()
  const given = { 'fail-on-orphans': 'true' }
  await account.run(LEFT)
  Object.assign(account.issues[0] ?? {}, { isOpen: false, reason: 'not_planned' })
  const outcome = await account.run(LEFT, given)
  expect(toReport(account.inputs(given), outcome)).not.toHaveProperty('failure')
  expect(account.writes).toEqual(['open 1'])
  expect((await account.run(LEFT, { ...given, ignore: 'prod/acme' })).isAccepted).toBe(false)
})

test('a second issue of another run is taken back', async () => {
  const account = openAccount()
  let isFirst = true
  account.hooks.before = async (call) => {
    if (call !== 'open' || !isFirst) return
    isFirst = false
    await account.run(LEFT)
  }
  const { issue } = await account.run(LEFT)
  expect(issue).toBe('https://x/1')
  expect(account.issues.map(({ isOpen }) => isOpen)).toEqual([true, false])
})

test('a dry run writes nothing', async () => {
  const account = openAccount()
  expect(await account.run(LEFT, { 'dry-run': 'true' })).toMatchObject({ kind: 'planned', done: ['open'] })
  expect(account.writes).toEqual([])
})

test('nothing is reported beside a registry that is not in order', async () => {
  const broken = { ...ACME, subdomain: 'acme' }
  await expect(openAccount().run({ tenants: [broken] })).rejects.toThrow('The registry is not in order')
})

test.each([
  ['arn:aws:s3:::acme-stg-dedicated-frontend-1', 's3'],
  ['arn:aws:ec2:us-east-1:1:vpc/vpc-1', 'ec2:vpc'],
  ['arn:aws:rds:us-east-1:1:db:acme-stg', 'rds:db'],
  ['arn:aws:ssm:us-east-1:1:parameter/caliber/acme/stg/api-image', 'ssm:parameter']
])('%s is a %s', (arn, kind) => {
  expect(kindOf(arn)).toBe(kind)
})
