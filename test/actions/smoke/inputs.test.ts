import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { DEFAULT_CHECKS } from '../../../actions/smoke/src/checks.ts'
import { CHECKS_SCHEMA } from '../../../actions/smoke/src/checks-schema.ts'
import { parseInputs } from '../../../actions/smoke/src/inputs.ts'

const GOOD = { urls: 'https://api.acme.test' }
const parse = (inputs: Readonly<Record<string, string>>) => parseInputs((name) => inputs[name] ?? '')

test('what is left out has a default', async () => {
  expect(await parse(GOOD)).toEqual({
    urls: [
      { name: 'https://api.acme.test', scheme: 'https', host: 'api.acme.test', port: 443, path: '/healthz' }
    ],
    attempts: 3,
    timeoutMs: 120_000,
    isolationHosts: [],
    dryRun: false,
    checks: DEFAULT_CHECKS
  })
})

test('subdomain and domain are one URL', async () => {
  const { urls } = await parse({
    subdomain: 'acme-stg',
    domain: 'hicaliber.net',
    'health-path': '/up?deep=1'
  })
  expect(urls).toEqual([
    {
      name: 'https://acme-stg.hicaliber.net',
      scheme: 'https',
      host: 'acme-stg.hicaliber.net',
      port: 443,
      path: '/up?deep=1'
    }
  ])
})

test('a URL has its own port and path, if only /', async () => {
  const { urls } = await parse({
    urls: '# frontends\nhttps://app.acme.test/\nhttps://[::1]:8443/up\nhttp://app.acme.test:8080'
  })
  expect(urls.map(({ scheme, host, port, path }) => [scheme, host, port, path])).toEqual([
    ['https', 'app.acme.test', 443, '/'],
    ['https', '::1', 8443, '/up'],
    ['http', 'app.acme.test', 8080, '/healthz']
  ])
})

test.each([
  ['10.0.0.2', '10.0.0.2:53'],
  ['10.0.0.2:5353', '10.0.0.2:5353'],
  ['::1', '[::1]:53'],
  ['[::1]:5353', '[::1]:5353']
])('the resolver %s is asked at %s', async (resolver, expected) => {
  expect(await parse({ ...GOOD, resolver })).toMatchObject({ resolver: expected })
})

test('checks may be YAML or JSON, and what they leave out keeps its default', async () => {
  expect((await parse({ ...GOOD, checks: '{}' })).checks).toEqual(DEFAULT_CHECKS)
  const { checks } = await parse({
    ...GOOD,
    checks: 'health:\n  json: {checks.database: ok}\nassets: required'
  })
  expect(checks).toEqual({
    ...DEFAULT_CHECKS,
    health: { status: 200, headers: {}, json: { 'checks.database': 'ok' } },
    assets: 'required'
  })
})

test('the schema beside the action is the one that is used', () => {
  const file = new URL('../../../actions/smoke/checks.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(CHECKS_SCHEMA)
})

test.each([
  [{ urls: '' }, "Input 'urls' is empty, so there is nothing to ask"],
  [{ urls: 'api.acme.test' }, "Input 'urls' has 'api.acme.test', which is no URL"],
  [{ urls: 'ftp://api.acme.test' }, 'which is neither https nor http'],
  [{ urls: 'https://me:secret@api.acme.test' }, "'https://…@api.acme.test', which has a user or a password"],
  [{ urls: 'https://api.acme.test/#top' }, 'whose part behind # no server ever sees'],
  [{ urls: 'https://*.acme.test' }, 'which has no host of its own'],
  [{ urls: 'https://a.test\nhttps://a.test:443' }, "Input 'urls' has https://a.test twice"],
  [{ subdomain: 'acme', domain: 'hicaliber.net' }, "Input 'urls' and subdomain with domain both say"],
  [{ urls: '', subdomain: 'acme' }, "Input 'domain' is empty, but subdomain and domain go together"],
  [{ urls: '', subdomain: 'Acme_1', domain: 'hicaliber.net' }, "Input 'subdomain' is 'Acme_1'"],
  [
    { urls: '', subdomain: 'acme', domain: 'https://hicaliber.net' },
    "Input 'domain' is 'https://hicaliber.net'"
  ],
  [{ 'health-path': 'healthz' }, "Input 'health-path' is 'healthz', which is not a path that begins with /"],
  [{ attempts: '0' }, "Input 'attempts' is '0', which is no whole number from 1 to 100"],
  [{ timeout: '30' }, "Input 'timeout' is '30', which is no duration"],
  [{ timeout: '2h' }, "Input 'timeout' is '2h', which is not from 1s to 1h"],
  [{ 'latency-budget': '2m' }, "Input 'latency-budget' is '2m'"],
  [{ 'expected-version': 'v1 or v2' }, "Input 'expected-version' is 'v1 or v2', which is not a version"],
  [
    { 'isolation-hosts': 'https://b.test' },
    "Input 'isolation-hosts' has 'https://b.test', which is not a host"
  ],
  [{ 'isolation-hosts': 'api.acme.test' }, "which is a host of 'urls' itself"],
  [{ 'junit-path': '../smoke.xml' }, "Input 'junit-path' is '../smoke.xml'"],
  [{ 'junit-path': 'smoke.json' }, 'which is not the name of an .xml file within the workspace'],
  [{ resolver: 'dns.acme.test' }, "Input 'resolver' is 'dns.acme.test'"],
  [{ resolver: '10.0.0.2:70000' }, 'which is not the address of a DNS server'],
  [{ 'ca-file': '/etc/ssl/ca.pem' }, "Input 'ca-file' is '/etc/ssl/ca.pem'"],
  [{ checks: 'health: [' }, "Input 'checks' is no YAML"],
  [{ checks: 'helth: {}' }, "Input 'checks' is wrong ('helth')"],
  [{ checks: 'health: {status: ok}' }, "Input 'checks' is wrong at health → status: it must be integer"],
  [{ checks: 'assets: sometimes' }, '(auto, required, off)'],
  [{ checks: 'certificate: {warn-days: 3}' }, 'Let warn-days be the larger'],
  [{ checks: 'requests: [{method: GET}]' }, "it must have required property 'path'"],
  [{ 'dry-run': 'yes' }, "Input 'dry-run' is 'yes', which is none of false, true"]
])('%j is refused before anything is asked', async (inputs, sentence) => {
  await expect(parse({ ...GOOD, ...inputs })).rejects.toThrow(sentence)
})
