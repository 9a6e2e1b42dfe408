import { describeError, UserError } from '../../../lib/errors.ts'
import { hasChanges } from '../../../lib/terraform/changes.ts'
import { withVariables } from '../../../lib/terraform/arguments.ts'
import type { Terraform } from '../../../lib/terraform/cli.ts'
import { describeDiagnostic, type Diagnostic } from '../../../lib/terraform/diagnostics.ts'
import { fingerprintPlan, NO_KEY, type Fingerprint } from '../../../lib/terraform/digest.ts'
import { describeLock, type LockInfo } from '../../../lib/terraform/lock.ts'
import { parsePlanJson } from '../../../lib/terraform/plan-model.ts'
import { renderPlan, type RenderedPlan } from '../../../lib/terraform/render-plan.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import { annotate, initialiseStack } from './initialise.ts'
import type { Inputs } from './inputs.ts'
import type { PlanFiles, Ports } from './ports.ts'
import { refuseUndeclared } from './variables.ts'

/** What came of planning one stack. `file` is the saved plan, while it exists. */
export type Planning =
  | Readonly<{
      kind: 'planned'
      rendered: RenderedPlan
      fingerprint: Fingerprint
      hasChanges: boolean
      warnings: readonly Diagnostic[]
      terraformVersion: string
      file?: string
    }>
  | Readonly<{ kind: 'locked'; lock: LockInfo; error: string }>
  | Readonly<{ kind: 'failed'; error: string }>

/** Plans the stack, or reads the plan that was made elsewhere. Faults of the stack are results; `files` are where to save it and what to plan with. */
export async function planStack(inputs: Inputs, ports: Ports, files: PlanFiles): Promise<Planning> {
  try {
    if (inputs.planJson !== undefined) return await readPlanJson(inputs, ports, inputs.planJson)
    return await runTerraform(inputs, ports, files)
  } catch (error) {
    if (!(error instanceof UserError) || ports.signal.aborted || inputs.planJson !== undefined) throw error
    return failed(describeError(error))
  }
}

/** Whoever words an error, a secret that shows by its shape is not in it. */
function failed(error: string): Planning {
  return { kind: 'failed', error: hideShapes(error) }
}

async function readPlanJson(inputs: Inputs, { workspace }: Ports, path: string): Promise<Planning> {
  return describePlan(inputs, {
    text: await workspace.readText(path),
    name: `The file '${path}'`,
    warnings: []
  })
}

async function runTerraform(inputs: Inputs, ports: Ports, files: PlanFiles): Promise<Planning> {
  const { terraform, log } = ports
  const terraformVersion = await terraform.version()
  await log.group(`Initialise ${inputs.stack}`, () => initialiseStack(inputs, ports))
  const errors = annotate(await terraform.validate(), ports)
  if (errors.length > 0) return failed(errors.map(describeDiagnostic).join('\n'))
  const made = inputs.planFile ?? files.plan
  const planned = inputs.planFile === undefined ? await makePlan(inputs, ports, files) : []
  if ('kind' in planned) return planned
  const text = await terraform.showPlan(made)
  const planning = describePlan(inputs, {
    text,
    name: `Terraform's plan of '${inputs.stack}'`,
    warnings: planned
  })
  return { ...planning, terraformVersion, file: made }
}

async function makePlan(
  inputs: Inputs,
  ports: Ports,
  { plan: out, variables }: PlanFiles
): Promise<readonly Diagnostic[] | Planning> {
  const args = withVariables(inputs.arguments, variables)
  const planOnce = (terraform: Terraform) => terraform.plan({ ...args, out })
  const result = await ports.log.group(`Plan ${inputs.stack}`, () => planOnce(ports.terraform))
  switch (result.kind) {
    case 'planned':
      return result.warnings
    case 'locked':
      return { kind: 'locked', lock: result.lock, error: describeLock(result.lock) }
    case 'failed':
      annotate(result.diagnostics, ports)
      return failed(result.message)
  }
}

type Made = Readonly<{ text: string; name: string; warnings: readonly Diagnostic[] }>

function describePlan(inputs: Inputs, { text, name, warnings }: Made): Planning & { kind: 'planned' } {
  const plan = parsePlanJson(text, name)
  refuseUndeclared(inputs, plan)
  const { refreshOnly } = inputs.arguments
  const rendered = renderPlan(plan, { refreshOnly })
  return {
    kind: 'planned',
    rendered,
    fingerprint: fingerprintPlan(plan, inputs.sealKey ?? NO_KEY),
    hasChanges: hasChanges(rendered.counts, refreshOnly),
    warnings,
    terraformVersion: plan.terraform_version ?? ''
  }
}
