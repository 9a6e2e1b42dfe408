import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../actions/deploy-frontend/src/inputs.ts'
import { UserError } from '../../../lib/errors.ts'

type Given = Readonly<Record<string, string>>
const parse = (given: Given) => {
  const all: Given = { bucket: 'acme-stg', 'build-dir': 'dist', ...given }
  return parseInputs((name) => all[name] ?? '')
}

test.each<[string, Given, string]>([
  ['no bucket', { bucket: ' ' }, "Input 'bucket' is required"],
  ['a bucket as a URL', { bucket: 's3://acme' }, "not a bucket's name alone"],
  ['a bucket as an ARN', { bucket: 'arn:aws:s3:::acme' }, "not a bucket's name alone"],
  ['a bucket with capitals', { bucket: 'Acme' }, "not a bucket's name alone"],
  ['a bucket with a dot', { bucket: 'www.acme' }, 'a dot would break TLS'],
  ['a build elsewhere', { 'build-dir': 'dist/../..' }, 'outside the repository'],
  ['nothing to deploy', { 'build-dir': '' }, "neither 'build-dir' nor 'rollback-to' is set"],
  ['a build and a rollback', { 'rollback-to': 'previous' }, 'are both set'],
  [
    'a rollback to a commit',
    { 'build-dir': '', 'rollback-to': 'abc1234' },
    "not 'previous' or a release's id"
  ],
  ['a prefix with a leading slash', { prefix: '/admin' }, "Input 'prefix' is '/admin'"],
  ['a prefix that leads up', { prefix: '../x' }, 'no dots'],
  ['a prefix with a dot', { prefix: 'v1.2/' }, 'the web could read the manifests'],
  ['a prefix of slashes', { prefix: 'a//b' }, "Input 'prefix' is 'a//b'"],
  ['a distribution by its host', { 'distribution-id': 'd1.cloudfront.net' }, "not a distribution's id"],
  ['a pattern that negates', { include: '!*.map' }, 'name what is left out in exclude'],
  ['a pattern with a leading slash', { exclude: '/assets/**' }, 'relative to the build'],
  ['a pattern that leads up', { include: '../**' }, 'leads out of the build'],
  ['a rule without a value', { 'cache-rules': 'assets/**' }, 'not <pattern> = <Cache-Control>'],
  ['a rule with an unknown directive', { 'cache-rules': '* = forever' }, "'forever', which is no directive"],
  ['a rule with a broken age', { 'cache-rules': '* = max-age=1d' }, "'max-age=1d', which is no directive"],
  [
    'a rule that smuggles a header',
    { 'cache-rules': '{"*": "no-cache\\r\\nx-amz-acl: public-read"}' },
    'no directive'
  ],
  ['rules that are a list', { 'cache-rules': '{"*": ["no-cache"]}' }, 'no object of texts'],
  ['no release kept', { 'keep-releases': '0' }, 'no whole number from 1 to 50'],
  ['a share over all', { 'max-delete-percent': '101' }, 'no whole number from 0 to 100'],
  ['a share with its sign', { 'max-delete-percent': '50%' }, 'no whole number'],
  ['no connection', { concurrency: '0' }, 'no whole number from 1 to 256'],
  ['a wait of words', { 'wait-for-invalidation': 'yes' }, 'no duration'],
  ['a wait too long', { 'wait-for-invalidation': '2h' }, 'which is not from 0s to 1h'],
  ['a flag of another language', { 'dry-run': 'ja' }, 'none of false, true']
])('%s is refused in a sentence', (_name, given, sentence) => {
  expect(() => parse(given)).toThrow(UserError)
  expect(() => parse(given)).toThrow(sentence)
})

test('what is left out has its default, and a prefix ends in a slash', () => {
  expect(parse({ prefix: 'admin' })).toEqual({
    bucket: 'acme-stg',
    prefix: 'admin/',
    target: { kind: 'build', folder: 'dist', include: [], exclude: [], cacheRules: [] },
    keepReleases: 5,
    maxDeletePercent: 50,
    waitMs: 600_000,
    concurrency: 64,
    dryRun: false,
    onlyFirst: false
  })
  expect(parse({ 'wait-for-invalidation': 'false' }).waitMs).toBe(0)
  expect(parse({ 'wait-for-invalidation': '90s' }).waitMs).toBe(90_000)
  expect(parse({ 'build-dir': '', 'rollback-to': 'previous' }).target).toEqual({
    kind: 'rollback',
    to: 'previous'
  })
})

test('rules are lines or an object, in order, and their directives are tidied', () => {
  const rules = [
    { pattern: 'assets/**', cacheControl: 'public, max-age=60' },
    { pattern: '*.html', cacheControl: 'no-store' }
  ]
  const lines = 'assets/** = Public,max-age=60\n# a remark\n*.html = no-store'
  const json = JSON.stringify({ 'assets/**': 'public, max-age=60', '*.html': 'no-store' })
  for (const text of [lines, json])
    expect(parse({ 'cache-rules': text }).target).toMatchObject({ cacheRules: rules })
})
