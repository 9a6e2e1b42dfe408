import { parseOutputs } from '../lib/secrets/stack-outputs.ts'
import { withFolder } from './folder-lock.ts'
import type { Ports } from './ports.ts'
import { findSettings } from './settings.ts'
import { openStack, type Stack } from './stack.ts'
import type { Shown } from './tenant.ts'

/** An output by its name, as text; '' for what there is not, or is neither text nor number. */
export type Output = (name: string) => string

/** The outputs of a tenant's stack, whose folder is pointed at its state first. */
export async function readOutputs({ stateKey, key }: Shown, ports: Ports): Promise<Output> {
  const settings = await findSettings(ports)
  const stack = await openStack(ports)
  return withFolder(ports.root, async () => {
    await stack.initialise(settings, stateKey)
    return askOutputs(stack, key)
  })
}

/** The outputs of the state that the stack's folder is pointed at. */
export async function askOutputs({ terraform }: Stack, key: string): Promise<Output> {
  const outputs = parseOutputs(await terraform.output(), `The state of ${key}`)
  return (name) => {
    const value = outputs.get(name)?.value
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
}
