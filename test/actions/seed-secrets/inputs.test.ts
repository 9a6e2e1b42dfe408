import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/seed-secrets/src/inputs.ts'
import { resolveSources } from '../../../actions/seed-secrets/src/sources.ts'
import { UserError } from '../../../lib/errors.ts'
import { CALIBER_MAPPING } from '../../../lib/secrets/mapping.ts'
import { parseOutputs } from '../../../lib/secrets/stack-outputs.ts'
import { BASE, MASTER, OUTPUTS } from './tenant.ts'

type Given = Readonly<Record<string, string>>
const parse = (given: Given): ReturnType<typeof parseInputs> => {
  const all: Given = { client: 'acme', env: 'stg', ...given }
  return parseInputs((name) => all[name] ?? '')
}
const outputs = JSON.stringify(OUTPUTS)

test.each<[string, Given, string]>([
  ['no client', { client: ' ', outputs }, "Input 'client' is required"],
  ['a client with a slash', { client: 'a/b', outputs }, "not a tenant's name"],
  ['a client that ends in a hyphen', { client: 'acme-', outputs }, "not a tenant's name"],
  ['a client with two hyphens', { client: 'ac--me', outputs }, "not a tenant's name"],
  ['a client too long', { client: 'a'.repeat(14), outputs }, "not a tenant's name"],
  ['no environment', { env: '', outputs }, "Input 'env' is required"],
  ['an unknown environment', { env: 'staging', outputs }, 'not one of dev, stg and prod'],
  ['no source', {}, 'but none is given'],
  ['two sources', { outputs, 'outputs-file': 'o.json' }, 'but 2 are given'],
  ['all three sources', { outputs, 'outputs-file': 'o.json', 'working-directory': 'x' }, 'but 3 are given'],
  ['outputs that are no JSON', { outputs: 'hunter2' }, "Input 'outputs' is no JSON object"],
  ['outputs without any', { outputs: '{}' }, "Input 'outputs' holds no outputs"],
  ['a backend without a folder', { outputs, 'backend-config': 'key=a' }, "only for 'working-directory'"],
  [
    'credentials for the backend',
    { 'working-directory': 'x', 'backend-config': 'secret_key=a' },
    'a credential'
  ],
  ['a mapping that is none', { outputs, mapping: 'CHANGEME' }, "Input 'mapping' is wrong: it must be object"],
  [
    'a rotation of what is not there',
    { outputs, rotate: 'session-key' },
    "'session-key', which the mapping does not have. What can be rotated: django-secret-key."
  ],
  ['a rotation of a copy', { outputs, rotate: 'docdb-uri' }, 'rotates where it comes from'],
  [
    'a rotation of the earlier keys',
    { outputs, rotate: 'django-secret-key-fallbacks' },
    'which the mapping does not have'
  ],
  ['a rotation of the prototype', { outputs, rotate: 'constructor' }, 'which the mapping does not have'],
  [
    'a rotation of another tenant',
    { outputs, rotate: 'caliber/acme/prod/django-secret-key' },
    'which the mapping does not have'
  ],
  ['a time ahead that is none', { outputs, 'rotate-ahead': '8 hours' }, 'which is no duration'],
  ['a time ahead of nothing', { outputs, 'rotate-ahead': '0h' }, 'not from 1s to 720h'],
  ['a time ahead of more than 30 days', { outputs, 'rotate-ahead': '721h' }, 'not from 1s to 720h'],
  ['a flag of another language', { outputs, 'dry-run': 'yes' }, 'none of false, true'],
  ['a flag in capitals', { outputs, 'create-containers': 'TRUE' }, 'none of false, true']
])('%s is refused in a sentence', async (_name, given, sentence) => {
  await expect(parse(given)).rejects.toThrow(UserError)
  await expect(parse(given)).rejects.toThrow(sentence)
  await expect(parse(given)).rejects.not.toThrow(/hunter2/)
})

test('a client’s capitals become small, and full names are names', async () => {
  const inputs = await parse({ client: 'Acme', outputs, rotate: 'caliber/acme/stg/django-secret-key\n' })
  expect(inputs.tenant).toEqual({ client: 'acme', env: 'stg', path: 'caliber/acme/stg/' })
  expect(inputs.rotate).toEqual(['django-secret-key'])
})

const resolve = (given: object) =>
  resolveSources(CALIBER_MAPPING, parseOutputs(JSON.stringify({ ...OUTPUTS, ...given }), 'It'))

test.each<[string, object, RegExp]>([
  [
    'a missing output',
    { postgresql_endpoint: undefined },
    /'postgresql_endpoint', the source of postgres-endpoint, does not exist\. The outputs are: documentdb_uri/
  ],
  ['an output that is null', { postgresql_endpoint: null }, /is null/],
  ['an empty output', { postgresql_endpoint: '  ' }, /is empty/],
  ['a list', { postgresql_endpoint: ['pg:5432'] }, /is no text but a list/],
  ['a placeholder', { postgresql_endpoint: '<host>:5432' }, /is a placeholder/],
  ['a masked value', { documentdb_uri: BASE.replace('db.test', '***') }, /is a placeholder/],
  ['an endpoint without a port', { postgresql_endpoint: 'pg.test' }, /is not <host>:<port>/],
  ['an endpoint with a scheme', { postgresql_endpoint: 'postgres://pg.test:5432' }, /is not <host>:<port>/],
  ['an endpoint with port 0', { postgresql_endpoint: 'pg.test:0' }, /is not <host>:<port>/],
  ['a URI with a password', { documentdb_uri: BASE.replace('//', '//u:hunter2@') }, /state in clear/],
  [
    'a URI with retryable writes',
    { documentdb_uri: BASE.replace('retryWrites=false', '') },
    /lacks retryWrites=false/
  ],
  [
    'credentials that are no ARN',
    { documentdb_master_secret_arn: 'rds!cluster-1' },
    /is not the ARN of a secret/
  ]
])('%s is refused', (_name, given, fault) => {
  expect(() => resolve(given)).toThrow(fault)
  expect(() => resolve(given)).not.toThrow(/hunter2/)
})

test('all faults of the outputs are told at once', () => {
  expect(() => resolve({ postgresql_endpoint: null, documentdb_uri: null })).toThrow(
    /documentdb_uri.*is null[^]*postgresql_endpoint.*is null[^]*Nothing was written/
  )
})

test('random keys are written last', () => {
  const { 'django-secret-key': key, ...others } = CALIBER_MAPPING
  if (key === undefined) throw new Error('no key')
  const sources = resolveSources({ first: key, ...others }, parseOutputs(outputs, 'It'))
  expect(sources.map(({ name }) => name)).toEqual(['docdb-uri', 'postgres-endpoint', 'first'])
  expect(sources[0]).toEqual({ kind: 'uri', name: 'docdb-uri', uri: BASE, secretId: MASTER })
})
