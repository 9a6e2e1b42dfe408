/** The first pull request, from its branch to what exists on AWS: told once, for the demo and for its test. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lab } from '../lab.ts'
import type { Milestone } from '../report/report-data.ts'
import type { RunResult } from '../runner/ports.ts'
import { AUTHOR, merge, propose, REPOSITORY, TENANT_FILE } from './caliber.ts'
import { allGreen, answerReviews, keepMilestones, type Narrator, opening } from './narrator.ts'

export type Story = Readonly<{
  pullRequest: number
  planned: readonly RunResult[]
  comment: string
  applied: readonly RunResult[]
  commentAfter: string
  milestones: readonly Milestone[]
}>

export const PROPOSAL_TITLE = 'Give Acme its platform, with logs of 90 days'

/**
 * Where the story is told; `prepare` gives the repository its content and its variables, the account its roles; `more` is
 * what else changes of the tenant.
 */
export type Stage = Readonly<{
  lab: Lab
  checkout: string
  prepare: () => Promise<void>
  more?: Readonly<Record<string, unknown>>
}>

/** Tells the story to its end; a failed run ends it early with what there is. */
export async function tellFirstPullRequest(stage: Stage, narrator: Narrator): Promise<Story> {
  const { lab } = stage
  const { milestones, mark } = keepMilestones()
  narrator.chapter('An administrator applies the bootstrap stack')
  mark('An administrator began to prepare the account')
  await stage.prepare()
  answerReviews(lab, narrator, mark)
  narrator.chapter('Ada opens a pull request for Acme’s platform')
  mark(`${AUTHOR} opened the pull request`)
  const { number, runs: planned } = await propose(lab, await firstChange(stage))
  const comment = planComment(lab, number)
  if (!allGreen(planned))
    return { pullRequest: number, planned, comment, applied: [], commentAfter: comment, milestones }
  narrator.chapter(`The plan, as commented on #${number}`)
  narrator.say(opening(comment))
  narrator.chapter(`Ada merges #${number}; main is planned, approved and applied`)
  mark(`${AUTHOR} merged #${number}`)
  const applied = await merge(lab, number)
  return {
    pullRequest: number,
    planned,
    comment,
    applied,
    commentAfter: planComment(lab, number),
    milestones
  }
}

/** The bot's one comment on a pull request, '' when there is none. */
export function planComment(lab: Lab, number: number): string {
  const bodies = lab.github.people.comments(REPOSITORY, number).map((comment) => comment.body)
  return bodies.find((body) => body.includes('<!-- caliber:plan')) ?? ''
}

/** Nothing of Acme's exists yet, and Acme asks for logs of 90 days: one value in the tenant's file. */
async function firstChange({ checkout, more = {} }: Stage): Promise<Parameters<typeof propose>[1]> {
  const tenant = JSON.parse(await readFile(join(checkout, TENANT_FILE), 'utf8')) as Record<string, unknown>
  const changed = { ...tenant, log_retention_days: 90, ...more }
  return {
    branch: 'acme',
    title: PROPOSAL_TITLE,
    files: { [TENANT_FILE]: `${JSON.stringify(changed, null, 2)}\n` }
  }
}
