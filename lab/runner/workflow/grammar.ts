/** GitHub's own parsers of workflow and action files, made loadable by plain Node. */
import { registerHooks } from 'node:module'
import type { TemplateParseResult } from '@actions/workflow-parser'
import { isMapping, type Mapping } from './token.ts'
import { WorkflowFault } from '../fault.ts'

// The package imports its schemas as JSON without the attribute that Node demands.
function importJson(): void {
  registerHooks({
    load: (url, context, nextLoad) =>
      url.endsWith('.json') && url.includes('/@actions/')
        ? nextLoad(url, { ...context, importAttributes: { type: 'json' } })
        : nextLoad(url, context)
  })
}

try {
  importJson()
} catch {
  // Jest refuses hooks and has no need of them: it imports JSON as it stands.
}

// Only a dynamic import is loaded after the hook stands.
const { parseWorkflow } = await import('@actions/workflow-parser/workflows/workflow-parser')
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser')

const silent = { error: () => undefined, info: () => undefined, verbose: () => undefined }

/** What a workflow file says; `faults` are GitHub's complaints with their places, in which case it must not run. */
export type Parsed = Readonly<{ root: Mapping | undefined; faults: readonly string[] }>

/** Reads a workflow file; never throws. */
export const readWorkflowText = (name: string, content: string): Parsed =>
  result(parseWorkflow({ name, content }, silent))

/** Reads an action.yml; throws a fault that names the file and every mistake in it. */
export function readActionText(name: string, content: string): Mapping {
  const { root, faults } = result(parseAction({ name, content }, silent))
  if (root === undefined || faults.length > 0) throw new WorkflowFault(`${name}: ${faults.join('; ')}`)
  return root
}

function result(parsed: TemplateParseResult): Parsed {
  const faults = parsed.context.errors.getErrors().map((error) => error.message)
  const root = parsed.value !== undefined && isMapping(parsed.value) ? parsed.value : undefined
  if (root === undefined && faults.length === 0) return { root, faults: ['The file is not a mapping.'] }
  return { root, faults }
}
