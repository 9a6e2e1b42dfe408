import type { Issue, IssueChange } from './issues.ts'

/** One write that brings the issue of a thing in line: a new issue, or a change of one. */
export type IssueStep =
  | Readonly<{ kind: 'open'; title: string; body: string }>
  | Readonly<{ kind: 'update' | 'reopen' | 'close' | 'withdraw'; issue: Issue; change: IssueChange }>

/** What the issue is to tell: a trouble, by a `state` that is the same for the same trouble, or that there is none. */
export type Wanted =
  | Readonly<{ kind: 'trouble'; state: string; title: string; body: string }>
  | Readonly<{ kind: 'clean'; body: string }>

/** `isAccepted`: somebody closed the issue of this very trouble as not planned. */
export type Verdict = Readonly<{ step?: IssueStep; isAccepted: boolean }>

/** What is to be written so that the trouble has one open issue, and nothing is written of what it tells already. */
export function planIssue(issue: Issue | undefined, told: string | undefined, wanted: Wanted): Verdict {
  if (wanted.kind === 'clean') return { ...planClean(issue, wanted.body), isAccepted: false }
  const { state, title, body } = wanted
  if (issue === undefined) return { step: { kind: 'open', title, body }, isAccepted: false }
  const isSame = told === state
  if (issue.isOpen)
    return { ...(isSame ? {} : { step: { kind: 'update', issue, change: { body } } }), isAccepted: false }
  if (isSame && issue.reason === 'not_planned') return { isAccepted: true }
  return { step: { kind: 'reopen', issue, change: { state: 'open', body } }, isAccepted: false }
}

function planClean(issue: Issue | undefined, body: string): Readonly<{ step?: IssueStep }> {
  if (issue?.isOpen !== true) return {}
  return { step: { kind: 'close', issue, change: { state: 'closed', state_reason: 'completed', body } } }
}

/** Takes a second issue of one thing back. */
export const planWithdrawal = (issue: Issue, body: string): IssueStep => ({
  kind: 'withdraw',
  issue,
  change: { state: 'closed', state_reason: 'not_planned', body }
})

export type IssuePorts = Readonly<{
  openIssue: (
    words: Readonly<{ title: string; body: string }>
  ) => Promise<Readonly<{ number: number; url: string }>>
  changeIssue: (number: number, change: IssueChange) => Promise<void>
}>

/** Writes one step; resolves with the issue that it is about. */
export async function sendIssueStep(
  step: IssueStep,
  { openIssue, changeIssue }: IssuePorts
): Promise<Readonly<{ number: number; url: string }>> {
  if (step.kind === 'open') return openIssue({ title: step.title, body: step.body })
  const { number, url } = step.issue
  await changeIssue(number, step.change)
  return { number, url }
}
