import { significantChanges } from '../../../lib/terraform/digest.ts'
import type { PlanJson } from '../../../lib/terraform/plan-model.ts'
import { maskSecrets } from '../../../lib/terraform/redaction.ts'
import { nameOf } from '../../../lib/terraform/risk.ts'
import type { PlannedChange, StackOutputs } from './outcome.ts'
import type { Ports } from './ports.ts'

/**
 * What a plan would do, in plan order: resources first, then outputs as `output.<name>`. A refresh-only plan does nothing
 * but record what it found changed.
 */
export function listChanges(plan: PlanJson, refreshOnly: boolean): readonly PlannedChange[] {
  const recorded = refreshOnly ? (plan.resource_drift ?? []) : []
  const resources = [
    ...significantChanges(plan).map((one) => ({ address: nameOf(one), actions: wordsOf(one) })),
    ...recorded.map((one) => ({ address: nameOf(one), actions: `record ${wordsOf(one)}` }))
  ]
  const outputs = Object.entries(plan.output_changes ?? {})
    .filter(([, { actions }]) => actions.some((action) => action !== 'no-op'))
    .map(([name, { actions }]) => ({ address: `output.${name}`, actions: actions.join(',') }))
  return [...resources, ...outputs]
}

/** `46 resources and 17 outputs`. */
export function countChanges(changes: readonly PlannedChange[]): string {
  const outputs = changes.filter(({ address }) => address.startsWith('output.')).length
  const counts = [plural(changes.length - outputs, 'resource'), plural(outputs, 'output')]
  return counts.filter((text) => !text.startsWith('0 ')).join(' and ') || 'no changes'
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function wordsOf(one: PlanJson['resource_changes'][number]): string {
  const actions = one.change.actions.filter((action) => action !== 'no-op')
  const also = [
    one.previous_address === undefined ? '' : 'move',
    one.change.importing === undefined ? '' : 'import'
  ]
  return [...actions, ...also.filter((word) => word !== '')].join(',')
}

/** The state's outputs after the apply. Values that are sensitive, or look it, stay in the state. */
export async function readOutputs({ terraform, log }: Ports): Promise<StackOutputs> {
  try {
    return parseOutputs(await terraform.output())
  } catch (error) {
    log.warning(
      `The outputs could not be read after the apply: ${error instanceof Error ? error.message : String(error)}`
    )
    return { values: {}, withheld: [] }
  }
}

type Output = Readonly<{ sensitive?: boolean; value?: null | string | number | boolean }>

/** Parses `terraform output -json`. */
export function parseOutputs(text: string): StackOutputs {
  const outputs = Object.entries(JSON.parse(text) as Readonly<Record<string, Output>>)
  const open = outputs.filter(([, { sensitive }]) => sensitive !== true)
  return {
    values: Object.fromEntries(open.map(([name, { value = null }]) => [name, unmask(name, value)])),
    withheld: outputs.filter(([, { sensitive }]) => sensitive === true).map(([name]) => name)
  }
}

function unmask(name: string, value: NonNullable<Output['value']> | null): unknown {
  const masked = maskSecrets({ [name]: value })
  return (masked as Readonly<Record<string, unknown>>)[name]
}
