import { expect, test } from '@jest/globals'
import { parseInputs, type Inputs } from '../../../actions/apply-gated/src/inputs.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const good: Readonly<Record<string, string>> = {
  stack: 'caliber-acme-stg',
  environment: 'caliber-stg',
  digest: 'd'.repeat(64),
  'artifact-id': '7',
  'artifact-digest': `sha256:${'a'.repeat(64)}`,
  'seal-key': KEY,
  'github-token': 'ghs_job'
}
const parse = (over: Readonly<Record<string, string>> = {}): Inputs =>
  parseInputs((name) => ({ ...good, ...over })[name] ?? '')

test('the required inputs are enough', () => {
  expect(parse()).toEqual({
    stack: 'caliber-acme-stg',
    environment: 'caliber-stg',
    digest: 'd'.repeat(64),
    artifactId: 7,
    artifactDigest: 'a'.repeat(64),
    sealKey: Buffer.alloc(32, 7),
    workingDirectory: '.',
    backendConfig: [],
    gate: 'environment',
    confirmInput: 'confirm',
    author: 'commit',
    allowSelfApproval: false,
    onStale: 'replan',
    lockTimeout: '300s',
    token: 'ghs_job'
  })
})

test('every input is read', () => {
  expect(
    parse({
      'working-directory': './terraform//stacks/caliber/',
      'backend-config': 'bucket=acme-state\n\n# comment\nkey=a/b.tfstate',
      gate: 'dispatch',
      'confirm-input': 'digest',
      'allow-self-approval': 'true',
      'on-stale': 'refuse',
      'not-after': '2026-01-31T16:00:00.5Z',
      'lock-timeout': '1m30s'
    })
  ).toMatchObject({
    workingDirectory: 'terraform/stacks/caliber',
    backendConfig: ['bucket=acme-state', 'key=a/b.tfstate'],
    notAfter: Date.UTC(2026, 0, 31, 16) + 500,
    gate: 'dispatch',
    confirmInput: 'digest',
    allowSelfApproval: true,
    onStale: 'refuse',
    lockTimeout: '90s'
  })
})

test('who starts the run either approves it or is who may not', () => {
  expect(parse({ author: 'starter' }).author).toBe('starter')
  expect(() => parse({ author: 'starter', gate: 'dispatch' })).toThrow(
    "Inputs 'author: starter' and 'gate: dispatch' exclude each other"
  )
})

test.each(['stack', 'environment', 'digest', 'artifact-id', 'artifact-digest', 'seal-key', 'github-token'])(
  'an empty %s is refused by name',
  (name) => {
    expect(() => parse({ [name]: ' ' })).toThrow(`Input '${name}' is required`)
  }
)

test.each([
  ['stack', 'net/prod', /not a stack's name/],
  ['stack', 'fragment-net', /not a stack's name/],
  ['environment', 'a\nb', /not the name of an environment/],
  ['digest', 'd'.repeat(8), /whole digest, 64 hexadecimal/],
  ['digest', 'D'.repeat(64), /64 hexadecimal/],
  ['artifact-id', '0', /no whole number/],
  ['artifact-id', '7.5', /no whole number/],
  ['artifact-id', 'plan-net-1', /no whole number/],
  ['artifact-digest', `md5:${'a'.repeat(32)}`, /SHA-256/],
  ['seal-key', 'password', /openssl rand -base64 32/],
  ['working-directory', '/etc', /outside the repository/],
  ['working-directory', '../other', /outside the repository/],
  ['working-directory', 'a/../../b', /outside the repository/],
  ['backend-config', 'bucket=x\nsecret_key = hunter2hunter2', /sets 'secret_key'/],
  ['backend-config', 'access_key=AKIA', /sets 'access_key'/],
  ['backend-config', 'backend.hcl', /not name=value/],
  ['gate', 'none', /none of environment, dispatch/],
  ['confirm-input', 'a b', /workflow_dispatch input/],
  ['allow-self-approval', 'yes', /none of false, true/],
  ['on-stale', 'ignore', /none of replan, refuse/],
  ['lock-timeout', '5 minutes', /no duration/]
])('%s: %j is refused in one sentence', (name, value, message) => {
  expect(() => parse({ [name]: value })).toThrow(message)
})

test.each([
  ['seal-key', 'hunter2hunter2'],
  ['backend-config', 'secret_key=hunter2hunter2']
])('a secret in %s is not repeated', (name, value) => {
  expect(() => parse({ [name]: value })).not.toThrow(/hunter2/)
})
