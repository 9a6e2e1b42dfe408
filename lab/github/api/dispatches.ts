/** Starting workflows by the API: one by its name, or all that wait for an event of one's own. */
import { findRef, defaultTip } from '../people/starts.ts'
import { dispatchEvent, repositoryDispatchEvent } from '../people/start-events.ts'
import type { Repository } from '../records.ts'
import {
  type Call,
  HttpError,
  needs,
  noContent,
  notFound,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { apiUrl, htmlUrl } from '../shapes/repository.ts'
import type { Run, WorkflowEvent } from '../../runner/ports.ts'
import { gitOf } from '../world.ts'

/** Bytes of what an event of one's own carries. */
const LARGEST_PAYLOAD = 65_535

/** A workflow by file name or id; only what lies on the default branch is found. */
async function workflowIn(call: Call, repository: Repository): Promise<string> {
  const given = call.params['workflow_id'] ?? ''
  const byId = [...repository.workflows].find(([, { id }]) => String(id) === given)?.[0]
  const path = byId ?? `.github/workflows/${given}`
  const args = ['ls-tree', '--name-only', `refs/heads/${repository.defaultBranch}`, '--', path]
  if ((await gitOf(repository)(args)).trim() !== path) throw notFound()
  return path
}

/** What the runner refuses to start GitHub refuses by the same sentence. */
const raise = (call: Call, event: WorkflowEvent): Promise<readonly Run[]> =>
  call.world.raised.raise(event).catch((error: unknown) => {
    throw new HttpError(422, error instanceof Error ? error.message : String(error))
  })

async function start(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const workflow = await workflowIn(call, repository)
  const name = textIn(call, 'ref') ?? ''
  const found = await findRef(repository, name)
  if (found === undefined) throw new HttpError(422, `No ref found for: ${name}`)
  const given = Object.entries((call.body['inputs'] ?? {}) as Record<string, unknown>)
  const inputs = Object.fromEntries(given.map(([key, value]) => [key, String(value)]))
  const actor = call.caller.user.login
  const event = dispatchEvent(call.world, repository, { workflow, ...found, inputs, actor })
  const [run] = await raise(call, event)
  return call.body['return_run_details'] === true && run !== undefined ? ok(detailsOf(call, run)) : noContent
}

function detailsOf(call: Call, { id }: Run) {
  const repository = repositoryOf(call)
  return {
    workflow_run_id: id,
    run_url: `${apiUrl(call.world, repository)}/actions/runs/${id}`,
    html_url: `${htmlUrl(call.world, repository)}/actions/runs/${id}`
  }
}

async function dispatch(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const payload = (call.body['client_payload'] ?? {}) as Readonly<Record<string, unknown>>
  if (JSON.stringify(payload).length > LARGEST_PAYLOAD) {
    throw new HttpError(422, 'client_payload is too large.')
  }
  const event = repositoryDispatchEvent(call.world, repository, {
    ...(await defaultTip(repository)),
    type: textIn(call, 'event_type') ?? '',
    payload,
    actor: call.caller.user.login
  })
  await raise(call, event)
  return noContent
}

const REPOSITORY = '/repos/{owner}/{repo}'

/** Operations that start workflows. */
export const dispatchRoutes: readonly Route[] = [
  {
    operation: `POST ${REPOSITORY}/actions/workflows/{workflow_id}/dispatches`,
    needs: needs('actions', 'write'),
    handle: start
  },
  { operation: `POST ${REPOSITORY}/dispatches`, needs: needs('contents', 'write'), handle: dispatch }
]
