import { sealedPlanName } from '../../../lib/fragment.ts'
import { UserError } from '../../../lib/errors.ts'
import { sealPlan, type SealHeader } from '../../../lib/seal.ts'
import type { Inputs } from './inputs.ts'
import type { Planning } from './plan-stack.ts'
import type { Ports } from './ports.ts'

type Planned = Extract<Planning, { kind: 'planned' }>
export type SealedArtifact = Readonly<{ id: number; digest: string }>

/** A plan that is to be sealed has to go somewhere: that is known before it is made. */
export function refuseUnsent({ sealKey, planJson, stack }: Inputs, { upload }: Ports): void {
  if (sealKey === undefined || planJson !== undefined || upload !== undefined) return
  throw new UserError(
    `The plan of '${stack}' could not be uploaded once it is sealed: there is no artifact service here. Leave 'seal-key' out, or run as a job of GitHub Actions.`
  )
}

/** Seals and uploads the plan where there is a key and something to apply; undefined otherwise. */
export async function sealAndUpload(
  inputs: Inputs,
  ports: Ports,
  planned: Planned
): Promise<SealedArtifact | undefined> {
  const { sealKey: key } = inputs
  const { file } = planned
  if (key === undefined || file === undefined || ports.upload === undefined || !planned.hasChanges)
    return undefined
  const header = await describeSeal(inputs, ports, planned)
  const { variables } = inputs
  const plan = await ports.workspace.readBytes(file)
  const sealed = sealPlan({ key, header, plan, ...(variables === undefined ? {} : { variables }) })
  return ports.upload(sealedPlanName(inputs.stack, ports.context.runAttempt), { 'plan.sealed': sealed })
}

async function describeSeal(
  inputs: Inputs,
  { context, workspace }: Ports,
  planned: Planned
): Promise<SealHeader> {
  const { sha256: lockFileSha256 } = await workspace.lockFile()
  return {
    version: 2,
    repositoryId: context.repository.id,
    stack: inputs.stack,
    workingDirectory: workspace.workingDirectory,
    commit: context.sha,
    runId: context.runId,
    attempt: context.runAttempt,
    digest: planned.fingerprint.digest,
    terraformVersion: planned.terraformVersion,
    lockFileSha256,
    tree: await workspace.hashTree(inputs.arguments.varFiles, inputs.planFile),
    arguments: inputs.arguments,
    ...(context.pullRequest === undefined ? {} : { pullRequest: context.pullRequest.number })
  }
}
