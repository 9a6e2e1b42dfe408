/** Issues and plans of one repository in memory, with ports that tests look into. */
import { report, type Outcome } from '../../../actions/report-drift/src/act.ts'
import { parseInputs } from '../../../actions/report-drift/src/inputs.ts'
import type { Ports } from '../../../actions/report-drift/src/ports.ts'
import type { Fragment } from '../../../lib/fragment.ts'
import type { Issue } from '../../../lib/github/issues.ts'
import { NO_COUNTS } from '../../../lib/terraform/changes.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fragmentOf } from '../../fakes/fragments.ts'
import { fakeLog } from '../../fakes/terraform-exec.ts'

export type Given = Readonly<Record<string, string>>
type Kept = { -readonly [K in keyof Issue]: Issue[K] }

export const clean = (stack: string): Fragment =>
  fragmentOf(stack, { counts: NO_COUNTS, hasChanges: false, sections: [] })
export const drifted = (stack: string, block = '- `x`'): Fragment =>
  fragmentOf(stack, { sections: [{ kind: 'update', title: '#### Update', blocks: [block], total: 1 }] })
export const failed = (stack: string): Fragment =>
  fragmentOf(stack, { status: 'failed', hasChanges: false, counts: NO_COUNTS, error: 'Error: no\nmore' })

type Hook = (call: string) => unknown

export type Tracker = Readonly<{
  issues: Kept[]
  /** What was written: `open web`, `change 1`. */
  writes: readonly string[]
  lines: readonly string[]
  /** Called before each request and after it; what it throws is the answer. */
  hooks: { before: Hook; after: Hook }
  run: (fragments: readonly Fragment[], inputs?: Given) => Promise<Outcome>
}>

export function openTracker(): Tracker {
  const issues: Kept[] = []
  const writes: string[] = []
  const hooks: { before: Hook; after: Hook } = { before: () => undefined, after: () => undefined }
  const { log, lines } = fakeLog()
  const serve = async <T>(call: string, work: () => T): Promise<T> => {
    await hooks.before(call)
    const answer = work()
    await hooks.after(call)
    return answer
  }
  const ports = (fragments: readonly Fragment[]): Ports => ({
    readFragments: async () => fragments,
    listIssues: () => serve('list', () => issues.map((issue) => ({ ...issue }))),
    openIssue: ({ title, body }) =>
      serve('open', () => {
        const number = issues.length + 1
        issues.push({ number, url: `https://x/${number}`, title, body, isOpen: true, reason: '' })
        writes.push(`open ${number}`)
        return { number, url: `https://x/${number}` }
      }),
    changeIssue: (number, change) =>
      serve(`change ${number}`, () => {
        const issue = issues.find((one) => one.number === number)
        if (issue === undefined) throw new Error(`no issue ${number}`)
        writes.push(`change ${number}`)
        Object.assign(issue, {
          body: change.body ?? issue.body,
          isOpen: change.state === undefined ? issue.isOpen : change.state === 'open',
          reason: change.state_reason ?? ''
        })
      }),
    run: { id: 100, url: 'https://github.com/acme/infra/actions/runs/100', sha: '01'.repeat(20) },
    clock: fakeClock(),
    log,
    signal: new AbortController().signal
  })
  return {
    issues,
    writes,
    lines,
    hooks,
    run: (fragments, inputs = {}) =>
      report(
        parseInputs((name) => ({ 'github-token': 'ghs_job', ...inputs })[name] ?? ''),
        ports(fragments)
      )
  }
}

/** How each stack stands, in a word. */
export const standingsOf = ({ rows }: Outcome): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ stack, standing }) => [stack, standing]))
