import { expect, test } from '@jest/globals'
import { UserError } from '../../../lib/errors.ts'
import { inputsOf, type Given } from './tenant.ts'

test.each<[string, Given, string]>([
  ['no client', { client: '' }, "Input 'client' is required"],
  ['a client with a slash', { client: 'a/b' }, "not a tenant's name"],
  ['no environment', { env: ' ' }, "Input 'env' is required"],
  ['staging', { env: 'staging' }, 'none of dev, stg, prod'],
  ['no plan', { plan: '' }, "Input 'plan' is required"],
  ['a plan in small letters', { plan: 'dedicated' }, 'none of Dedicated, SaaS'],
  ['a Dedicated SaaSShared', { client: 'SaaSShared' }, 'holds what SaaS tenants share'],
  ['a cluster in capitals', { 'documentdb-cluster': 'Acme' }, "not a database's identifier"],
  ['an instance with two hyphens', { 'postgres-instance': 'a--b' }, "not a database's identifier"],
  [
    'a snapshot that ends in a hyphen',
    { 'final-snapshots': 'good\nbad-' },
    "has 'bad-', which is not a snapshot's name"
  ],
  ['a bucket with a slash', { buckets: 'a/b' }, "not a bucket's name"],
  ['no duration', { 'backup-age': 'a day' }, 'no duration'],
  ['a backup of no age', { 'backup-age': '1s' }, 'not from 1m to 840h'],
  ['a backup of long ago', { 'backup-age': '841h' }, 'not from 1m to 840h'],
  ['a folder elsewhere', { folder: '../x' }, 'which is outside the repository'],
  ['no region', { 'registry-region': 'x' }, 'not an AWS region'],
  ['a finding that is none', { tolerate: 'backups' }, 'none of protection, backup, key, name, bucket'],
  ['tenants that would be passed over', { tolerate: 'backup\nguests' }, "has 'guests', which is none of"],
  ['databases that nobody sees to', { tolerate: 'database' }, "has 'database', which is none of"],
  ['a flag of another language', { force: 'ja' }, 'none of false, true'],
  ['a flag in capitals', { 'require-backups': 'FALSE' }, 'none of true, false']
])('%s is refused in a sentence', (_name, given, sentence) => {
  expect(() => inputsOf(given)).toThrow(UserError)
  expect(() => inputsOf(given)).toThrow(sentence)
})
