/** A workflow with everything it calls, read and checked before the first job starts. */
import { WorkflowFault, messageOf } from '../fault.ts'
import { DEFAULT_PERMISSIONS, excessOf, permissionsOf } from '../job/permissions.ts'
import type { Permissions } from '../ports.ts'
import { type ActionSources, checkActions } from './action.ts'
import { readWorkflow, refOf, type WorkflowFile } from './file.ts'
import { callMistakes } from './inputs.ts'
import { unsupportedIn } from './support.ts'
import { child, descend, entriesOf, type Mapping, textAt, textsAt, type Token } from './token.ts'
import { hasTrigger } from './triggers.ts'
import { parseUses } from './uses.ts'

/** A job with its permissions computed. */
export type PreparedJob = Readonly<{
  key: string
  token: Token
  needs: readonly string[]
  permissions: Permissions
  /** The workflow that the job calls, when it is a call. */
  called?: PreparedWorkflow
}>

/** A workflow file that is free of faults. */
export type PreparedWorkflow = Readonly<{
  file: WorkflowFile
  root: Mapping
  jobs: ReadonlyMap<string, PreparedJob>
}>

/** Levels of called workflows that GitHub allows, the first workflow included. */
const LEVELS = 10
/** Calls in one run that GitHub allows. */
const CALLS = 50

type Caller = Readonly<{
  files: readonly string[]
  allowed: Permissions | undefined
  counter: { calls: number }
}>

/** Reads and checks a workflow that an event starts. Every fault is named; none is found later. */
export const prepareWorkflow = (file: WorkflowFile, sources: ActionSources): Promise<PreparedWorkflow> =>
  prepare(file, { files: [], allowed: undefined, counter: { calls: 0 } }, sources)

async function prepare(
  file: WorkflowFile,
  caller: Caller,
  sources: ActionSources
): Promise<PreparedWorkflow> {
  const root = checkedRoot(file)
  const stated = permissionsOf(child(root, 'permissions'), caller.allowed ?? DEFAULT_PERMISSIONS)
  refuseExcess(stated, caller.allowed, `Error calling workflow '${refOf(file)}'. The workflow is`)
  const jobs = new Map<string, PreparedJob>()
  for (const [key, token] of entriesOf(child(root, 'jobs'))) {
    const permissions = permissionsOf(child(token, 'permissions'), stated)
    refuseExcess(
      permissions,
      caller.allowed,
      `Error calling workflow '${refOf(file)}'. The nested job '${key}' is`
    )
    const job = { key, token, needs: textsAt(token, 'needs') ?? [], permissions }
    const called = await prepareCall(file, job, { caller, sources })
    jobs.set(key, called === undefined ? job : { ...job, called })
    await checkActions(child(token, 'steps'), file, sources)
  }
  return { file, root, jobs }
}

function checkedRoot(file: WorkflowFile): Mapping {
  const { root, faults } = file.parsed
  if (root === undefined || faults.length > 0)
    throw new WorkflowFault(`Invalid workflow file: ${faults.join('; ')}`)
  const unsupported = unsupportedIn(root)
  if (unsupported.length > 0) throw new WorkflowFault(`${file.path}: ${unsupported.join(' ')}`)
  return root
}

function refuseExcess(wanted: Permissions, allowed: Permissions | undefined, subject: string): void {
  const excess = allowed === undefined ? undefined : excessOf(wanted, allowed)
  if (excess === undefined) return
  throw new WorkflowFault(
    `${subject} requesting '${excess.wanted}', but is only allowed '${excess.allowed}'.`
  )
}

type Calling = Readonly<{ caller: Caller; sources: ActionSources }>

async function prepareCall(
  file: WorkflowFile,
  job: PreparedJob,
  { caller, sources }: Calling
): Promise<PreparedWorkflow | undefined> {
  const uses = textAt(job.token, 'uses')
  if (uses === undefined) return undefined
  caller.counter.calls += 1
  if (caller.counter.calls > CALLS)
    throw new WorkflowFault(`The run calls more than ${String(CALLS)} workflows.`)
  const target = await readCalled(file, uses, sources)
  const files = [...caller.files, refOf(file)]
  if (files.length >= LEVELS)
    throw new WorkflowFault(`Called workflows nest deeper than ${String(LEVELS)} levels at '${uses}'.`)
  if (files.includes(refOf(target))) throw new WorkflowFault(`'${refOf(target)}' calls itself.`)
  const on = child(target.parsed.root, 'on')
  if (!hasTrigger(on, 'workflow_call')) {
    throw new WorkflowFault(
      `'${uses}': workflow is not reusable as it is missing a 'on.workflow_call' trigger`
    )
  }
  const wrong = callMistakes(descend(on, 'workflow_call'), job.token)
  if (wrong.length > 0) throw new WorkflowFault(`Job '${job.key}' calls '${uses}': ${wrong.join(' ')}`)
  return prepare(target, { ...caller, files, allowed: job.permissions }, sources)
}

async function readCalled(file: WorkflowFile, uses: string, sources: ActionSources): Promise<WorkflowFile> {
  const target = parseUses(uses)
  if (target.kind === 'docker') throw new WorkflowFault(`'${uses}' is not a workflow.`)
  if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(target.path)) {
    throw new WorkflowFault(
      `invalid value workflow reference: '${uses}': workflows must be defined at the top level of the .github/workflows/ directory`
    )
  }
  switch (target.kind) {
    case 'local':
    case 'self':
      return readWorkflow(file, target.path)
    case 'remote': {
      const { repository, ref, path } = target
      const tree = await sources.platform.tree(repository, ref).catch((cause: unknown) => {
        throw new WorkflowFault(`Unable to find reusable workflow '${uses}': ${messageOf(cause)}`, { cause })
      })
      return readWorkflow({ repository, ref, ...tree }, path)
    }
  }
}
