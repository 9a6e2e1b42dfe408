import { expect, test } from '@jest/globals'
import { assert, property, string } from 'fast-check'
import {
  credentialsOf,
  encodeUserinfo,
  lintDocumentDbUri,
  withCredentials
} from '../../../lib/secrets/documentdb-uri.ts'
import { parseManagedSecret } from '../../../lib/secrets/managed-secret.ts'

const OPTIONS = 'tls=true&replicaSet=rs0&readPreference=secondaryPreferred&retryWrites=false'
const BASE = `mongodb://acme-stg.cluster-x.us-east-1.docdb.amazonaws.com:27017/?${OPTIONS}`

test('the URI of the stack has no fault', () => {
  expect(lintDocumentDbUri(BASE)).toEqual([])
  expect(lintDocumentDbUri(`mongodb://a.test:1,b.test:2/caliber?${OPTIONS}`)).toEqual([])
})

test.each([
  ['another database', `postgres://db:5432/?${OPTIONS}`, /not mongodb:/],
  ['no scheme', 'db.test:27017', /not mongodb:/],
  ['a lookup by SRV', `mongodb+srv://db.test/?${OPTIONS}`, /no SRV record/],
  ['a user and a password', BASE.replace('//', '//admin:hunter2x@'), /in Terraform's state in clear/],
  ['a user alone', BASE.replace('//', '//admin@'), /in Terraform's state in clear/],
  ['no host', `mongodb:///?${OPTIONS}`, /host is not/],
  ['no port', `mongodb://db.test/?${OPTIONS}`, /host is not/],
  ['a port beyond all', `mongodb://db.test:70000/?${OPTIONS}`, /host is not/],
  ['a host with an underscore', `mongodb://db_x:1/?${OPTIONS}`, /host is not/],
  ['no options', 'mongodb://db.test:27017/', /lacks tls=true.*/],
  ['TLS off', BASE.replace('tls=true', 'tls=false'), /lacks tls=true/],
  ['another replica set', BASE.replace('rs0', 'rs1'), /lacks replicaSet=rs0/],
  ['retryable writes', BASE.replace('retryWrites=false', 'retryWrites=true'), /lacks retryWrites=false/],
  ['retryable writes by omission', BASE.replace('&retryWrites=false', ''), /lacks retryWrites=false/],
  ['an option twice', `${BASE}&TLS=false`, /option tls twice/],
  ['any certificate', `${BASE}&tlsAllowInvalidCertificates=true`, /lets anybody answer/],
  ['the old switch for TLS', `${BASE}&ssl=false`, /turns TLS off/],
  ['a line break', `${BASE}\n`, /blank or a control/]
])('%s is a fault, and the fault does not quote the URI', (_name, uri, fault) => {
  const faults = lintDocumentDbUri(uri)
  expect(faults.join('\n')).toMatch(fault)
  expect(faults.join('\n')).not.toMatch(/hunter2x|db\.test/)
})

test.each([
  ['p@ss:w/rd', 'p%40ss%3Aw%2Frd'],
  ['100%', '100%25'],
  ['a+b c', 'a%2Bb%20c'],
  ["!'()*", '%21%27%28%29%2A'],
  ['#?[]&=', '%23%3F%5B%5D%26%3D'],
  ['pässwörd🔑', 'p%C3%A4ssw%C3%B6rd%F0%9F%94%91'],
  ['%40', '%2540'],
  ['a-b.c_d~e', 'a-b.c_d~e']
])('the password %s is written %s', (password, encoded) => {
  expect(encodeUserinfo(password)).toBe(encoded)
  const uri = withCredentials(BASE, { username: 'caliber_admin', password })
  expect(uri).toBe(BASE.replace('//', `//caliber_admin:${encoded}@`))
  expect(new URL(uri.replace('mongodb:', 'http:')).hostname).toMatch(/^acme-stg/)
})

test('any credentials come back out of the URI', () => {
  const text = string({ unit: 'grapheme', minLength: 1 })
  assert(
    property(text, text, (username, password) => {
      expect(credentialsOf(withCredentials(BASE, { username, password }))).toEqual({ username, password })
    })
  )
})

test('half a character cannot be part of a URI', () => {
  expect(() => encodeUserinfo('\ud800')).toThrow('no valid Unicode')
})

test('credentials in a URI are replaced, and a path is added before the options', () => {
  const once = withCredentials(`mongodb://db.test:1?${OPTIONS}`, { username: 'u', password: 'one' })
  expect(once).toBe(`mongodb://u:one@db.test:1/?${OPTIONS}`)
  expect(withCredentials(once, { username: 'u', password: 'two' })).toBe(
    `mongodb://u:two@db.test:1/?${OPTIONS}`
  )
})

test('a URI that somebody wrote by hand is read as far as it goes', () => {
  expect(credentialsOf('mongodb://u:p@ss@db:1/')).toEqual({ username: 'u', password: 'p@ss' })
  for (const uri of ['mongodb://db:1/', 'mongodb://u@db:1/', 'mongodb://u:100%@db:1/', 'CHANGEME', ''])
    expect(credentialsOf(uri)).toBeUndefined()
})

test.each([
  '',
  'null',
  '[]',
  '"text"',
  '{',
  '{"username":"u"}',
  '{"username":"u","password":""}',
  '{"username":1,"password":"hunter2x"}'
])('the secret of a database cannot be %s, and is not quoted', (text) => {
  expect(() => parseManagedSecret(text, 'arn:x')).toThrow(
    "arn:x is no JSON object with 'username' and 'password'"
  )
  expect(() => parseManagedSecret(text, 'arn:x')).not.toThrow(/hunter2x/)
})
