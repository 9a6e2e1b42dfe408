import { expect, test } from '@jest/globals'
import { parseBackendConfig } from '../../lib/backend-config.ts'

const parse = (text: string): readonly string[] => parseBackendConfig(() => text)

test('settings are taken as they are, one a line', () => {
  const settings = [
    'bucket=acme-state',
    'key = a/b.tfstate',
    'use_lockfile=true',
    'kms_key_id=alias/state',
    'region=eu-west-1'
  ]
  expect(parse(`${settings.join('\n')}\n\n# a comment\n`)).toEqual(settings)
})

test.each([
  'access_key',
  'secret_key',
  'token',
  'password',
  'sse_customer_key',
  'conn_str',
  'client_secret',
  'sas_token'
])('the credential %s is refused by name, and its value is not repeated', (name) => {
  expect(() => parse(`region=eu-west-1\n${name} = hunter2hunter2`)).toThrow(`sets '${name}', a credential`)
  expect(() => parse(`${name}=hunter2hunter2`)).not.toThrow(/hunter2/)
})

test.each(['backend.hcl', '=x', '-lock=false', 'two words=x'])('%j is no setting', (line) => {
  expect(() => parse(line)).toThrow(/not name=value/)
})

test.each([
  'address=https://user:hunter2hunter2@example.com/state',
  'assume_role_with_web_identity={role_arn="arn:aws:iam::1:role/x",web_identity_token="hunter2hunter2"}',
  'endpoints={s3="https://u:hunter2hunter2@s3.example.com"}'
])('a credential inside the value of %j is refused, and not repeated', (line) => {
  expect(() => parse(line)).toThrow(/holds .*a credential/)
  expect(() => parse(line)).not.toThrow(/hunter2/)
})

test('an object without credentials is taken', () => {
  const line = 'assume_role={role_arn="arn:aws:iam::111122223333:role/state",session_name="plan"}'
  expect(parse(line)).toEqual([line])
})
