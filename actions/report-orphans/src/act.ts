import type { Issue } from '../../../lib/github/issues.ts'
import { planIssue, planWithdrawal, sendIssueStep, type IssueStep } from '../../../lib/github/kept-issue.ts'
import type { Inputs } from './inputs.ts'
import { isOurs, renderClean, renderDouble, renderOrphans, TITLE, toldIn } from './issue-text.ts'
import { observe } from './observe.ts'
import { judge, judgeOne, stateOf, type Findings } from './plan.ts'
import type { Ports } from './ports.ts'

export type Outcome = Readonly<{
  kind: 'reported' | 'planned' | 'looked'
  findings: Findings
  regions: readonly string[]
  /** Whether somebody accepted just these, by closing the issue as not planned. */
  isAccepted: boolean
  /** What was done to the issue, or would be. */
  done: readonly IssueStep['kind'][]
  /** Address of the issue; '' without one. */
  issue: string
}>

/** Looks, and brings the one issue in line; of one tenant it only looks. */
export async function report(inputs: Inputs, ports: Ports): Promise<Outcome> {
  const observed = await observe(inputs, ports)
  const { tenant } = inputs
  if (tenant !== undefined) {
    const findings = judgeOne({ ...inputs, tenant }, observed)
    return { kind: 'looked', findings, regions: observed.regions, isAccepted: false, done: [], issue: '' }
  }
  const findings = judge(inputs, observed)
  const [issue, ...doubles] = await ours(ports)
  const { step, isAccepted } = planIssue(issue, toldIn(issue?.body ?? ''), wantedOf(findings, ports))
  const steps = [...(step === undefined ? [] : [step]), ...withdrawals(issue, doubles)]
  const about = { findings, regions: observed.regions, isAccepted }
  const url = issue?.url ?? ''
  if (inputs.dryRun) return { ...about, kind: 'planned', done: steps.map(({ kind }) => kind), issue: url }
  const written = await write(steps, ports)
  return { ...about, kind: 'reported', done: written.kinds, issue: written.opened ?? url }
}

const ours = async (ports: Ports): Promise<readonly Issue[]> =>
  (await ports.listIssues()).filter(({ body }) => isOurs(body))

function wantedOf(findings: Findings, { run, clock }: Ports) {
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  const state = stateOf(findings)
  if (state === undefined) return { kind: 'clean', body: renderClean({ run, today }) } as const
  return {
    kind: 'trouble',
    state,
    title: TITLE,
    body: renderOrphans(findings, { run, today, state })
  } as const
}

/** The oldest is kept: two runs may both have found none and both opened one. */
const withdrawals = (kept: Issue | undefined, doubles: readonly Issue[]): readonly IssueStep[] =>
  kept === undefined
    ? []
    : doubles.filter(({ isOpen }) => isOpen).map((one) => planWithdrawal(one, renderDouble(kept.number)))

type Written = Readonly<{ kinds: readonly IssueStep['kind'][]; opened?: string }>

async function write(steps: readonly IssueStep[], ports: Ports): Promise<Written> {
  const kinds: IssueStep['kind'][] = []
  let opened: string | undefined
  for (const step of steps) {
    const { number, url } = await sendIssueStep(step, ports)
    ports.log.info(`Issue ${number}: ${step.kind}.`)
    kinds.push(step.kind)
    if (step.kind === 'open') opened = url
  }
  if (opened === undefined) return { kinds }
  const [kept, ...doubles] = await ours(ports)
  for (const step of withdrawals(kept, doubles)) {
    await sendIssueStep(step, ports)
    kinds.push(step.kind)
  }
  return { kinds, opened: kept?.url ?? opened }
}
