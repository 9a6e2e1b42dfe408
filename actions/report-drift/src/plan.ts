import type { Fragment } from '../../../lib/fragment.ts'
import type { Issue } from '../../../lib/github/issues.ts'
import { planIssue, planWithdrawal, type IssueStep } from '../../../lib/github/kept-issue.ts'
import { describeCounts } from '../../../lib/terraform/changes.ts'
import type { Inputs } from './inputs.ts'
import {
  driftOf,
  renderClean,
  renderDouble,
  renderDrift,
  renderGone,
  stackOf,
  titleOf,
  toldIn,
  type Run
} from './issue-text.ts'

/** One write that concerns a stack. */
export type Step = IssueStep & Readonly<{ stack: string }>

export type Standing = 'drifted' | 'accepted' | 'clean' | 'unknown' | 'postponed' | 'gone'

/**
 * How a stack stands, with its issue where there is one; `unknown`: its plan failed, or the state was locked; `gone`: it is
 * none any more, and its issue is open still.
 */
export type Row = Readonly<{ stack: string; standing: Standing; issue?: Issue; words: string }>

export type Plan = Readonly<{ rows: readonly Row[]; steps: readonly Step[] }>

/** What is known of a moment. */
export type Observed = Readonly<{
  fragments: readonly Fragment[]
  issues: readonly Issue[]
  run: Run
  today: string
}>

/** What is to be written so that every drifted stack has one open issue, and no other stack has one. */
export function planReport(inputs: Inputs, observed: Observed): Plan {
  const known = issuesByStack(observed.issues)
  const parts = observed.fragments
    .filter(({ stack }) => !inputs.ignored.includes(stack))
    .toSorted((one, other) => (one.stack < other.stack ? -1 : 1))
    .map((fragment) => planStack(fragment, known.get(fragment.stack)?.[0], observed))
  const doubles = [...known].flatMap(([stack, [kept, ...others]]) =>
    kept === undefined
      ? []
      : others.filter(({ isOpen }) => isOpen).map((issue) => withdraw(stack, issue, kept.number))
  )
  const gone = [...known].flatMap(([stack, [issue]]) => planGone(stack, issue, { inputs, observed }))
  const all = [...parts, ...gone]
  const steps = [...all.flatMap(({ step }) => step ?? []), ...doubles]
  return limited({ rows: all.map(({ row }) => row), steps }, inputs)
}

/** Of a stack that was decommissioned no plan ever says that it is clean. */
function planGone(
  stack: string,
  issue: Issue | undefined,
  { inputs: { known, ignored }, observed }: Readonly<{ inputs: Inputs; observed: Observed }>
): readonly Part[] {
  const { fragments, run, today } = observed
  const isThere = [...ignored, ...(known ?? [stack]), ...fragments.map((one) => one.stack)].includes(stack)
  if (isThere || issue === undefined) return []
  const { step } = planIssue(issue, undefined, { kind: 'clean', body: renderGone(stack, run, today) })
  const row: Row = { stack, issue, standing: 'gone', words: 'none of the stacks that there are' }
  return step === undefined ? [] : [partOf(row, step)]
}

/** Of several issues of one stack the oldest is the stack's. */
function issuesByStack(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const known = new Map<string, Issue[]>()
  for (const issue of issues.toSorted((one, other) => one.number - other.number)) {
    const stack = stackOf(issue.body)
    if (stack !== undefined) known.set(stack, [...(known.get(stack) ?? []), issue])
  }
  return known
}

type Part = Readonly<{ row: Row; step?: Step }>

function planStack(fragment: Fragment, issue: Issue | undefined, observed: Observed): Part {
  const { stack, status, hasChanges, counts, error = '' } = fragment
  const about = { stack, ...(issue === undefined ? {} : { issue }) }
  if (status !== 'planned')
    return { row: { ...about, standing: 'unknown', words: error.split('\n', 1)[0] || status } }
  if (!hasChanges && counts.drift === 0) return planClean(about, observed)
  const row: Row = { ...about, standing: 'drifted', words: describeCounts(counts) }
  return planDrifted(row, fragment, observed)
}

function planDrifted(row: Row, fragment: Fragment, { run, today }: Observed): Part {
  const { stack, issue } = row
  const body = renderDrift(fragment, run, today)
  const wanted = { kind: 'trouble', state: driftOf(fragment), title: titleOf(stack), body } as const
  const { step, isAccepted } = planIssue(issue, toldIn(issue?.body ?? ''), wanted)
  return partOf(isAccepted ? { ...row, standing: 'accepted' } : row, step)
}

function planClean(
  about: Readonly<{ stack: string; issue?: Issue }>,
  { run, today }: Readonly<{ run: Run; today: string }>
): Part {
  const { stack, issue } = about
  const { step } = planIssue(issue, undefined, { kind: 'clean', body: renderClean(stack, run, today) })
  return partOf({ ...about, standing: 'clean', words: 'as the code says' }, step)
}

const partOf = (row: Row, step: IssueStep | undefined): Part =>
  step === undefined ? { row } : { row, step: { ...step, stack: row.stack } }

const withdraw = (stack: string, issue: Issue, kept: number): Step => ({
  ...planWithdrawal(issue, renderDouble(kept)),
  stack
})

/** No more new issues than one run may open; the next run goes on. */
function limited({ rows, steps }: Plan, { mostOpened }: Inputs): Plan {
  const opened = steps.filter(({ kind }) => kind === 'open').map(({ stack }) => stack)
  const late = new Set(opened.slice(mostOpened))
  return {
    rows: rows.map((row) => (late.has(row.stack) ? { ...row, standing: 'postponed' } : row)),
    steps: steps.filter(({ kind, stack }) => kind !== 'open' || !late.has(stack))
  }
}
