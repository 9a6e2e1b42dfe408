import { expect, test } from '@jest/globals'
import { isHashed } from '../../../actions/smoke/src/assets.ts'
import { curlCommand, digCommand } from '../../../actions/smoke/src/commands.ts'
import { failed, type Layer, passed } from '../../../actions/smoke/src/finding.ts'
import { percentile } from '../../../actions/smoke/src/latency.ts'
import { readPage } from '../../../actions/smoke/src/page.ts'
import { planSmoke } from '../../../actions/smoke/src/plan.ts'
import { parseInputs } from '../../../actions/smoke/src/inputs.ts'
import { judgeFindings } from '../../../actions/smoke/src/verdict.ts'

const broken = (layer: Layer, byRelease = false) =>
  failed({ url: 'https://a.test' }, layer, { layer, sentence: `${layer}.`, byRelease })

test('the lowest broken layer is named, and any release that is to blame asks for a rollback', () => {
  expect(judgeFindings([broken('assets', true), broken('tls'), broken('health')])).toMatchObject({
    layer: 'tls',
    rollback: true,
    others: 2
  })
  expect(judgeFindings([broken('dns')])).toMatchObject({ layer: 'dns', rollback: false, others: 0 })
  const well = passed({ url: 'https://a.test' }, { layer: 'dns', check: 'it', sentence: 'is.' })
  expect(judgeFindings([well])).toEqual({ kind: 'passed', warnings: 0 })
})

test.each([
  [[5], 5],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 100], 19],
  [[], 0]
])('p95 of %j is %d', (samples, p95) => {
  expect(percentile(samples, 0.95)).toBe(p95)
})

test.each([
  ['https://a.test/assets/index-BwDq3x9K.js', true],
  ['https://a.test/static/js/main.4f3d9c2b.chunk.js', true],
  ['https://a.test/favicon.ico', false],
  ['https://a.test/apple-touch-icon.png', false],
  ['https://a.test/service-worker.js', false]
])('%s is hashed: %s', (url, expected) => {
  expect(isHashed(url)).toBe(expected)
})

test('scripts and links of a page are read as browsers read them', () => {
  const page = `<!doctype html><base href="/app/">
    <script src="main.js"></script><script src="main.js"></script><script>let a = '<script src="no.js">'</script>
    <link rel="stylesheet" href="https://cdn.test/a.css"><link rel="modulepreload" href="/v.js">
    <link rel="preload" as="style" href="b.css"><link rel="canonical" href="/"><link rel="icon" href="data:,">`
  expect(readPage(page, 'https://a.test/')).toEqual([
    { url: 'https://a.test/app/main.js', kind: 'script' },
    { url: 'https://cdn.test/a.css', kind: 'style' },
    { url: 'https://a.test/v.js', kind: 'script' },
    { url: 'https://a.test/app/b.css', kind: 'style' }
  ])
})

test('the port of http is 80 beside 443, and is told by an http URL of the same host otherwise', async () => {
  const urls = 'https://a.test\nhttps://b.test:8443\nhttps://c.test:8443\nhttp://c.test:8080\nhttp://d.test'
  const inputs = await parseInputs((name) => (name === 'urls' ? urls : ''))
  const { courses } = planSmoke(inputs, 'nobody.invalid')
  expect(courses.map(({ host, secure, plainPort }) => [host, secure?.port, plainPort])).toEqual([
    ['a.test', 443, 80],
    ['b.test', 8443, undefined],
    ['c.test', 8443, 8080],
    ['d.test', undefined, 80]
  ])
})

test('commands can be typed as they are', () => {
  const course = { url: 'https://a.test', host: 'a.test', strangers: [] }
  expect(
    curlCommand({ course, address: '2001:db8::1', port: 443 }, { path: "/it's", hostHeader: 'b.test' })
  ).toBe(
    String.raw`curl -sS -i --resolve a.test:443:[2001:db8::1] -H 'Host: b.test' 'https://a.test:443/it'\''s'`
  )
  expect(digCommand(course, '[::1]:53')).toBe('dig @::1 -p 53 a.test')
})
