/** Whether a tenant can be given up. */
import { expect, test } from '@jest/globals'
import { toReport } from '../../../actions/report-orphans/src/report.ts'
import { ACME, LEFT, openAccount, SNAPSHOT, tagged } from './account.ts'

const given = { tenant: 'stg/Gone', 'fail-on-orphans': 'true' }

test('of one tenant what still stands is named, with what to do, and no issue is written', async () => {
  const account = openAccount()
  const outcome = await account.run(LEFT, given)
  const { outputs, summary, failure } = toReport(account.inputs(given), outcome)
  expect(outputs).toMatchObject({ outcome: 'looked', 'has-orphans': 'true', unnamed: '[]', issue: '' })
  expect(JSON.parse(outputs['orphans'] ?? '')).toMatchObject([{ tenant: 'stg/gone', count: 4 }])
  expect(failure).toContain('3 resources of stg/gone still stand: arn:aws:ec2:')
  expect(failure).toContain('vpc/vpc-2. If they are its stack')
  expect(failure).toContain('terraform/tenants/stg/gone.tfvars.json) and start the step destroy;')
  expect(failure).not.toContain('cluster-snapshot')
  expect(summary).toContain('## ⛔ `stg/gone` still has 4 resources')
  expect(account.writes).toEqual([])
})

test('nobody is asked whether it is registered or reserved', async () => {
  const resources = { 'us-east-1': [tagged('vpc/vpc-1', 'Acme')] }
  for (const world of [{ resources }, { resources, tenants: [], reserved: [ACME] }]) {
    const { findings } = await openAccount().run(world, { tenant: 'stg/acme' })
    expect(findings.orphans).toMatchObject([{ tenant: 'stg/acme', kinds: { 'ec2:vpc': 1 } }])
  }
})

test('what a destruction leaves is no finding, and neither is what others have', async () => {
  const account = openAccount()
  const resources = { 'us-east-1': [tagged(SNAPSHOT, 'gone'), tagged('vpc/vpc-9', 'globex')] }
  const outcome = await account.run({ resources }, given)
  const { summary, ...rest } = toReport(account.inputs(given), outcome)
  expect(rest).not.toHaveProperty('failure')
  expect(JSON.parse(rest.outputs['kept'] ?? '')).toEqual([SNAPSHOT])
  expect(summary).toContain('## ✅ Nothing of `stg/gone` stands any more')
})

test('a long list is cut in the sentence', async () => {
  const account = openAccount()
  const many = Array.from({ length: 22 }, (_, at) => tagged(`vpc/vpc-${at}`, 'gone'))
  const outcome = await account.run({ resources: { 'us-east-1': many } }, given)
  expect(toReport(account.inputs(given), outcome).failure).toContain(' and 2 more. If they')
})
