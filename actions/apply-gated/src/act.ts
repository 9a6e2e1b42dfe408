import { describeError } from '../../../lib/errors.ts'
import type { Attestation } from '../../../lib/github/gate.ts'
import type { Content, SealHeader } from '../../../lib/seal.ts'
import { withVariables, type ApplyArguments } from '../../../lib/terraform/arguments.ts'
import type { ApplyResult } from '../../../lib/terraform/cli.ts'
import { fingerprintPlan, type Fingerprint } from '../../../lib/terraform/digest.ts'
import { describeLock, type LockInfo } from '../../../lib/terraform/lock.ts'
import { parsePlanJson, type PlanJson } from '../../../lib/terraform/plan-model.ts'
import { findStatefulDestroys } from '../../../lib/terraform/risk.ts'
import { checkCheckout } from './checkout.ts'
import { checkConsent } from './consent.ts'
import type { Inputs } from './inputs.ts'
import { judgeRenewed, locked, refuseReplan, stale } from './moved-state.ts'
import { refuse, type Applied, type Outcome, type PlannedChange, type Refusal } from './outcome.ts'
import type { PlanFiles, Ports } from './ports.ts'
import { listChanges, readOutputs } from './stack.ts'
import { saveAgain, unreleased } from './unfinished.ts'

/** A plan that passed every check that needs no Terraform. */
export type Approved = Content &
  Readonly<{
    inputs: Inputs
    attestation: Attestation
    header: SealHeader
  }>

type Reviewed = Readonly<{ fingerprint: Fingerprint; changes: readonly PlannedChange[] }>
type Work = Approved & Readonly<{ files: PlanFiles; reviewed: Reviewed }>

/** Compares the checkout with what was sealed, then applies the approved plan or says why not. */
export async function applyGated(approved: Approved, ports: Ports): Promise<Outcome> {
  const { header, inputs } = approved
  const moved = await ports.log.group('Compare the checkout with the seal', () =>
    checkCheckout(header, ports)
  )
  if (moved !== undefined) return moved
  await ports.log.group('terraform init', () =>
    ports.terraform.init({
      backendConfig: inputs.backendConfig,
      lockfileReadonly: header.lockFileSha256 !== ''
    })
  )
  return ports.workspace.withPlanFiles(approved, async (files) => {
    const saved = await show(files.saved, ports)
    const reviewed = {
      fingerprint: fingerprintPlan(saved, inputs.sealKey),
      changes: listChanges(saved, header.arguments.refreshOnly)
    }
    return checkPlan(approved, saved, reviewed) ?? applySaved({ ...approved, files, reviewed }, ports)
  })
}

async function show(file: string, { terraform }: Ports): Promise<PlanJson> {
  return parsePlanJson(await terraform.showPlan(file), 'terraform show -json')
}

function checkPlan(
  { inputs, attestation }: Approved,
  plan: PlanJson,
  { fingerprint }: Reviewed
): Refusal | undefined {
  if (fingerprint.digest !== inputs.digest) {
    return refuse(
      'plan-changed',
      `The sealed plan reads as digest ${fingerprint.digest.slice(0, 12)}…, and ${inputs.digest.slice(0, 12)}… was approved. Use one release of these actions for plan and apply, and plan again.`
    )
  }
  return checkConsent(findStatefulDestroys(plan), attestation.words, inputs.digest)
}

async function applySaved(work: Work, ports: Ports): Promise<Outcome> {
  const result = await runApply(work, work.files.saved, ports)
  return result === 'stale' ? applyRenewed(work, ports) : result
}

/** The state moved since the plan: plan again, and go on only when the new plan does exactly what was approved. */
async function applyRenewed(work: Work, ports: Ports): Promise<Outcome> {
  ports.log.info('The state has moved since the plan was made; planning again.')
  const renewed = await replan(work, ports)
  if (renewed.kind !== 'planned') return refuseReplan(renewed)
  const changes = listChanges(renewed.plan, work.header.arguments.refreshOnly)
  // A plan of 1.14 actions alone lists no changes at all: that nothing is listed now says nothing of it.
  if (changes.length === 0 && work.reviewed.changes.length > 0) {
    return { kind: 'already-applied', outputs: await readOutputs(ports) }
  }
  const refusal = judgeRenewed(
    { inputs: work.inputs, reviewed: work.reviewed.fingerprint },
    fingerprintPlan(renewed.plan, work.inputs.sealKey)
  )
  if (refusal !== undefined) return refusal
  ports.log.info(
    'The state moved since the plan was made; the new plan has the same digest, so it is applied.'
  )
  const result = await runApply(work, work.files.renewed, ports)
  if (result === 'stale') return stale('The state moved again while it was planned anew')
  return result.kind === 'applied' ? { ...result, how: 'same-digest' } : result
}

