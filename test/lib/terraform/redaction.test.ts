import { expect, test } from '@jest/globals'
import { collectSecrets, hideText, maskSecrets, scrubber } from '../../../lib/terraform/redaction.ts'
import { hideShapes, isSecretName } from '../../../lib/terraform/secret-shapes.ts'

test.each([
  ['a token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln', '(hidden)'],
  ['a private key', 'x -----BEGIN EC PRIVATE KEY-----\nabc\n-----END EC PRIVATE KEY----- y', 'x (hidden) y'],
  ['a key that is cut off', '-----BEGIN PRIVATE KEY-----\nabc', '(hidden)'],
  ['an access key', 'id AKIAIOSFODNN7EXAMPLE', 'id (hidden)'],
  [
    'a password in an address',
    'postgres://app:p@ss/word@db:5432/x?a=b',
    'postgres://app:(hidden)@db:5432/x?a=b'
  ],
  ['two addresses', 'redis://:a1@h redis://:b2@i', 'redis://:(hidden)@h redis://:(hidden)@i'],
  ['a flag', 'run --token=abcdefgh -x', 'run --token=(hidden) -x'],
  ['a header', 'Authorization: Bearer abcdefghij', 'Authorization: Bearer (hidden)'],
  [
    'a signed address',
    'https://b.s3/x?X-Amz-Signature=0123456789abcdef&b=1',
    'https://b.s3/x?X-Amz-Signature=(hidden)&b=1'
  ]
])('hides %s', (_what, text, shown) => {
  expect(hideShapes(text)).toBe(shown)
})

test.each([
  'https://example.com:8443/a@b',
  'arn:aws:secretsmanager:eu-central-1:123456789012:secret:app-AbCdEf',
  '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----',
  'repo.example/app@sha256:0123456789abcdef',
  'secretsmanager:GetSecretValue',
  'token.actions.githubusercontent.com:sub'
])('leaves %s as it is', (text) => {
  expect(hideShapes(text)).toBe(text)
})

test.each([
  'password',
  'DB_PASSWORD',
  'masterUserPassword',
  'api_key',
  'x-api-key',
  'secret_string',
  'user_data',
  'private_key_pem',
  'auth_token'
])('takes %s for the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

test.each([
  'secret_arn',
  'kms_key_id',
  'password_length',
  'token_ttl',
  'public_key',
  'key',
  'bypass',
  'keyboard',
  'password_policy',
  'valueFrom'
])('takes %s for no secret', (name) => {
  expect(isSecretName(name)).toBe(false)
})

test('hides by schema, by name, by the name beside a value, and inside JSON', () => {
  const value = {
    marked: 'm1',
    password: 'm2',
    list: [
      { name: 'DB_PASSWORD', value: 'm3' },
      { name: 'PORT', value: '80' }
    ],
    json: '[{"environment":[{"name":"API_TOKEN","value":"m4"}]}]',
    secret_arn: 'arn:aws:x'
  }
  const masked = JSON.stringify(maskSecrets(value, { marked: true }))
  expect(masked).not.toMatch(/m[1-4]"/)
  expect(masked).toContain('"80"')
  expect(masked).toContain('arn:aws:x')
})

test('hides plain values below a plural, and keeps references', () => {
  const secrets = [
    { name: 'A', value: 'm1' },
    { name: 'B', valueFrom: 'arn:aws:x' },
    { key: 'C', other: ['m2'] }
  ]
  expect(maskSecrets({ secrets })).toEqual({
    secrets: [
      { name: 'A', value: '(hidden)' },
      { name: 'B', valueFrom: 'arn:aws:x' },
      { key: 'C', other: ['(hidden)'] }
    ]
  })
})

test('collects what the plan marks, and takes it out of any text in every form it may have', () => {
  const secrets = collectSecrets({
    format_version: '1.2',
    variables: { pw: { value: 'variable "secret"' }, open: { value: 'not-a-secret' } },
    configuration: { root_module: { variables: { pw: { sensitive: true }, open: {} } } },
    resource_changes: [
      {
        address: 'a',
        mode: 'managed',
        type: 'a',
        name: 'a',
        change: {
          actions: ['create'],
          after: { list: ['deep-secret', 'x'] },
          after_sensitive: { list: [true] }
        }
      }
    ]
  })
  expect(secrets).toEqual(['deep-secret', 'variable "secret"'])
  const scrub = scrubber(secrets)
  expect(scrub('a deep-secret b')).toBe('a (sensitive value) b')
  expect(scrub(JSON.stringify('variable "secret"'))).toBe('"(sensitive value)"')
  expect(scrub(encodeURIComponent('variable "secret"'))).toBe('(sensitive value)')
  expect(scrub(Buffer.from('deep-secret').toString('base64'))).not.toContain('ZGVlcC1z')
  expect(scrub('not-a-secret')).toBe('not-a-secret')
})

test('leaves short values alone where nothing marks them, and takes the longest of overlapping ones', () => {
  expect(scrubber(['stg'])('caliber-stg')).toBe('caliber-stg')
  expect(scrubber(['abcdefgh', 'abcdefghij'])('abcdefghij')).toBe('(sensitive value)')
})

test('stays linear on texts made to be slow', () => {
  const hostile = `${'a://b:'.repeat(20_000)}${'password="'.repeat(20_000)}${'eyJ'.repeat(20_000)}`
  expect(hideText(hostile).length).toBeGreaterThan(0)
})
