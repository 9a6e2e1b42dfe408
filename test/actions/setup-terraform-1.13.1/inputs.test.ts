import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/setup-terraform-1.13.1/src/inputs.ts'

const parse = (values: Record<string, string>): unknown => parseInputs((name) => values[name] ?? '')

test('without inputs Terraform comes from the release server within two minutes an attempt', () => {
  expect(parse({})).toEqual({
    workingDirectory: '.',
    source: { kind: 'release', mirror: 'https://releases.hashicorp.com', timeoutMs: 120_000 }
  })
})

test('a mirror loses its trailing slash and keeps its path', () => {
  expect(parse({ mirror: 'https://mirror.example.com/hashicorp/' })).toMatchObject({
    source: { mirror: 'https://mirror.example.com/hashicorp' }
  })
})

test('a binary is taken as it is written', () => {
  expect(parse({ binary: 'terraform', 'working-directory': 'stacks/a' })).toEqual({
    workingDirectory: 'stacks/a',
    source: { kind: 'binary', binary: 'terraform' }
  })
})

test.each([
  [
    'a mirror that is no URL',
    { mirror: 'mirror.example.com' },
    /'mirror' is 'mirror.example.com', which is no URL/
  ],
  ['a mirror of another scheme', { mirror: 'ftp://mirror' }, /neither https nor http/],
  ['a mirror on disk', { mirror: 'file:///srv/mirror' }, /neither https nor http/],
  ['a mirror with a query', { mirror: 'https://mirror/?a=b' }, /query or a fragment/],
  ['a mirror with a fragment', { mirror: 'https://mirror/#a' }, /query or a fragment/],
  ['a mirror beside a binary', { mirror: 'https://mirror', binary: 'terraform' }, /exclude each other/],
  ['a binary of two lines', { binary: 'terraform\nrm' }, /more than one line/],
  ['a timeout without a unit', { timeout: '90' }, /no duration/],
  ['a timeout in words', { timeout: 'forever' }, /no duration/],
  ['no time at all', { timeout: '0s' }, /not from 1ms to 1h/],
  ['a timeout in words beside a binary', { timeout: 'abc', binary: 'terraform' }, /no duration/],
  ['no time at all beside a binary', { timeout: '0s', binary: 'terraform' }, /not from 1ms to 1h/],
  ['a timeout of a day', { timeout: '24h' }, /not from 1ms to 1h/],
  [
    'a working directory above the workspace',
    { 'working-directory': 'a/../../b' },
    /outside of the workspace/
  ],
  ['an absolute working directory', { 'working-directory': '/etc' }, /outside of the workspace/]
])('%s is refused', (_what, values, message) => {
  expect(() => parse(values)).toThrow(message)
})

test('credentials in a mirror are refused without repeating them', () => {
  const values = { mirror: 'https://user:hunter22@mirror.example.com' }
  expect(() => parse(values)).toThrow(/holds credentials/)
  expect(() => parse(values)).not.toThrow(/hunter22/)
})
