import { expect, test } from '@jest/globals'
import { identifierOf } from '../../../actions/restore-database/src/names.ts'
import { type Given, inputsOf, NAME } from './world.ts'

const LATEST: Given = { 'restore-to': 'latest' }
const BACKEND = 'bucket=states\nregion="eu-central-1"\nkey=caliber/acme/stg/terraform.tfstate'

test.each<[string, Given, string]>([
  ['no mode', { mode: '' }, "Input 'mode' is required"],
  [
    'another mode',
    { mode: 'delete' },
    "Input 'mode' is 'delete', which is none of restore, snapshot, forget"
  ],
  ['no tenant', { client: '' }, "Input 'client' is required"],
  ['a tenant with a slash', { client: 'a/b' }, "Input 'client' is 'a/b', which is not a tenant's name"],
  ['no environment', { env: '' }, "Input 'env' is required"],
  ['another environment', { env: 'staging' }, "Input 'env' is 'staging', which is none of dev, stg, prod"],
  ['no database', { database: '' }, "Input 'database' is required"],
  ['another database', { database: 'mysql' }, 'none of documentdb, postgres'],
  ['a SaaS tenant', { plan: 'SaaS' }, "Tenant 'acme' is SaaS and has no database of its own"],
  ['a dedicated SaaSShared', { client: 'SaaSShared' }, 'Write SaaS.'],
  ['nothing that is wanted', {}, "Neither 'restore-to' nor 'snapshot' is set"],
  [
    'two things that are wanted',
    { ...LATEST, snapshot: 'latest' },
    "Inputs 'restore-to' and 'snapshot' are both set"
  ],
  [
    'a moment without a zone',
    { 'restore-to': '2026-03-01T09:30:00' },
    "neither 'latest' nor a moment with a zone"
  ],
  ['a day alone', { 'restore-to': '2026-03-01' }, "neither 'latest' nor a moment with a zone"],
  ['a day that there is not', { 'restore-to': '2026-02-30T09:30:00Z' }, 'a moment that there is not'],
  ['an hour that there is not', { 'restore-to': '2026-02-20T25:30:00Z' }, 'a moment that there is not'],
  [
    'a snapshot with a space',
    { snapshot: 'a b' },
    "Input 'snapshot' is 'a b', which is not 'latest' or a snapshot's name"
  ],
  [
    'a source of others',
    { ...LATEST, source: 'globex-stg-dedicated-documentdb' },
    'it is no database of this tenant'
  ],
  [
    'a source with a slash',
    { ...LATEST, source: 'a/b' },
    "Input 'source' is 'a/b', which is not a database's identifier"
  ],
  [
    'a name of others',
    { ...LATEST, name: 'documentdb-2' },
    "which does not begin with 'acme-stg-dedicated-'"
  ],
  ['a name that is too long', { ...LATEST, name: `${NAME}-${'d'.repeat(30)}` }, 'at most 45 small letters'],
  ['the lost one’s name', { ...LATEST, name: `${NAME}-documentdb` }, "Inputs 'name' and 'source' are both"],
  ['a moment for a snapshot', { mode: 'snapshot', ...LATEST }, "say nothing in mode 'snapshot'"],
  [
    'a time that is no time',
    { ...LATEST, timeout: 'soon' },
    "Input 'timeout' is 'soon', which is no duration"
  ],
  ['a time that is too long', { ...LATEST, timeout: '13h' }, 'which is not from 1m to 12h'],
  ['no name to forget for', { mode: 'forget', 'backend-config': BACKEND }, "Input 'name' is required"],
  [
    'no gate to forget behind',
    { mode: 'forget', name: `${NAME}-documentdb-2`, 'backend-config': BACKEND, environment: '' },
    "Input 'environment' is required"
  ],
  [
    'no state to forget in',
    { mode: 'forget', name: `${NAME}-documentdb-2`, 'backend-config': 'bucket=b' },
    "lacks 'bucket' or 'key'"
  ],
  [
    'a folder elsewhere',
    { mode: 'forget', name: `${NAME}-documentdb-2`, 'backend-config': BACKEND, 'working-directory': '../x' },
    'outside the repository'
  ],
  ['a dry run that is maybe', { ...LATEST, 'dry-run': 'maybe' }, "Input 'dry-run' is 'maybe'"]
])('%s is refused in a sentence', (_what, given, sentence) => {
  expect(() => inputsOf(given)).toThrow(sentence)
})

test('a moment of any zone is the same moment, and what is left out is the tenant’s own', () => {
  expect(inputsOf({ 'restore-to': '2026-03-01T10:30:00+01:00' })).toMatchObject({
    mode: 'restore',
    client: 'acme',
    tenant: 'stg/acme',
    kind: 'cluster',
    source: `${NAME}-documentdb`,
    wanted: { kind: 'time', at: Date.UTC(2026, 2, 1, 9, 30) },
    timeoutMs: 7_200_000
  })
  expect(inputsOf({ database: 'postgres', snapshot: 'rds:acme-stg-2026-03-01' })).toMatchObject({
    kind: 'instance',
    source: `${NAME}-postgres`,
    wanted: { kind: 'snapshot', name: 'rds:acme-stg-2026-03-01' }
  })
  expect(inputsOf({ mode: 'forget', name: `${NAME}-documentdb-2`, 'backend-config': BACKEND })).toMatchObject(
    {
      place: {
        bucket: 'states',
        key: 'caliber/acme/stg/terraform.tfstate',
        region: 'eu-central-1',
        workingDirectory: 'terraform/stacks/caliber',
        lockTimeout: '300s'
      }
    }
  )
})

test('a name follows from what is wanted and the run, and is the same in every attempt', () => {
  const name = (given: Given, runId = '77'): string => identifierOf(inputsOf(given), runId)
  expect(name(LATEST)).toMatch(/^acme-stg-dedicated-documentdb-[0-9a-z]{5}$/)
  expect(name(LATEST)).toBe(name({ ...LATEST, timeout: '3h' }))
  const others = [
    name(LATEST, '78'),
    name({ snapshot: 'latest' }),
    name({ 'restore-to': '2026-03-01T09:30:00Z' }),
    name({ ...LATEST, source: `${NAME}-documentdb-2` }),
    name({ ...LATEST, database: 'postgres' }),
    name({ mode: 'snapshot' })
  ]
  expect(new Set([name(LATEST), ...others]).size).toBe(7)
  expect(name({ mode: 'snapshot' })).toMatch(/^acme-stg-dedicated-documentdb-[0-9a-z]{5}$/)
  const longest = { client: 'abcdefghijklm', env: 'prod', database: 'documentdb' }
  expect(name({ ...LATEST, ...longest })).toHaveLength(45)
})
