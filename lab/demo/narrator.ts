/** How a story of the lab is told: what is said, who is asked, and what is remembered of it. */
import type { Lab } from '../lab.ts'
import type { Milestone } from '../report/report-data.ts'
import type { RunResult } from '../runner/ports.ts'

/** A deployment that waits for a person; `approve` lets it go on, `reject` ends it. */
export type Waiting = Readonly<{ environment: string; runId: number }>
export type Verdict = Readonly<{ state: 'approved' | 'rejected'; comment: string; user: string }>

export type Narrator = Readonly<{
  /** A heading: what happens next. */
  chapter: (title: string) => void
  say: (text: string) => void
  /** Asks the reviewer; called while the apply job waits. */
  review: (waiting: Waiting) => Promise<Verdict>
}>

type Mark = (title: string) => void

/** The moments of a story, in their order. */
export function keepMilestones(): Readonly<{ milestones: readonly Milestone[]; mark: Mark }> {
  const milestones: Milestone[] = []
  return { milestones, mark: (title) => void milestones.push({ at: Date.now(), title }) }
}

/** Lets the narrator's reviewer answer whenever a deployment waits. */
export function answerReviews(lab: Lab, narrator: Narrator, mark: Mark): void {
  lab.github.onPendingReview((pending) => {
    const answer = narrator.review({ environment: pending.environment, runId: pending.runId })
    void answer.then((verdict) => {
      mark(`${verdict.user} ${verdict.state} the deployment to ${pending.environment}`)
      return lab.github.people.review({ ...pending, ...verdict })
    })
  })
}

export const allGreen = (runs: readonly RunResult[]): boolean =>
  runs.length > 0 && runs.every((run) => run.conclusion === 'success')

const OPENING_LINES = 24

/** The first lines of a text in Markdown; the page has it whole. */
export function opening(markdown: string): string {
  const lines = markdown
    .replaceAll(/^<!--.*-->$/gm, '')
    .trim()
    .split('\n')
  const shown = lines.slice(0, OPENING_LINES).map((line) => `   ${line}`)
  const rest = lines.length - OPENING_LINES
  return [...shown, ...(rest > 0 ? [`   … ${rest} more lines, in the report`] : [])].join('\n')
}