type Replanned =
  | Readonly<{ kind: 'planned'; plan: PlanJson }>
  | Readonly<{ kind: 'locked'; lock: LockInfo }>
  | Readonly<{ kind: 'failed'; message: string }>

async function replan({ header, inputs, files }: Work, ports: Ports): Promise<Replanned> {
  const { terraform, log } = ports
  const planned = withVariables(header.arguments, files.variables)
  const args = { ...planned, lockTimeout: inputs.lockTimeout, out: files.renewed }
  const result = await log.group('terraform plan', () => terraform.plan(args))
  return result.kind === 'planned' ? { kind: 'planned', plan: await show(files.renewed, ports) } : result
}

async function runApply(
  work: Work,
  file: string,
  ports: Ports
): Promise<Applied | 'stale' | Exclude<Outcome, Applied>> {
  const { reviewed } = work
  const result = await ports.log.group('terraform apply', () =>
    tryApply(() => ports.terraform.apply(applyArguments(work, file)), ports.signal)
  )
  const applied = async (): Promise<Applied> => ({
    kind: 'applied',
    how: 'saved-plan',
    changes: reviewed.changes,
    outputs: await readOutputs(ports)
  })
  switch (result.kind) {
    case 'applied':
      return applied()
    case 'unreleased':
      return unreleased(result)
    case 'unsaved':
      return (
        (await saveAgain(result.message, ports)) ??
        (result.isWhole ? applied() : describeFailure(work, result.message, ports))
      )
    case 'stale':
      return 'stale'
    case 'locked':
      return locked(result.lock)
    case 'failed':
      return describeFailure(work, result.message, ports)
    case 'interrupted':
      return { kind: 'cancelled', sentence: interrupted(ports.signal), inFlight: reviewed.changes }
  }
}

function applyArguments({ header, inputs }: Work, file: string): ApplyArguments {
  const { parallelism } = header.arguments
  return { file, lockTimeout: inputs.lockTimeout, ...(parallelism === undefined ? {} : { parallelism }) }
}

type Tried = ApplyResult | Readonly<{ kind: 'interrupted' }>

/** After `apply` has begun there are no exceptions any more: whatever happens, what is left is looked up and told. */
async function tryApply(apply: () => Promise<ApplyResult>, signal: AbortSignal): Promise<Tried> {
  try {
    const result = await apply()
    return signal.aborted && result.kind === 'failed' ? { kind: 'interrupted' } : result
  } catch (error) {
    return signal.aborted ? { kind: 'interrupted' } : { kind: 'failed', message: describeError(error) }
  }
}

const interrupted = (signal: AbortSignal): string =>
  `${describeError(signal.reason)} Terraform was interrupted while it applied and has given its lock back. Run the workflow again: the new plan holds what is left.`

async function describeFailure(work: Work, message: string, ports: Ports): Promise<Outcome> {
  const renewed = await replan(work, ports).catch((error: unknown) => ({
    kind: 'failed' as const,
    message: describeError(error)
  }))
  const cause = `terraform apply failed: ${message.trim()}`
  if (renewed.kind !== 'planned') {
    const why = renewed.kind === 'locked' ? ` ${describeLock(renewed.lock)}` : ''
    return {
      kind: 'failed',
      sentence: `${cause}\nWhat is left could not be planned.${why} Mend the cause and run the workflow again.`
    }
  }
  const left = listChanges(renewed.plan, work.header.arguments.refreshOnly)
  const next = left.length === 0 ? 'Nothing is left to change.' : `${left.length} of the changes are left.`
  return {
    kind: 'failed',
    sentence: `${cause}\n${next} Mend the cause and run the workflow again: it plans what is left and asks for approval.`,
    left
  }
}
