import { parseOutputs, sensitiveTexts, type StackOutputs } from '../../../lib/secrets/stack-outputs.ts'
import type { OutputsFrom } from './inputs.ts'
import type { Ports } from './ports.ts'

/** The stack's outputs, the sensitive ones masked. */
export async function readOutputs(from: OutputsFrom, ports: Ports): Promise<StackOutputs> {
  const outputs = await read(from, ports)
  for (const text of sensitiveTexts(outputs)) ports.hide(text)
  return outputs
}

async function read(from: OutputsFrom, ports: Ports): Promise<StackOutputs> {
  switch (from.kind) {
    case 'json':
      return from.outputs
    case 'file':
      return parseOutputs(await ports.readText(from.path), `The file ${from.path} of input 'outputs-file'`)
    case 'folder': {
      const terraform = await ports.terraformIn(from.path)
      const { backendConfig } = from
      if (backendConfig.length > 0) await terraform.init({ backendConfig })
      return parseOutputs(await terraform.output(), `The state of ${from.path}`)
    }
  }
}
