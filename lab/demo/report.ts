/** The demo's story as data for the report. */
import { execFileSync } from 'node:child_process'
import type { Lab, Machine } from '../lab.ts'
import type { Fact, ReportData } from '../report/report-data.ts'
import { recordTimeline } from '../report/timeline.ts'
import { REPOSITORY } from './caliber.ts'
import { allGreen, PROPOSAL_TITLE, type Story } from './story.ts'

/** What the lab can show, and what only GitHub and AWS themselves can. */
const VERIFIED = [
  {
    claim: 'The workflow files, the bundles, Terraform and the AWS provider',
    where: 'the real ones, executed here'
  },
  {
    claim: 'OIDC: signature, audience, expiry and the roles’ trust policies',
    where: 'checked by the lab’s AWS'
  },
  {
    claim: 'Environment reviewers, branch rules, approvals, job permissions',
    where: 'enforced by the lab’s GitHub'
  },
  {
    claim: 'IAM permissions of the two roles, call by call',
    where: 'enforced by the lab’s AWS, with the policies of the bootstrap stack'
  },
  { claim: 'GitHub.com and an AWS account', where: 'not touched by this run' }
] as const

export async function makeReport(lab: Lab, story: Story, machine: Machine): Promise<ReportData> {
  const [resources, calls] = await Promise.all([lab.aws.resources(), lab.aws.journal()])
  return {
    title: 'The first pull request',
    repository: REPOSITORY,
    verdict: verdictOf(story),
    milestones: story.milestones,
    runs: recordTimeline(lab.events),
    comment: {
      number: story.pullRequest,
      title: PROPOSAL_TITLE,
      author: 'github-actions',
      markdown: story.commentAfter
    },
    resources,
    calls,
    environment: describeMachine(machine),
    verified: VERIFIED
  }
}

function verdictOf(story: Story): ReportData['verdict'] {
  const failed = [...story.planned, ...story.applied].find((run) => run.conclusion !== 'success')
  if (failed !== undefined)
    return { good: false, sentence: `'${failed.run.name}' ended in ${failed.conclusion}.` }
  if (!allGreen(story.applied)) return { good: false, sentence: 'Nothing was applied.' }
  return {
    good: true,
    sentence: `#${story.pullRequest} was planned, reviewed, approved, and applied as approved.`
  }
}

function describeMachine(machine: Machine): readonly Fact[] {
  const version = execFileSync(machine.terraform, ['version', '-json'], { encoding: 'utf8' })
  return [
    { name: 'Terraform', value: (JSON.parse(version) as { terraform_version: string }).terraform_version },
    { name: 'Node', value: process.version },
    { name: 'Machine', value: `${process.platform} ${process.arch}` }
  ]
}
