/** Plans of one repository and its issues in memory. */
import { report, type Outcome } from '../../../actions/report-drift/src/act.ts'
import { parseInputs, type Inputs } from '../../../actions/report-drift/src/inputs.ts'
import type { Ports } from '../../../actions/report-drift/src/ports.ts'
import type { Fragment } from '../../../lib/fragment.ts'
import { NO_COUNTS } from '../../../lib/terraform/changes.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fragmentOf } from '../../fakes/fragments.ts'
import { type FakeIssues, fakeIssues } from '../../fakes/issues.ts'
import { fakeLog } from '../../fakes/terraform-exec.ts'

export type Given = Readonly<Record<string, string>>

export const clean = (stack: string): Fragment =>
  fragmentOf(stack, { counts: NO_COUNTS, hasChanges: false, sections: [] })
export const drifted = (stack: string, block = '- `x`'): Fragment =>
  fragmentOf(stack, { sections: [{ kind: 'update', title: '#### Update', blocks: [block], total: 1 }] })
export const failed = (stack: string): Fragment =>
  fragmentOf(stack, { status: 'failed', hasChanges: false, counts: NO_COUNTS, error: 'Error: no\nmore' })

export type Tracker = Omit<FakeIssues, 'ports'> &
  Readonly<{
    lines: readonly string[]
    run: (fragments: readonly Fragment[], inputs?: Given) => Promise<Outcome>
  }>

export function openTracker(): Tracker {
  const { ports: issuePorts, ...tracker } = fakeIssues()
  const { log, lines } = fakeLog()
  const ports = (fragments: readonly Fragment[]): Ports => ({
    ...issuePorts,
    readFragments: async () => fragments,
    run: { id: 100, url: 'https://github.com/acme/infra/actions/runs/100', sha: '01'.repeat(20) },
    clock: fakeClock(),
    log,
    signal: new AbortController().signal
  })
  return {
    ...tracker,
    lines,
    run: (fragments, inputs = {}) => report(inputsOf(inputs), ports(fragments))
  }
}

export const inputsOf = (given: Given = {}): Inputs =>
  parseInputs((name) => ({ 'github-token': 'ghs_job', ...given })[name] ?? '')

/** Titles of the open issues. */
export const openOnes = ({ issues }: Tracker): readonly string[] =>
  issues.filter(({ isOpen }) => isOpen).map(({ title }) => title)

/** How each stack stands, in a word. */
export const standingsOf = ({ rows }: Outcome): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ stack, standing }) => [stack, standing]))
