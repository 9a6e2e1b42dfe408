import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/report-orphans/src/inputs.ts'
import { UserError } from '../../../lib/errors.ts'

type Given = Readonly<Record<string, string>>
const parse = (given: Given) => {
  const all: Given = { 'github-token': 'ghs_job', ...given }
  return parseInputs((name) => all[name] ?? '')
}

test.each<[string, Given, string]>([
  ['no token', { 'github-token': '' }, "Input 'github-token' is required"],
  ['a zone for a region', { regions: 'us-east-1a' }, "has 'us-east-1a', which is not an AWS region"],
  ['regions in one line', { regions: 'us-east-1,eu-west-1' }, 'Write one a line'],
  ['one wrong region of two', { regions: 'us-east-1\nhere' }, "has 'here'"],
  ['a registry in no region', { 'registry-region': 'x' }, 'not an AWS region'],
  ['a project that is no tag', { project: 'a*b' }, 'not the value of a tag'],
  ['a project too long', { project: 'x'.repeat(257) }, 'not the value of a tag'],
  ['a tenant in capitals', { ignore: 'stg/Acme' }, 'not a tenant such as stg/acme'],
  ['a tenant of no environment', { ignore: 'acme' }, 'not a tenant such as stg/acme'],
  ['a tenant alone of no environment', { tenant: 'acme' }, 'not a tenant, such as stg/acme'],
  ['half an ARN', { ignore: 'arn:aws:' }, 'how an ARN begins'],
  ['a label with a comma', { label: 'a,b' }, 'not a label'],
  ['a label too long', { label: 'x'.repeat(51) }, 'not a label'],
  ['a folder elsewhere', { folder: '../x' }, 'which is outside the repository'],
  ['no time of grace', { grace: '1m' }, 'not from 1h to 8760h'],
  ['days of grace', { grace: '7d' }, 'no duration'],
  ['a flag of another language', { 'dry-run': 'ja' }, 'none of false, true'],
  ['a flag in capitals', { 'fail-on-orphans': 'TRUE' }, 'none of false, true']
])('%s is refused in a sentence', (_name, given, sentence) => {
  expect(() => parse(given)).toThrow(UserError)
  expect(() => parse(given)).toThrow(sentence)
})

test('nothing has to be said', () => {
  expect(parse({})).toEqual({
    project: 'Caliber',
    ignored: [],
    graceMs: 604_800_000,
    folder: 'terraform/tenants',
    label: 'orphans',
    failOnOrphans: false,
    dryRun: false,
    token: 'ghs_job'
  })
})
