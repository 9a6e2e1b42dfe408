import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { CALIBER_MAPPING } from '../../../lib/secrets/mapping.ts'
import { MAPPING_SCHEMA } from '../../../lib/secrets/mapping-schema.ts'
import { parseMapping } from '../../../lib/secrets/parse-mapping.ts'

test('the schema beside the action is the one that is checked', () => {
  const file = new URL('../../../actions/seed-secrets/mapping.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(MAPPING_SCHEMA)
})

test('Caliber’s mapping is one that could be given', () => {
  expect(parseMapping(JSON.stringify(CALIBER_MAPPING))).toEqual(CALIBER_MAPPING)
})

test('YAML and JSON mean the same, and defaults are filled in', () => {
  const wanted = {
    'redis-endpoint': { kind: 'output', output: 'redis', form: 'text' },
    'signing-key': { kind: 'random', bytes: 48, keep: 2 }
  }
  expect(
    parseMapping('redis-endpoint: {kind: output, output: redis}\nsigning-key:\n  kind: random\n')
  ).toEqual(wanted)
  expect(
    parseMapping('{"redis-endpoint":{"kind":"output","output":"redis"},"signing-key":{"kind":"random"}}')
  ).toEqual(wanted)
})

test.each([
  ['nothing', '{}', /fewer than 1/],
  ['a list', '- a', /must be object/],
  ['a broken line', 'a-b: [', /is no YAML: line 1/],
  ['a name twice', 'a-b: {kind: random}\na-b: {kind: random}', /DUPLICATE_KEY/],
  ['a name in capitals', 'A-B: {kind: random}', /\('A-B'\): it must match/],
  ['a path for a name', 'a/b: {kind: random}', /\('a\/b'\)/],
  ['no kind', 'a-b: {output: x}', /at a-b: it must have required property 'kind'/],
  ['an unknown kind', 'a-b: {kind: copy}', /must have a kind of output, documentdb-uri or random/],
  ['no output', 'a-b: {kind: output}', /required property 'output'/],
  ['an output that is no name', 'a-b: {kind: output, output: "a b"}', /at a-b → output/],
  ['an unknown field', 'a-b: {kind: random, length: 50}', /\('length'\)/],
  ['a literal value', 'a-b: {kind: output, output: x, value: hunter2}', /\('value'\)/],
  ['a short key', 'a-b: {kind: random, bytes: 16}', /at a-b → bytes: it must be >= 32/],
  ['too many earlier keys', 'a-b: {kind: random, keep: 9}', /at a-b → keep/],
  ['a URI without credentials', 'a-b: {kind: documentdb-uri, uri: x}', /required property 'credentials'/],
  ['a key among its own earlier ones', 'a-b: {kind: random, fallbacks: a-b}', /names the secret 'a-b' twice/],
  [
    'one list for two keys',
    'a-b: {kind: random, fallbacks: x-y}\nc-d: {kind: random, fallbacks: x-y}',
    /'x-y' twice/
  ]
])('a mapping with %s is refused', (_name, text, fault) => {
  expect(() => parseMapping(text)).toThrow(fault)
  expect(() => parseMapping(text)).not.toThrow(/hunter2/)
})
