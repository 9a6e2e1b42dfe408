import { expect, test } from '@jest/globals'
import { casesOf, expectBroken, type Row } from './broken.ts'
import { answer, checks, run, type World } from './world.ts'

const PAGE = '<!doctype html><script type="module" src="/assets/app-4f3d9c2b.js"></script>'
const html = (body: string, control = 'no-cache') =>
  answer(200, {
    body,
    headers: { 'content-type': 'text/html', 'cache-control': control, 'x-frame-options': 'DENY' }
  })
const script = (control: string, type = 'text/javascript') =>
  answer(200, { body: 'x', headers: { 'content-type': type, 'cache-control': control } })

/** A frontend: its page, one script, and what it says of a file that never was. */
const frontend = (script_: ReturnType<typeof script>, missing = answer(404)): World => ({
  inputs: { urls: 'https://api.acme.net/' },
  answer: ({ secure, path, hostHeader }) => {
    if (!secure || hostHeader !== undefined) return undefined
    if (path === '/') return html(PAGE)
    return path.includes('nope-') ? missing : script_
  }
})

const IMMUTABLE = 'public, max-age=31536000, immutable'

const BROKEN: readonly Row[] = [
  [
    'health',
    '/healthz is 503, not 200: the application answered so. It says: {"status":"unavailable"}',
    true,
    { answer: ({ secure }) => (secure ? answer(503, { body: '{"status":"unavailable"}' }) : undefined) }
  ],
  [
    'health',
    `its 'checks.database' is "down", not "ok"`,
    true,
    {
      inputs: checks({ health: { json: { 'checks.database': 'ok' } } }),
      answer: ({ path }) =>
        path === '/healthz' ? answer(200, { body: '{"checks":{"database":"down"}}' }) : undefined
    }
  ],
  [
    'health',
    "its header Content-Type is 'application/json', without 'text/plain'",
    true,
    { inputs: checks({ health: { headers: { 'Content-Type': 'text/plain' } } }) }
  ],
  [
    'health',
    'p95 of 20 answers is 900 ms, over the budget of 500 ms',
    true,
    {
      inputs: { 'latency-budget': '500ms' },
      answer: ({ path, hostHeader }, asks) =>
        path === '/healthz' && hostHeader === undefined
          ? answer(200, { ms: asks % 5 === 0 ? 900 : 20 })
          : undefined
    }
  ],
  [
    'health',
    '/healthz has no X-Content-Type-Options: nosniff',
    false,
    {
      answer: ({ path, hostHeader }) =>
        path === '/healthz' && hostHeader === undefined
          ? answer(200, { headers: { 'x-content-type-options': '' } })
          : undefined
    }
  ],
  [
    'health',
    'is a page, not the state of an application',
    false,
    { answer: ({ secure }) => (secure ? html(PAGE) : undefined) }
  ],
  [
    'health',
    '/login is 500, not 200',
    true,
    {
      inputs: checks({ requests: [{ path: '/login' }] }),
      answer: ({ path }) => (path === '/login' ? answer(500, { body: 'oh' }) : undefined)
    }
  ],
  [
    'version',
    'the answers tell v1 (1), v2 (2). Old and new tasks answer side by side',
    true,
    {
      inputs: { 'expected-version': 'v2' },
      answer: ({ path }, asks) =>
        path === '/version' && asks % 3 === 0 ? answer(200, { body: '{"version":"v1"}' }) : undefined
    }
  ],
  ['version', 'Nothing here runs what was deployed', false, { inputs: { 'expected-version': 'v3' } }],
  ['assets', 'though its name has a hash', true, frontend(script('max-age=60'))],
  ['assets', 'which browsers do not take for a script', true, frontend(script(IMMUTABLE, 'text/plain'))],
  ['assets', 'the page stands in for it', true, frontend(script(IMMUTABLE, 'text/html'))],
  ['assets', 'is 404', true, frontend(answer(404))],
  ['assets', 'is answered with the page and 200', true, frontend(script(IMMUTABLE), html(PAGE))],
  ['assets', 'is no page', false, { inputs: checks({ assets: 'required' }) }],
  [
    'isolation',
    'Host other.acme.net is served with 200',
    true,
    {
      inputs: { 'isolation-hosts': 'other.acme.net' },
      answer: ({ hostHeader }) => (hostHeader === 'other.acme.net' ? answer(200) : undefined)
    }
  ],
  [
    'isolation',
    'Host nobody-abc123.invalid is led on with 301',
    true,
    { answer: ({ hostHeader }) => (hostHeader === undefined ? undefined : answer(301)) }
  ]
]

test.each(casesOf(BROKEN))('$layer: $words', async (one) => {
  await expectBroken(one)
})

test('a frontend is well when its page is not kept, its script is, and what is missing is missing', async () => {
  const { report, asked } = await run(frontend(script(IMMUTABLE)))
  expect(report.failure).toBeUndefined()
  expect(asked.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/assets/app-4f3d9c2b.js', '/assets/nope-abc123.js'])
  )
})

test('a page that browsers keep is wrong, and one without a policy is worth a warning', async () => {
  const { report, result } = await run({
    inputs: { urls: 'https://api.acme.net/' },
    answer: ({ secure, path, hostHeader }) => {
      if (!secure || hostHeader !== undefined) return undefined
      return path === '/' ? html('<!doctype html>', 'max-age=3600') : answer(404)
    }
  })
  expect(report.outputs['failed-layer']).toBe('assets')
  expect(report.failure).toContain('may be kept by browsers (Cache-Control: max-age=3600)')
  expect(result['warnings']).toEqual([
    expect.objectContaining({ sentence: '/ has no Content-Security-Policy.' })
  ])
})
