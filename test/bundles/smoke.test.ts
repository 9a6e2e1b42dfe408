import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type Authority, makeAuthority } from '../actions/smoke/authority.ts'
import { type NameServer, startNameServer } from '../actions/smoke/name-server.ts'
import { type Answers, type Reply, SAFE, type Site, startSite } from '../actions/smoke/site.ts'
import { parseOutputs } from '../chaos/outputs.ts'
import { runBundle, type StepResult } from './run-bundle.ts'

const HOST = 'api.acme.test'
const authority: Authority = makeAuthority()
let names: NameServer
const open: Site[] = []

beforeAll(async () => {
  names = await startNameServer({ [HOST]: ['127.0.0.1'] })
})
afterAll(() => names?.close())
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()))
})

/** A server that is gone after the test. */
async function track(starting: Promise<Site>): Promise<Site> {
  const site = await starting
  open.push(site)
  return site
}

/** With the authority's certificate for the host, unless another is named. */
const serve = (answers: Answers, issued = authority.issue({ names: [HOST] })): Promise<Site> =>
  track(startSite(answers, issued))

/** The listener of HTTP, as a load balancer has it. */
const serveRedirect = (reply: Reply): Promise<Site> => track(startSite(() => reply))

const redirect: Reply = { status: 301, headers: { location: `https://${HOST}:443/` } }

async function smoke(urls: string, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return runBundle({
    action: 'smoke',
    inputs: { urls, resolver: names.address, 'ca-file': 'ca.pem', timeout: '30s', ...inputs },
    files: { 'ca.pem': authority.pem }
  })
}

/** For what is waited for in vain: long enough for a busy machine to answer once. */
const SHORT = { timeout: '4s' }

const outputsOf = (step: StepResult): Readonly<Record<string, string>> => parseOutputs(step.outputs)
const url = ({ port }: Site, path = ''): string => `https://${HOST}:${port}${path}`

/** An API that knows its host; `page` answers before it. */
const api =
  (page: (path: string, count: number) => Reply | undefined = () => undefined): Answers =>
  (path, host, count) => {
    if (host !== HOST) return { status: 404, body: 'Not found' }
    const body = path === '/version' ? '{"version":"v2"}' : '{"status":"ok","checks":{"database":"ok"}}'
    return page(path, count) ?? { headers: { ...SAFE, 'content-type': 'application/json' }, body }
  }

const PAGE =
  '<!doctype html><html><link rel="stylesheet" href="/assets/app-9a8b7c6d.css"><script type="module" src="/assets/app-4f3d9c2b.js"></script></html>'
const page: Reply = {
  headers: {
    ...SAFE,
    'content-type': 'text/html',
    'cache-control': 'no-cache',
    'content-security-policy': "frame-ancestors 'none'"
  },
  body: PAGE
}
const kept = (type: string): Reply => ({
  headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
  body: '/**/'
})

/** A frontend; `fallback` answers for files that are not there. */
const frontend =
  (fallback: Reply, files: Readonly<Record<string, Reply>> = {}): Answers =>
  (path, host) => {
    if (host !== HOST) return { status: 403 }
    const all = {
      '/': page,
      '/assets/app-4f3d9c2b.js': kept('text/javascript'),
      '/assets/app-9a8b7c6d.css': kept('text/css'),
      ...files
    }
    return all[path as keyof typeof all] ?? fallback
  }

/** The step is red, and names this layer. */
function expectBroken(step: StepResult, layer: string, words: string): void {
  expect({ log: step.log, code: step.code }).toEqual({ log: expect.stringContaining(words), code: 1 })
  expect(outputsOf(step)).toMatchObject({ passed: 'false', 'failed-layer': layer })
  expect(step.summary).toContain(`**${layer}**`)
}

test('an API that is well passes in every layer, and JUnit and summary say so', async () => {
  const [site, plain] = [await serve(api()), await serveRedirect(redirect)]
  const step = await smoke(`${url(site)}\nhttp://${HOST}:${plain.port}`, {
    'expected-version': 'v2',
    'latency-budget': '10s',
    'isolation-hosts': 'other.acme.test',
    checks: 'health:\n  headers: {content-type: json}\n  json: {checks.database: ok}\nrequests: [{path: /}]',
    'junit-path': 'reports/smoke.xml'
  })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  const { result = '', ...outputs } = outputsOf(step)
  expect(outputs).toEqual({ passed: 'true', 'failed-layer': '' })
  expect(JSON.parse(result)).toMatchObject({
    outcome: 'passed',
    rollback: false,
    urls: [{ addresses: ['127.0.0.1'], latencies: [{ count: 20 }] }],
    failures: [],
    warnings: []
  })
  expect(step.summary).toContain('✅')
  expect(site.asked.filter((line) => line.endsWith(`${HOST}:${site.port} /version`))).toHaveLength(3)
  expect(site.asked).toContain('GET other.acme.test /healthz')
})

test('tcp: nothing listens', async () => {
  const site = await startSite(api())
  await site.close()
  expectBroken(await smoke(url(site), SHORT), 'tcp', 'the connection was refused')
})

test('tls: another name, a strange authority, an end that is past or near, and no TLS at all', async () => {
  const other = await serve(api(), authority.issue({ names: ['other.acme.test'] }))
  expectBroken(await smoke(url(other)), 'tls', `The certificate is for other.acme.test, not for ${HOST}`)
  const strange = await serve(api(), makeAuthority('Somebody').issue({ names: [HOST] }))
  expectBroken(await smoke(url(strange)), 'tls', 'The certificate of Somebody is not trusted')
  const past = await serve(api(), authority.issue({ names: [HOST], until: Date.now() - 60_000 }))
  expectBroken(await smoke(url(past)), 'tls', 'The certificate has ended on')
  const near = await serve(api(), authority.issue({ names: [HOST], until: Date.now() + 3.5 * 86_400_000 }))
  expectBroken(await smoke(url(near)), 'tls', 'The certificate ends in 3 days')
  const plain = await serveRedirect({ body: 'no TLS' })
  expectBroken(await smoke(url(plain)), 'tls', 'speaks no TLS')
})

