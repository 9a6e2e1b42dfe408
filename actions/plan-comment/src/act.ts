import { fragmentName, type Fragment } from '../../../lib/fragment.ts'
import type { Report } from '../../../lib/runner.ts'
import { describeError, UserError } from '../../../lib/errors.ts'
import { checkPaths } from './check.ts'
import { makeFragment, type Findings } from './describe.ts'
import type { Inputs } from './inputs.ts'
import { toCommentOutputs, toPlanOutputs } from './outputs.ts'
import { planStack } from './plan-stack.ts'
import type { PlanFiles, Ports } from './ports.ts'
import { commentTarget, describeRun, fragmentCollector, publish, recordDigests } from './publish.ts'
import { isBeforeReview, review, type Review } from './review.ts'
import { refuseUnsent, sealAndUpload } from './seal-plan.ts'
import { IN_REPORT, IN_SUMMARY, renderCommentSummary, renderSummary } from './summary.ts'
import { refuseFork, validateStack } from './validate.ts'

/** Does what the mode says, through the ports alone. */
export async function act(inputs: Inputs, ports: Ports): Promise<Report> {
  switch (inputs.mode) {
    case 'plan':
      refuseFork(ports)
      refuseUnsent(inputs, ports)
      await checkPaths(inputs, ports.workspace)
      return planAndComment(inputs, ports)
    case 'comment':
      return commentOnRun(inputs, ports)
    case 'validate':
      await checkPaths(inputs, ports.workspace)
      return validateStack(inputs, ports)
  }
}

async function planAndComment(inputs: Inputs, ports: Ports): Promise<Report> {
  const findings = await ports.workspace.withPlanFiles(inputs.variables, (files) =>
    findOut(inputs, ports, files)
  )
  const fragment = makeFragment(inputs, ports, findings)
  if (ports.upload !== undefined) {
    await ports.upload(fragmentName(inputs.stack, fragment.attempt), {
      'fragment.json': JSON.stringify(fragment)
    })
  }
  const summaryPath = await ports.workspace.writeReport(
    `plan-${inputs.stack}`,
    renderSummary(inputs.stack, findings, IN_REPORT)
  )
  const comment = await commentOnPlan(inputs, ports, fragment)
  const failure = comment.failure ?? failureOf(inputs, ports, findings)
  return {
    outputs: toPlanOutputs(fragment, findings, {
      summaryPath,
      ...(comment.url === undefined ? {} : { commentUrl: comment.url })
    }),
    summary: renderSummary(inputs.stack, findings, IN_SUMMARY),
    ...(failure === undefined ? {} : { failure })
  }
}

async function findOut(inputs: Inputs, ports: Ports, files: PlanFiles): Promise<Findings> {
  const planning = await planStack(inputs, ports, files)
  if (planning.kind !== 'planned') return { planning, review: NOT_PLANNED }
  const [compared, artifact] = [
    await review(inputs, ports, planning.fingerprint),
    await sealAndUpload(inputs, ports, planning)
  ]
  return { planning, review: compared, ...(artifact === undefined ? {} : { artifact }) }
}

const NOT_PLANNED: Review = { reviewed: 'unknown', why: 'there is no plan' }

type CommentResult = Readonly<{ url?: string; failure?: string }>

/** A comment that cannot be written fails the step, but the outputs and the summary are still told. */
async function commentOnPlan(inputs: Inputs, ports: Ports, fragment: Fragment): Promise<CommentResult> {
  if (inputs.comment === 'never') return {}
  try {
    await recordDigests(ports, [fragment])
    return await writeComment(inputs, ports, collectWith(ports, fragment))
  } catch (error) {
    ports.signal.throwIfAborted()
    return {
      failure: `The plan of '${inputs.stack}' was made, its comment was not written: ${describeError(error)}`
    }
  }
}

/** All fragments of the run, this job's own in any case: outside of GitHub's artifact service there is no other. */
function collectWith(ports: Ports, own: Fragment): () => Promise<readonly Fragment[]> {
  if (ports.upload === undefined) return async () => [own]
  const collect = fragmentCollector(ports)
  return async () => {
    const found = await collect()
    return found.some(({ stack }) => stack === own.stack) ? found : [...found, own]
  }
}

async function writeComment(
  inputs: Inputs,
  ports: Ports,
  collect: () => Promise<readonly Fragment[]>
): Promise<CommentResult> {
  const issueNumber = commentTarget(inputs, ports)
  if (issueNumber === undefined) return {}
  const fragments = await collect()
  const isWanted =
    (inputs.comment === 'always' && fragments.length > 0) ||
    fragments.some(({ hasChanges, status }) => hasChanges || status !== 'planned')
  // A comment that is already there must not go on telling of changes that are gone.
  if (!isWanted && (await ports.github.readComment(issueNumber)) === undefined) return {}
  const written = await publish(ports, issueNumber, collect)
  return written === undefined ? {} : { url: written.url }
}

function failureOf(
  inputs: Inputs,
  ports: Ports,
  { planning, review: compared }: Findings
): string | undefined {
  if (planning.kind === 'locked')
    return `The plan of '${inputs.stack}' was not made. ${planning.error} Wait for it, or set a longer lock-timeout.`
  if (planning.kind === 'failed') return `The plan of '${inputs.stack}' failed: ${planning.error}`
  const mustBeSame = inputs.requireReviewed && planning.hasChanges && !isBeforeReview(ports)
  if (!mustBeSame || compared.reviewed === 'same') return undefined
  return `The plan of '${inputs.stack}' is not the reviewed one: ${compared.why}. Open a pull request with the change and have its plan reviewed.`
}

async function commentOnRun(inputs: Inputs, ports: Ports): Promise<Report> {
  const collect = fragmentCollector(ports)
  const fragments = await collect()
  const { stacks } = inputs
  const own = fragments.filter(({ stack }) => stacks?.includes(stack) ?? true)
  if (own.length === 0 && stacks?.length !== 0) {
    throw new UserError(
      "This run has no plan to comment on: no job of it ran plan-comment in mode 'plan'. Add 'needs' on the plan jobs."
    )
  }
  await recordDigests(ports, fragments)
  const { url } = inputs.comment === 'never' ? {} : await writeComment(inputs, ports, collect)
  const bad = own.filter(({ status }) => status !== 'planned')
  return {
    outputs: toCommentOutputs(own, url === undefined ? {} : { commentUrl: url }),
    summary: renderCommentSummary(fragments, describeRun(ports), url),
    ...(bad.length === 0 ? {} : { failure: describeBad(bad) })
  }
}

function describeBad(bad: readonly Fragment[]): string {
  const named = bad.map(
    ({ stack, status, error = '' }) =>
      `'${stack}' ${status === 'locked' ? 'is locked' : 'failed'}: ${error.split('\n', 1)[0] ?? ''}`
  )
  return `${bad.length} of the run's plans were not made. ${named.join(' ')}`
}
