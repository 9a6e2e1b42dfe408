import { expect, test } from '@jest/globals'
import type { ReportData } from '../../../lab/report/report-data.ts'
import { renderReport } from '../../../lab/report/report.ts'
import { SAMPLE } from './sample-report.ts'

const page = renderReport(SAMPLE)
const headings = (html: string): string[] =>
  [...html.matchAll(/<section>\s*<h2>(.*?)<\/h2>/g)].map(([, title]) => title ?? '')
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length

test('the page tells the story from top to bottom', () => {
  expect(headings(page)).toEqual([
    'What ran',
    'What the pull request was told',
    'What the gate attested',
    'What exists now',
    'Who called AWS',
    'Annotations',
    'Summaries of the other jobs',
    'What it ran on',
    'What this shows, and what it does not'
  ])
  expect(page).toContain('<h1>Keep Acme’s logs for 90 days</h1>')
  expect(page).toContain('1 min 38 s')
})

test('the page needs nothing but itself', () => {
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object)\b|@import|url\(|\ssrc=/)
  expect(page).not.toContain('127.0.0.1')
  expect(page).not.toContain('undefined')
  expect(page).not.toContain('[object')
})

test('every run, job and step has its bar; a wait is drawn apart', () => {
  expect(count(page, /<article class="run"/g)).toBe(2)
  expect(count(page, /class="bar waiting"/g)).toBe(2)
  const bars = SAMPLE.runs
    .flatMap((run) => run.jobs)
    .reduce((sum, { steps, ending }) => sum + (ending === 'skipped' ? 0 : 1 + steps.length), 0)
  expect(count(page, /class="bar success"/g)).toBe(bars)
  expect(page).toContain('Skipped: offline checks for forks')
})

test('bars lie within their track', () => {
  const bars = [...page.matchAll(/class="bar [a-z]+"\s+style="left:([\d.]+)%;width:([\d.]+)%"/g)]
  expect(bars.length).toBeGreaterThan(20)
  for (const [, left, width] of bars) expect(Number(left) + Number(width)).toBeLessThanOrEqual(100.001)
})

test('calls are counted by role, whatever the session, and denials stand out', () => {
  expect(page).toMatch(/caliber-plan<\/span>[\s\S]*?<span class="time">282<\/span>/)
  expect(page).toContain('3 calls denied')
})

test('a denied call says what was asked for, on what and why, before all calls', () => {
  const denials = [...page.matchAll(/<div class="annotation error denied">([^]*?)<\/div>/g)].map(
    ([, text]) => text
  )
  expect(denials).toHaveLength(1)
  for (const words of [
    'Denied: kms:Decrypt',
    'caliber-plan · 3 times',
    'arn:aws:kms:us-east-1:123456789012:key/1f0e',
    'implicit-deny: no statement of its policies allows it'
  ])
    expect(denials[0]).toContain(words)
  expect(page.indexOf('Denied: kms:Decrypt')).toBeLessThan(page.indexOf('class="card calls"'))
})

test('every permission is listed with the statement that decided, and how long its calls took', () => {
  expect(page).toMatch(
    /<code>ec2:Any<\/code><\/td>\s*<td>\*<\/td>\s*<td>policy caliber-read, statement Readec2<\/td>\s*<td>211<\/td>\s*<td>0.8 s<\/td>/
  )
})

test('the same annotation of two runs is said once', () => {
  expect(count(page, /class="annotation warning"/g)).toBe(1)
  expect(page).toMatch(/ci-plan · plan[^<]*, ci-apply · plan/)
})

test('what was onboarded comes first: its page in a frame where nothing runs, its answers, the form, the registry', () => {
  const told = renderReport({
    ...SAMPLE,
    site: {
      address: 'https://www.acme-stg.hicaliber.net/',
      html: '<h1 title="x">Ready</h1><script>alert(1)</script>',
      answers: [
        { address: 'https://acme-stg.hicaliber.net/healthz', status: 200, text: '{"status":"ok"}' },
        { address: 'https://acme-stg.hicaliber.net/version', status: 503, text: '' }
      ],
      smoke: '| layer | result |\n| --- | --- |\n| DNS | answers |'
    },
    form: [{ name: 'client', value: 'Acme' }],
    proposal: { number: 1, title: 'Register stg/acme', author: 'github-actions', markdown: 'One file.' }
  })
  expect(headings(told).slice(0, 3)).toEqual(['What its visitors see', 'What was filled in', 'What ran'])
  expect(headings(told)).toContain('What the registry was proposed')
  expect(told).toContain(
    '<iframe sandbox="" title="https://www.acme-stg.hicaliber.net/" srcdoc="&lt;h1 title=&quot;x&quot;&gt;Ready&lt;/h1&gt;&lt;script&gt;'
  )
  expect(told).toMatch(/mark success">✓<\/span> <b>200<\/b>/)
  expect(told).toMatch(/mark failure">✗<\/span> <b>503<\/b>/)
  expect(told).toContain('<td>answers</td>')
  expect(told).toMatch(/<b>github-actions<\/b> <span class="bot">bot<\/span> opened <b>#1<\/b>/)
})

const bare: ReportData = {
  title: 'x < y & "z"',
  repository: 'o/r',
  verdict: { good: false, sentence: 'Refused: <plan-changed>' },
  milestones: [],
  runs: [],
  resources: [],
  calls: [],
  environment: [],
  verified: []
}

test('a story without anything is a page without sections', () => {
  const empty = renderReport(bare)
  expect(headings(empty)).toEqual([])
  expect(empty).toContain('<h1>x &lt; y &amp; &quot;z&quot;</h1>')
  expect(empty).toContain('class="verdict failure">Refused: &lt;plan-changed&gt;')
  expect(empty).not.toMatch(/NaN|Infinity/)
})

test('a run of no length is drawn without a fault', () => {
  const [run] = SAMPLE.runs
  if (run === undefined) throw new Error('The sample has no run.')
  const still = renderReport({ ...bare, runs: [{ ...run, finishedAt: run.startedAt }] })
  expect(still).not.toMatch(/NaN|Infinity/)
})

test('names from the repository are escaped wherever they are shown', () => {
  const [run] = SAMPLE.runs
  const evil = '<img src=x onerror=alert(1)>'
  if (run === undefined) throw new Error('The sample has no run.')
  const html = renderReport({
    ...bare,
    runs: [
      { ...run, name: evil, cause: evil, actor: evil, jobs: run.jobs.map((job) => ({ ...job, name: evil })) }
    ],
    resources: [{ service: evil, type: evil, id: evil, name: evil }],
    calls: [
      {
        principal: evil,
        service: evil,
        action: evil,
        error: '',
        iamAction: evil,
        resource: evil,
        decision: 'explicit-deny',
        decidedBy: evil,
        milliseconds: 1
      }
    ],
    comment: { number: 1, title: evil, author: evil, markdown: evil },
    proposal: { number: 1, title: evil, author: evil, markdown: evil },
    form: [{ name: evil, value: evil }],
    site: {
      address: evil,
      html: evil,
      answers: [{ address: evil, status: 200, text: evil }],
      smoke: evil
    },
    milestones: [{ at: 0, title: evil, detail: evil }],
    environment: [{ name: evil, value: evil }]
  })
  expect(html).not.toContain('<img')
})
