/** Workflow and action files, read by GitHub's own template reader against GitHub's own schemas. */
import { readFileSync } from 'node:fs'
import { FeatureFlags } from '@actions/expressions/features'
import { ACTION_ROOT } from '@actions/workflow-parser/actions/action-constants'
import { convertConcurrency } from '@actions/workflow-parser/model/converter/concurrency'
import { convertOn } from '@actions/workflow-parser/model/converter/events'
import { handleTemplateTokenErrors } from '@actions/workflow-parser/model/converter/handle-errors'
import { convertJobs } from '@actions/workflow-parser/model/converter/jobs'
import { JSONObjectReader } from '@actions/workflow-parser/templates/json-object-reader'
import { TemplateSchema } from '@actions/workflow-parser/templates/schema/index'
import {
  TemplateContext,
  TemplateValidationErrors
} from '@actions/workflow-parser/templates/template-context'
import { readTemplate } from '@actions/workflow-parser/templates/template-reader'
import { WORKFLOW_ROOT } from '@actions/workflow-parser/workflows/workflow-constants'
import { WorkflowFault } from '../fault.ts'
import { isMapping, type Mapping } from './token.ts'
import { ValueReader } from './value-reader.ts'

/** What a file says; `faults` are GitHub's complaints with their places, in which case it must not run. */
export type Parsed = Readonly<{ root: Mapping | undefined; faults: readonly string[] }>

type Grammar = Readonly<{
  schema: TemplateSchema
  root: string
  /** What the schema alone cannot say; adds to the context's errors. */
  check: (context: TemplateContext, root: Mapping) => void
  /** By name and content: every step reads its action's file, and most are the same few. */
  known: Map<string, Parsed>
}>

const WORKFLOW: Grammar = {
  schema: loadSchema('workflow-v1.0.min.json'),
  root: WORKFLOW_ROOT,
  check: checkWorkflow,
  known: new Map()
}
const ACTION: Grammar = {
  schema: loadSchema('action-v1.0.min.json'),
  root: ACTION_ROOT,
  check: () => undefined,
  known: new Map()
}

/** The package imports its schemas as JSON without the attribute that Node demands, so they are read here. */
function loadSchema(file: string): TemplateSchema {
  const url = new URL(file, import.meta.resolve('@actions/workflow-parser'))
  return TemplateSchema.load(new JSONObjectReader(undefined, mended(readFileSync(url, 'utf8'))))
}

/** `on: repository_dispatch` without more goes by the name of another event there (0.3.61, workflow-v1.0.json). */
function mended(schema: string): string {
  const described = JSON.parse(schema) as Readonly<{ definitions: Record<string, { string?: object }> }>
  const name = described.definitions['repository-dispatch-string']
  if (name !== undefined) name.string = { constant: 'repository_dispatch' }
  return JSON.stringify(described)
}

/** Reads a workflow file; never throws. */
export const readWorkflowText = (name: string, content: string): Parsed => read(WORKFLOW, name, content)

/** Reads an action.yml; throws a fault that names the file and every mistake in it. */
export function readActionText(name: string, content: string): Mapping {
  const { root, faults } = read(ACTION, name, content)
  if (root === undefined || faults.length > 0) throw new WorkflowFault(`${name}: ${faults.join('; ')}`)
  return root
}

const silent = { error: () => undefined, info: () => undefined, verbose: () => undefined }

function read(grammar: Grammar, name: string, content: string): Parsed {
  const key = `${name}\n${content}`
  const parsed = grammar.known.get(key) ?? readAnew(grammar, name, content)
  grammar.known.set(key, parsed)
  return parsed
}

function readAnew(grammar: Grammar, name: string, content: string): Parsed {
  const context = new TemplateContext(new TemplateValidationErrors(), grammar.schema, silent)
  const id = context.getFileId(name)
  const reader = new ValueReader(id, content)
  for (const { message, range } of reader.errors) context.error(id, message, range)
  // In a file that is no YAML the reader's own complaints would mislead.
  const value = reader.errors.length > 0 ? undefined : readTemplate(context, grammar.root, reader, id)
  const root = value !== undefined && isMapping(value) ? value : undefined
  if (root !== undefined && context.errors.count === 0) grammar.check(context, root)
  const faults = context.errors.getErrors().map((error) => error.message)
  return root === undefined && faults.length === 0
    ? { root, faults: ['The file is not a mapping.'] }
    : { root, faults }
}

/** Needs, step ids, conditions without braces, inputs: what GitHub checks while it converts a file to its model. */
function checkWorkflow(context: TemplateContext, root: Mapping): void {
  context.state['featureFlags'] = new FeatureFlags()
  const [on, jobs, concurrency] = ['on', 'jobs', 'concurrency'].map((key) => root.find(key))
  if (on !== undefined) handleTemplateTokenErrors(root, context, {}, () => convertOn(context, on))
  if (jobs !== undefined) handleTemplateTokenErrors(root, context, [], () => convertJobs(context, jobs))
  if (concurrency !== undefined) {
    handleTemplateTokenErrors(root, context, {}, () => convertConcurrency(context, concurrency))
  }
}
