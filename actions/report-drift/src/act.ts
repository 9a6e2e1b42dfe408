import { describeError, UserError } from '../../../lib/errors.ts'
import type { Fragment } from '../../../lib/fragment.ts'
import { sendIssueStep } from '../../../lib/github/kept-issue.ts'
import type { Inputs } from './inputs.ts'
import { planReport, type Plan, type Row, type Step } from './plan.ts'
import type { Ports } from './ports.ts'

/** What was written, and where each stack's issue is. */
export type Done = Readonly<{ kind: Step['kind']; stack: string; number: number; url: string }>

export type Outcome =
  | Readonly<{ kind: 'reported'; rows: readonly Row[]; done: readonly Done[] }>
  /** Dry run: the steps that would be done. */
  | Readonly<{ kind: 'planned'; rows: readonly Row[]; steps: readonly Step[] }>
  /** Something went wrong part-way. */
  | Readonly<{ kind: 'failed'; rows: readonly Row[]; done: readonly Done[]; sentence: string }>

/** Reads the plans of this run and the issues, and brings the issues in line; looks again after opening any. */
export async function report(inputs: Inputs, ports: Ports): Promise<Outcome> {
  const fragments = await ports.readFragments()
  checkPlans(inputs, fragments)
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10)
  const look = async (): Promise<Plan> =>
    planReport(inputs, { fragments, issues: await ports.listIssues(), run: ports.run, today })
  const plan = await look()
  if (inputs.dryRun) return { kind: 'planned', rows: plan.rows, steps: plan.steps }
  const done: Done[] = []
  try {
    await write(plan.steps, done, ports)
    // Two runs may both have found no issue and both opened one: the younger is taken back in favour of the older.
    if (done.some(({ kind }) => kind === 'open')) {
      const { steps } = await look()
      await write(
        steps.filter(({ kind }) => kind === 'withdraw'),
        done,
        ports
      )
    }
  } catch (error) {
    if (done.length === 0) throw error
    const cause: unknown = ports.signal.aborted ? ports.signal.reason : error
    return { kind: 'failed', rows: plan.rows, done, sentence: describeError(cause) }
  }
  return { kind: 'reported', rows: plan.rows, done }
}

/** Only where there is no stack there is no plan; a list that says so beside plans would close what it forgot. */
function checkPlans({ known }: Inputs, fragments: readonly Fragment[]): void {
  const isNobody = known?.length === 0
  if (fragments.length === 0 && !isNobody)
    throw new UserError(
      'No plan job of this run left a plan behind, so nothing is known of any stack. Let this job need those of terraform-plan.yml.'
    )
  if (fragments.length > 0 && isNobody)
    throw new UserError(
      `Input 'known' is [], as if there were no stack, and this run planned ${fragments.length}. Give all of them; of more than 256 select-stacks' output 'waves' has the list.`
    )
}

async function write(steps: readonly Step[], done: Done[], ports: Ports): Promise<void> {
  for (const step of steps) {
    ports.signal.throwIfAborted()
    const issue = await sendIssueStep(step, ports)
    done.push({ kind: step.kind, stack: step.stack, ...issue })
    ports.log.info(`${step.stack}: ${WORDS[step.kind]} issue ${issue.number}.`)
  }
}

const WORDS: Readonly<Record<Step['kind'], string>> = {
  open: 'opened',
  update: 'rewrote',
  reopen: 'opened again',
  close: 'closed',
  withdraw: 'took back a second'
}
