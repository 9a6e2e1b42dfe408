import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/doctor/src/inputs.ts'
import { renderLines, renderSummary, toReport } from '../../../actions/doctor/src/summary.ts'
import { examineWorld } from '../../fakes/doctor-world.ts'

test('a healthy repository is reported as such, with what could not be read', async () => {
  const { outputs, summary, failure } = toReport(await examineWorld())
  expect(failure).toBeUndefined()
  expect(outputs).toMatchObject({ healthy: 'true', fails: '0', unsafe: '0', unchecked: '1' })
  expect(summary).toContain('## ✅ Doctor: `acme/infra` in account 123456789012')
  expect(summary).toContain('1 not checked')
})

test('a finding turns the step red, and its fix is in the summary once for all that it mends', async () => {
  const examination = await examineWorld({ aws: { describeRole: async () => undefined } })
  const { outputs, summary, failure } = toReport(examination)
  expect(failure).toContain('4 would fail')
  expect(outputs).toMatchObject({ healthy: 'false', fails: '4' })
  expect(summary.match(/terraform -chdir=terraform\/stacks\/bootstrap apply/g)).toHaveLength(1)
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    repository: 'acme/infra',
    account: '123456789012'
  })
})

test('foreign names act as nothing in the summary', async () => {
  const trust = {
    'caliber-apply': { Statement: [{ Effect: 'Allow', Principal: { AWS: '<!-- @team | **x**' } }] }
  }
  const summary = renderSummary(await examineWorld({ trust }))
  expect(summary).toContain("'&lt;\\!\\-\\- @\u200Bteam \\| \\*\\*x\\*\\*'")
})

test('a terminal gets a line a finding, and what to do below it', async () => {
  const lines = renderLines(await examineWorld({ environment: { reviewers: [] } }))
  const at = lines.indexOf('❌ caliber-stg: nobody has to review: applies are refused')
  expect(lines[at + 1]).toContain(
    "   → At https://github.com/acme/infra/settings/environments open 'caliber-stg'"
  )
})

const inputs = (given: Readonly<Record<string, string>>) => () =>
  parseInputs((name) => ({ 'github-token': 't', ...given })[name] ?? '')

test.each([
  [
    { tenants: 'Acme/stg' },
    "Input 'tenants' has 'Acme/stg', which is not <client>/<dev|stg|prod> in lower case."
  ],
  [{ roles: 'admin' }, "Input 'roles' has 'admin', which is not one of plan, apply, deploy, seed, operate."],
  [
    { 'operated-environments': 'staging' },
    "Input 'operated-environments' has 'staging', which is not one of dev, stg, prod."
  ],
  [{ 'suite-commits': 'v1' }, "Input 'suite-commits' has 'v1', which is no commit of 40 hexadecimal digits."],
  [{ vars: '[]' }, "Input 'vars' is no JSON object."],
  [{ repository: 'acme' }, "Input 'repository' is 'acme', which is not owner/name of a repository."],
  [{ 'account-id': '12' }, "Input 'account-id' is '12', which is not the twelve digits of an AWS account."],
  [
    { 'aws-region': 'Frankfurt' },
    "Input 'aws-region' is 'Frankfurt', which is not an AWS region, as us-east-1."
  ]
])('%j is refused with a sentence', (given, sentence) => {
  expect(inputs(given)).toThrow(sentence)
})

test('a secret that was put into known-secrets by mistake is not repeated', () => {
  expect(inputs({ 'known-secrets': 'hunter22' })).toThrow(
    /^Input 'known-secrets' has a line that is not NAME=true or NAME=false\. /
  )
  expect(inputs({ 'known-secrets': 'hunter22' })).not.toThrow(/hunter22/)
})

test('a tenant may have an environment of another name', () => {
  expect(inputs({ tenants: 'acme/stg\nglobex/prod=live' })().tenants).toEqual([
    { client: 'acme', env: 'stg', environment: 'caliber-stg' },
    { client: 'globex', env: 'prod', environment: 'live' }
  ])
})