test('tls: an end within three weeks is a warning', async () => {
  const soon = await serve(api(), authority.issue({ names: [HOST], until: Date.now() + 15.5 * 86_400_000 }))
  const step = await smoke(url(soon))
  expect(step.code).toBe(0)
  expect(step.log).toMatch(/::warning.*The certificate ends in 15 days/)
})

test('redirect: http that is served', async () => {
  const [site, plain] = [await serve(api()), await serveRedirect({ body: 'hello' })]
  const step = await smoke(`${url(site)}\nhttp://${HOST}:${plain.port}`)
  expectBroken(step, 'redirect', 'what is sent there can be read on the way')
})

test('http: the load balancer has no healthy target, then a row of good answers heals it', async () => {
  const unhealthy: Reply = {
    status: 503,
    headers: { server: 'awselb/2.0', 'content-type': 'text/html' },
    body: '<html><head><title>503 Service Temporarily Unavailable</title></head></html>'
  }
  const site = await serve(api(() => unhealthy))
  const step = await smoke(url(site), SHORT)
  expectBroken(step, 'http', 'the load balancer has no healthy target')
  expect(step.log).toContain('Next: aws elbv2 describe-target-health')
  expect(JSON.parse(outputsOf(step)['result'] ?? '')).toMatchObject({ rollback: true })

  const healing = await serve(api((_path, count) => (count === 1 ? unhealthy : undefined)))
  expect((await smoke(url(healing))).code).toBe(0)
})

test('http: a connection that is closed without an answer', async () => {
  const site = await serve(() => undefined)
  expectBroken(await smoke(url(site), SHORT), 'http', 'the connection was closed without an answer')
})

test('health: another JSON, and a security header that is missing', async () => {
  const site = await serve(api())
  const step = await smoke(url(site), {
    ...SHORT,
    checks: '{"health":{"json":{"checks.database":"degraded"}}}'
  })
  expectBroken(step, 'health', `its 'checks.database' is "ok", not "degraded"`)
  const bare = await serve(api(() => ({ body: 'ok' })))
  expectBroken(await smoke(url(bare)), 'health', 'has no Strict-Transport-Security')
})

test('version: old and new tasks side by side', async () => {
  const site = await serve(
    api((path, count) => (path === '/version' && count % 2 === 0 ? { body: '{"version":"v1"}' } : undefined))
  )
  const step = await smoke(url(site), { timeout: '6s', 'expected-version': 'v2' })
  expectBroken(step, 'version', 'Old and new tasks answer side by side')
})

test('assets: a frontend that is well, one that answers missing files with its page, one that lost a chunk', async () => {
  const well = await serve(frontend({ status: 404 }))
  const step = await smoke(url(well, '/'), { checks: 'assets: required' })
  expect({ code: step.code, log: step.log }).toMatchObject({ code: 0 })
  expect(well.asked.join('\n')).toMatch(/\/assets\/nope-[0-9a-f]{12}\.js/)

  const poisoned = await serve(frontend(page))
  expectBroken(await smoke(url(poisoned, '/')), 'assets', 'is answered with the page and 200')
  const torn = await serve(frontend({ status: 404 }, { '/assets/app-4f3d9c2b.js': { status: 404 } }))
  expectBroken(await smoke(url(torn, '/')), 'assets', '/assets/app-4f3d9c2b.js is 404')
})

test('isolation: a tenant that answers for another', async () => {
  const site = await serve((path) => api()(path, HOST, 0))
  const step = await smoke(url(site), { 'isolation-hosts': 'other.acme.test' })
  expectBroken(step, 'isolation', 'Host other.acme.test is served with 200')
  expect(step.summary).toContain("-H 'Host: other.acme.test'")
})

test('a dry run asks nothing', async () => {
  const site = await serve(api())
  const step = await smoke(url(site), { 'dry-run': 'true' })
  expect(step.code).toBe(0)
  expect(site.asked).toEqual([])
  expect(JSON.parse(outputsOf(step)['result'] ?? '')).toMatchObject({ outcome: 'planned' })
})

test('a file without certificates is refused before anything is asked', async () => {
  const site = await serve(api())
  const step = await runBundle({
    action: 'smoke',
    inputs: { urls: url(site), resolver: names.address, 'ca-file': 'ca.pem' },
    files: { 'ca.pem': 'nothing' }
  })
  expect({ code: step.code, log: step.log }).toEqual({
    code: 1,
    log: expect.stringContaining("Input 'ca-file' names 'ca.pem', which holds no certificate")
  })
  expect(site.asked).toEqual([])
})

test('a cancelled job proves nothing', async () => {
  const site = await serve(api(() => ({ status: 503, body: '' })))
  const step = await runBundle({
    action: 'smoke',
    inputs: { urls: url(site), resolver: names.address, 'ca-file': 'ca.pem', timeout: '5m' },
    files: { 'ca.pem': authority.pem },
    cancelAt: 'is 503'
  })
  expect(step.code).toBe(1)
  expect(step.log).toContain('Cancelled: nothing is proven')
  expect(JSON.parse(outputsOf(step)['result'] ?? '')).toMatchObject({ outcome: 'cancelled', rollback: false })
})
