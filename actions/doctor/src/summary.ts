import { codeSpan, escapeInline, fence, tableHead, tableRow } from '../../../lib/markdown.ts'
import { logText } from '../../../lib/plain-text.ts'
import type { Report } from '../../../lib/runner.ts'
import type { Examination } from './examine.ts'
import { type Area, type Finding, isRed, type Verdict } from './finding.ts'

const ICONS: Readonly<Record<Verdict, string>> = {
  fails: '❌',
  unsafe: '⚠️',
  unchecked: '❔',
  advice: '💡',
  good: '✅'
}
const WORDS: Readonly<Record<Verdict, string>> = {
  fails: 'would fail',
  unsafe: 'not safe',
  unchecked: 'not checked',
  advice: 'could be better',
  good: 'good'
}
const VERDICTS = Object.keys(ICONS) as readonly Verdict[]
const AREAS: Readonly<Record<Area, string>> = {
  repository: 'OIDC and the suite',
  environments: 'Environments',
  settings: 'Variables and secrets',
  roles: 'Roles',
  account: 'AWS account'
}

/** Outputs, job summary and, when something would fail or is not safe, why the step is red. */
export function toReport(examination: Examination): Report {
  const { findings } = examination
  const count = (verdict: Verdict): number => findings.filter((one) => one.verdict === verdict).length
  const red = isRed(findings)
  return {
    outputs: {
      healthy: String(!red),
      fails: String(count('fails')),
      unsafe: String(count('unsafe')),
      unchecked: String(count('unchecked')),
      result: JSON.stringify(examination)
    },
    summary: renderSummary(examination),
    ...(red
      ? { failure: `${describeCounts(findings)}. The job summary says what and how it is mended.` }
      : {})
  }
}

/** The whole examination in Markdown: a table an area, then what to do, the gravest first. */
export function renderSummary({ repository, account, findings }: Examination): string {
  const about = account === undefined ? codeSpan(repository) : `${codeSpan(repository)} in account ${account}`
  return [
    `## ${isRed(findings) ? '❌' : '✅'} Doctor: ${about}`,
    `${describeCounts(findings)}.`,
    ...(Object.keys(AREAS) as Area[]).map((area) => renderArea(area, findings)),
    renderFixes(findings)
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** How many findings there are of each verdict, in words. */
export function describeCounts(findings: readonly Finding[]): string {
  return VERDICTS.map((verdict) => ({
    verdict,
    count: findings.filter((one) => one.verdict === verdict).length
  }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${WORDS[verdict]}`)
    .join(', ')
}

const byGravity = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((left, right) => VERDICTS.indexOf(left.verdict) - VERDICTS.indexOf(right.verdict))

function renderArea(area: Area, findings: readonly Finding[]): string {
  const own = byGravity(findings.filter((one) => one.area === area))
  if (own.length === 0) return ''
  const rows = own.map(({ verdict, about, says }) =>
    tableRow([ICONS[verdict], codeSpan(about), escapeInline(says)])
  )
  return [`### ${AREAS[area]}`, '', tableHead(['', 'about', 'finding']), ...rows].join('\n')
}

/** One fix for all findings that it mends. */
function renderFixes(findings: readonly Finding[]): string {
  const fixes = new Map<string, readonly Finding[]>()
  for (const finding of byGravity(findings)) {
    if (finding.fix === undefined || finding.verdict === 'good') continue
    const key = JSON.stringify(finding.fix)
    fixes.set(key, [...(fixes.get(key) ?? []), finding])
  }
  if (fixes.size === 0) return ''
  const items = [...fixes.values()].map((mended, at) => renderFix(mended, at + 1))
  return ['### What to do', ...items].join('\n\n')
}

function renderFix(mended: readonly Finding[], number: number): string {
  const [first] = mended
  const names = [...new Set(mended.map(({ about }) => codeSpan(about)))].join(', ')
  const run = first?.fix?.run
  return [
    `${number}. ${ICONS[first?.verdict ?? 'advice']} ${names}: ${escapeInline(first?.fix?.say ?? '')}`,
    ...(run === undefined ? [] : [indent(fence(run, 'sh'))])
  ].join('\n\n')
}

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '   ')

/** The findings as lines for a log or a terminal, what to do below each; nothing in them is a command to the runner. */
export function renderLines({ findings }: Examination): readonly string[] {
  return findings
    .flatMap(({ verdict, about, says, fix }) => [
      `${ICONS[verdict]} ${about}: ${says}`,
      ...(verdict === 'good' || fix === undefined ? [] : [`   → ${fix.say}`, ...indentRun(fix.run)])
    ])
    .map(logText)
}

const indentRun = (run: string | undefined): readonly string[] =>
  run === undefined ? [] : run.split('\n').map((line) => `     ${line}`)
