/** Which workflow files an event starts, or why GitHub would not start one. */
import { WorkflowFault } from '../fault.ts'
import type { Platform, WorkflowEvent } from '../ports.ts'
import { listWorkflows, type WorkflowFile } from './file.ts'
import { dispatchInputs } from './inputs.ts'
import { child, descend, type Token } from './token.ts'
import { hasTrigger, isTriggeredBy } from './triggers.ts'

type Lookups = Pick<Platform, 'tree' | 'repositoryFacts'>

/** What a person, or a job, may send with a dispatch. */
const LONGEST_PAYLOAD = 65_535

/** Events that are of the repository, not of a ref: they run what lies on its default branch. */
const OF_DEFAULT_BRANCH: ReadonlySet<WorkflowEvent['name']> = new Set([
  'schedule',
  'workflow_run',
  'repository_dispatch'
])

/** The workflow files that an event starts; one that cannot be read at all is a failed run, so it is among them. */
export async function startedBy(platform: Lookups, event: WorkflowEvent): Promise<readonly WorkflowFile[]> {
  const { defaultBranch } = platform.repositoryFacts(event.repository)
  if (OF_DEFAULT_BRANCH.has(event.name) && event.ref !== `refs/heads/${defaultBranch}`) return []
  const files = await workflowsAt(platform, event.repository, event)
  if (event.workflow === undefined) return files.filter((file) => isStarted(file, event))
  const file = named(files, event.workflow)
  if (file === undefined) {
    throw new WorkflowFault(
      `Workflow '${event.workflow}' does not exist in ${event.repository} at ${event.ref}.`
    )
  }
  if (event.name === 'workflow_dispatch') await requireDispatchable(platform, file, event)
  return isStarted(file, event) ? [file] : []
}

const named = (files: readonly WorkflowFile[], workflow: string): WorkflowFile | undefined =>
  files.find(({ path }) => path === workflow || path.endsWith(`/${workflow}`))

async function workflowsAt(
  platform: Lookups,
  repository: string,
  { ref, sha }: Pick<WorkflowEvent, 'ref' | 'sha'>
): Promise<readonly WorkflowFile[]> {
  return listWorkflows({ repository, ref, ...(await platform.tree(repository, sha)) })
}

function isStarted(file: WorkflowFile, event: WorkflowEvent): boolean {
  const on = child(file.parsed.root, 'on')
  if (on === undefined) return event.name === 'push' && file.parsed.faults.length > 0
  // A person starts one workflow, never all that could be started.
  if (event.name === 'workflow_dispatch' && event.workflow === undefined) return false
  return isTriggeredBy(on, event)
}

/** Refuses a manual start as GitHub's API does: no run comes of it. */
async function requireDispatchable(
  platform: Lookups,
  file: WorkflowFile,
  event: WorkflowEvent
): Promise<void> {
  const on = child(file.parsed.root, 'on')
  if (!hasTrigger(on, 'workflow_dispatch')) {
    throw new WorkflowFault(`Workflow '${event.workflow ?? ''}' does not have 'workflow_dispatch' trigger`)
  }
  await requireKnown(platform, file, event)
  requireFitting(on, event.inputs ?? {})
}

/** Only what lies on the default branch can be started, whatever the ref that it is to run at. */
async function requireKnown(platform: Lookups, file: WorkflowFile, event: WorkflowEvent): Promise<void> {
  const { defaultBranch } = platform.repositoryFacts(event.repository)
  const place = { ref: `refs/heads/${defaultBranch}`, sha: defaultBranch }
  const known = named(await workflowsAt(platform, event.repository, place), file.path)
  if (known !== undefined) return
  throw new WorkflowFault(
    `Workflow '${file.path}' cannot be started by hand: it is not on the default branch '${defaultBranch}' of ${event.repository}.`
  )
}

function requireFitting(on: Token | undefined, inputs: Readonly<Record<string, string>>): void {
  if (JSON.stringify(inputs).length > LONGEST_PAYLOAD) throw new WorkflowFault('inputs are too large.')
  dispatchInputs(descend(on, 'workflow_dispatch', 'inputs'), inputs)
}
