import { parseOutputs } from '../lib/secrets/stack-outputs.ts'
import { withFolder } from './folder-lock.ts'
import type { Ports } from './ports.ts'
import { findSettings } from './settings.ts'
import { openStack } from './stack.ts'
import type { Shown } from './tenant.ts'

/** Texts and numbers among the outputs of a tenant's stack; '' for what it does not have. */
export async function readOutputs({ stateKey, key }: Shown, ports: Ports): Promise<(name: string) => string> {
  const settings = await findSettings(ports)
  const stack = await openStack(ports)
  return withFolder(ports.root, async () => {
    await stack.initialise(settings, stateKey)
    const outputs = parseOutputs(await stack.terraform.output(), `The state of ${key}`)
    return (name) => {
      const value = outputs.get(name)?.value
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    }
  })
}
