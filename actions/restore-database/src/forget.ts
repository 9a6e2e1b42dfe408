import { UserError } from '../../../lib/errors.ts'
import { attestReview, isRefusal, type Attestation, type GateRefusal } from '../../../lib/github/gate.ts'
import { isTyped, observeGate } from '../../../lib/github/gate-facts.ts'
import type { Inputs } from './inputs.ts'
import { TITLES } from './names.ts'
import { blank, type Outcome, type Restoration } from './outcome.ts'
import type { Ports, StackPort } from './ports.ts'
import { type Known, readKnown } from './state.ts'

type Forget = Extract<Inputs, { mode: 'forget' }>

/** What the state says is to be done. */
type Task = Readonly<{ outcome: Outcome; addresses: readonly string[] }>

/** Has Terraform forget the lost database, where somebody else has approved that from inside a gated job; a dry run asks nobody. */
export async function forget(inputs: Forget, ports: Ports): Promise<Restoration> {
  const began = ports.clock.now()
  if (inputs.dryRun) return forgetLost(inputs, ports)
  const attestation = await ports.log.group('Look at the gate from inside', () => attest(inputs, ports))
  if (isRefusal(attestation))
    return { ...blank(inputs.name), outcome: attestation, elapsedMs: ports.clock.now() - began }
  ports.log.info(`Approved by ${attestation.approvedBy.join(', ')}.`)
  return { ...(await forgetLost(inputs, ports)), attestation }
}

/** A form is the change of whoever sent it. */
async function attest({ gate }: Forget, { openGate }: Ports): Promise<Attestation | GateRefusal> {
  const sight = openGate(gate.token)
  const { environment } = gate
  const isOfStarter = isTyped(sight.context)
  const sought = { environment, isOfStarter, byReview: true, pullRequestAuthor: undefined }
  return attestReview({ gate, context: sight.context, facts: await observeGate(sought, sight) })
}

/** Forgets it if it is that which the state knows; what was forgotten before stays so. */
async function forgetLost(inputs: Forget, ports: Ports): Promise<Restoration> {
  const { clock, log } = ports
  const began = clock.now()
  const stack = ports.openStack(inputs.place)
  const state = await stack.readState()
  if (state === undefined)
    throw new UserError(
      `There is no state '${inputs.place.key}' in bucket '${inputs.place.bucket}', so there is nothing to forget. Correct 'backend-config'.`
    )
  const { outcome, addresses } = judge(inputs, readKnown(state.text, inputs.database))
  const steps = [describeTask(inputs, { outcome, addresses })]
  for (const step of steps) log.info(step)
  const known = { ...blank(inputs.name), forget: addresses, steps }
  const isIdle = addresses.length === 0
  if (!isIdle) log.info(describeWayBack(inputs, state.version))
  const ended = isIdle ? outcome : inputs.dryRun ? ({ kind: 'planned' } as const) : undefined
  return {
    ...known,
    outcome: ended ?? (await carryOut(inputs, { outcome, addresses }, stack)),
    stateVersion: isIdle ? '' : state.version,
    elapsedMs: clock.now() - began
  }
}

/** The lost one's instances would be destroyed by a plan that finds them without their cluster. */
function judge({ database, source, name }: Forget, { identifier, owners, addresses }: Known): Task {
  if (identifier === name) return { outcome: { kind: 'adopted' }, addresses: [] }
  if (identifier === source) return { outcome: { kind: 'forgotten' }, addresses }
  if (identifier === undefined)
    return owners.every((owner) => owner === source) && addresses.length > 0
      ? { outcome: { kind: 'forgotten' }, addresses }
      : { outcome: { kind: 'gone' }, addresses: [] }
  throw new UserError(
    `The state has ${TITLES[database]} '${identifier}', which is neither the lost '${source}' nor the restored '${name}': nothing was forgotten. See what is meant: restored_*_identifier in the registry's file of the tenant, and input 'source'.`
  )
}

async function carryOut(
  { place }: Forget,
  { outcome, addresses }: Task,
  { terraform }: StackPort
): Promise<Outcome> {
  await terraform.init({ backendConfig: place.backendConfig, lockfileReadonly: true })
  const result = await terraform.forget({ addresses, lockTimeout: place.lockTimeout })
  switch (result.kind) {
    case 'forgotten':
      return outcome
    case 'locked':
      return { kind: 'locked', lock: result.lock }
    case 'failed':
      throw new UserError(
        `Terraform did not forget ${addresses.join(', ')}: ${result.message}\nThe state is as it was. Run this job again.`
      )
  }
}

function describeTask({ database, source, name }: Forget, { outcome, addresses }: Task): string {
  if (addresses.length > 0)
    return `Terraform forgets ${addresses.join(', ')}: ${TITLES[database]} '${source}' stays as it is, and no plan touches it any more.`
  return outcome.kind === 'adopted'
    ? `The state has '${name}' already: nothing is to be forgotten.`
    : `The state does not know '${source}' any more: nothing is to be forgotten.`
}

/** The state as it was, by its version. */
const describeWayBack = ({ place }: Forget, version: string): string =>
  version === ''
    ? 'The bucket keeps no versions: there is no way back to the state as it is now.'
    : wayBack(place, version)

/** The commands that bring the state back as it was. */
export const wayBack = ({ bucket, key }: Forget['place'], version: string): string =>
  `To go back to the state as it is now: aws s3api get-object --bucket ${bucket} --key ${key} --version-id ${version} before.tfstate && terraform state push -force before.tfstate`
