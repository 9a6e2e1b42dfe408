/** The demo's stories as data for the report. */
import { execFileSync } from 'node:child_process'
import type { Lab, Machine } from '../lab.ts'
import type { RunResult } from '../runner/ports.ts'
import type { Fact, ReportData } from '../report/report-data.ts'
import { recordTimeline } from '../report/timeline.ts'
import { REPOSITORY } from './caliber.ts'
import { PROPOSAL_TITLE, type Story } from './first-pull-request.ts'
import { allGreen } from './narrator.ts'
import { FORM, type Onboarding } from './onboarding.ts'

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
    claim: 'IAM permissions of the roles, call by call',
    where: 'enforced by the lab’s AWS, with the policies of the bootstrap stack'
  }
] as const
const ANSWERS = {
  claim: 'Names, certificates, the site and the API that answer',
  where: 'served by the lab’s Route 53, ACM, CloudFront, load balancer and tasks'
} as const
const UNTOUCHED = { claim: 'GitHub.com and an AWS account', where: 'not touched by this run' } as const

type Told = Pick<ReportData, 'title' | 'verdict' | 'milestones' | 'verified'> & Partial<ReportData>

/** The first pull request's page. */
export const reportPullRequest = (lab: Lab, story: Story, machine: Machine): Promise<ReportData> =>
  makeReport(lab, machine, {
    title: 'The first pull request',
    verdict: verdictOfPullRequest(story),
    milestones: story.milestones,
    comment: {
      number: story.pullRequest,
      title: PROPOSAL_TITLE,
      author: 'github-actions',
      markdown: story.commentAfter
    },
    verified: [...VERIFIED, UNTOUCHED]
  })

/** The onboarding's page. */
export function reportOnboarding(lab: Lab, story: Onboarding, machine: Machine): Promise<ReportData> {
  const { site, proposal, milestones } = story
  return makeReport(lab, machine, {
    title: `${FORM.client}, from a form to a site that answers`,
    verdict: verdictOfOnboarding(story),
    milestones,
    form: Object.entries(FORM).map(([name, value]) => ({ name, value })),
    ...(site && { site }),
    ...(proposal && { proposal: { ...proposal, markdown: proposal.body } }),
    verified: [...VERIFIED, ANSWERS, UNTOUCHED]
  })
}

async function makeReport(lab: Lab, machine: Machine, told: Told): Promise<ReportData> {
  const [resources, calls] = await Promise.all([lab.aws.resources(), lab.aws.journal()])
  return {
    repository: REPOSITORY,
    runs: recordTimeline(lab.events),
    resources,
    calls,
    environment: describeMachine(machine),
    ...told
  }
}

/** What a run that did not succeed leaves to be said. */
function failureAmong(runs: readonly RunResult[]): ReportData['verdict'] | undefined {
  const failed = runs.find((run) => run.conclusion !== 'success')
  return failed && { good: false, sentence: `'${failed.run.name}' ended in ${failed.conclusion}.` }
}

function verdictOfPullRequest(story: Story): ReportData['verdict'] {
  const failure = failureAmong([...story.planned, ...story.applied])
  if (failure !== undefined) return failure
  if (!allGreen(story.applied)) return { good: false, sentence: 'Nothing was applied.' }
  return {
    good: true,
    sentence: `#${story.pullRequest} was planned, reviewed, approved, and applied as approved.`
  }
}

function verdictOfOnboarding({ runs, site, proposal }: Onboarding): ReportData['verdict'] {
  const failure = failureAmong(runs)
  if (failure !== undefined) return failure
  if (site === undefined || proposal === undefined)
    return { good: false, sentence: 'The tenant was not onboarded.' }
  return {
    good: true,
    sentence: `One form and one approval: ${FORM.client} answers at ${site.address}, and #${proposal.number} entered it into the registry.`
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
