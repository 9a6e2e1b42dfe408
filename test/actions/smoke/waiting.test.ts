import { expect, test } from '@jest/globals'
import { answer, fault, found, run, shown, NOW } from './world.ts'

test('one bad answer begins the row anew', async () => {
  const { report, asked } = await run({
    answer: ({ path, hostHeader }, asks) =>
      path === '/healthz' && hostHeader === undefined && asks === 3 ? answer(502, { body: '' }) : undefined
  })
  expect(report.outputs['passed']).toBe('true')
  expect(
    asked.filter(({ path, hostHeader }) => path === '/healthz' && hostHeader === undefined)
  ).toHaveLength(6)
})

test('a port that opens late is waited for, and a name that is new', async () => {
  const { report, clock } = await run({
    connect: (_address, now) => (now < NOW + 20_000 ? fault('ECONNREFUSED') : undefined)
  })
  expect(report.failure).toBeUndefined()
  expect(clock.now() - NOW).toBeGreaterThanOrEqual(20_000)
})

test('nothing is waited for beyond the deadline of an address', async () => {
  const { report, clock } = await run({
    inputs: { timeout: '30s' },
    answer: ({ secure }) => (secure ? answer(503) : undefined)
  })
  expect(report.failure).toContain('within 30 s')
  expect(clock.now() - NOW).toBeLessThan(31_000)
})

test('the version must have arrived at every address', async () => {
  const { report, result } = await run({
    system: found('192.0.2.1', '192.0.2.2'),
    inputs: { 'expected-version': 'v2', timeout: '5s' },
    answer: ({ path, address }) =>
      path === '/version' && address === '192.0.2.2' ? answer(200, { body: 'v1' }) : undefined
  })
  expect(report.outputs['failed-layer']).toBe('version')
  expect(result['failures']).toEqual([
    expect.objectContaining({ address: '192.0.2.2', sentence: expect.stringContaining('tell v1 (3)') })
  ])
})

test('addresses of the zone’s own servers are asked, too', async () => {
  const { asked } = await run({ system: found('192.0.2.1'), authorities: [found('192.0.2.1', '192.0.2.9')] })
  expect(new Set(asked.map(({ address }) => address))).toEqual(new Set(['192.0.2.1', '192.0.2.9']))
})

test('a zone whose servers know the name as another name has been asked', async () => {
  const { report, result } = await run({ authorities: [{ kind: 'alias', name: 'lb.acme.net' }] })
  expect(report.failure).toBeUndefined()
  expect(result['warnings']).toEqual([])
})

test('every address is asked, however many there are', async () => {
  const many = Array.from({ length: 150 }, (_, at) => `192.0.2.${at + 1}`)
  const { report, asked, result } = await run({ system: found(...many) })
  expect(report.failure).toBeUndefined()
  expect(new Set(asked.map(({ address }) => address))).toEqual(new Set(many))
  expect(result['warnings']).toEqual([])
})

test('one address of many that is broken is found, also the last', async () => {
  const many = Array.from({ length: 150 }, (_, at) => `192.0.2.${at + 1}`)
  const { result } = await run({
    system: found(...many),
    answer: ({ address, secure }) => (secure && address === '192.0.2.150' ? fault('ECONNRESET') : undefined)
  })
  expect(result['failures']).toEqual([expect.objectContaining({ address: '192.0.2.150', layer: 'http' })])
})

test('a name that only this machine knows, and a certificate that ends soon, are warnings', async () => {
  const { report, result, lines } = await run({
    authorities: [fault('ENOTFOUND')],
    handshake: () => shown({ validTo: NOW + 15.5 * 86_400_000 })
  })
  expect(report.failure).toBeUndefined()
  expect(result['warnings']).toEqual([
    expect.objectContaining({ layer: 'dns', sentence: expect.stringContaining('known only here') }),
    expect.objectContaining({ layer: 'tls', sentence: expect.stringContaining('ends in 15 days') })
  ])
  expect(lines).toContainEqual(
    expect.stringContaining('https://api.acme.net at 192.0.2.1: The certificate ends')
  )
})

test('an IPv6 address is left out on a machine without IPv6', async () => {
  const { report, asked } = await run({
    system: found('192.0.2.1', '2001:db8::1'),
    connect: (address) => (address.includes(':') ? fault('ENETUNREACH') : undefined)
  })
  expect(report.failure).toBeUndefined()
  expect(asked.some(({ address }) => address.includes(':'))).toBe(false)
})

test('what is above a broken layer is not asked', async () => {
  const { asked, files } = await run({
    inputs: { 'junit-path': 'smoke.xml' },
    handshake: () => shown({ mistrust: 'CERT_UNTRUSTED' })
  })
  expect(asked.filter(({ secure }) => secure)).toEqual([])
  expect(files['smoke.xml']).toMatch(/<testsuite name="https:\/\/api\.acme\.net" tests="\d+" failures="1"/)
  expect(files['smoke.xml']).toContain('<skipped message="Not asked, since tls is broken."/>')
})

test('a dry run asks nothing and says what would be asked', async () => {
  const { report, asked, result } = await run({
    inputs: { 'dry-run': 'true', 'expected-version': 'v2', 'isolation-hosts': 'other.acme.net' }
  })
  expect(asked).toEqual([])
  expect(report.failure).toBeUndefined()
  expect(report.outputs).toMatchObject({ passed: 'false', 'failed-layer': '' })
  expect(result).toMatchObject({
    outcome: 'planned',
    steps: [
      "https://api.acme.net: every address that the runner's resolver and the authoritative servers gives, TCP and TLS on port 443, port 80 leads to https, /healthz is 200 3 times in a row, version v2 at /version, assets of the page, if it is one, Host other.acme.net is rejected, Host nobody-abc123.invalid is rejected."
    ]
  })
})

test('a cancelled job proves nothing and asks for no rollback', async () => {
  const cancel = new AbortController()
  const { report, result } = await run({
    signal: cancel.signal,
    answer: () => {
      cancel.abort(new Error('cancelled'))
      return answer(503)
    }
  })
  expect(report.failure).toContain('Cancelled: nothing is proven')
  expect(result).toMatchObject({ outcome: 'cancelled', passed: false, rollback: false })
})
