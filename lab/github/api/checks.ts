/** Check runs and commit statuses. Every job is a check run too, under its own id. */
import { resolveCommit } from '../git/git.ts'
import { paginate } from '../pagination.ts'
import type { CheckAnnotation, CheckRun, CommitStatus } from '../records.ts'
import {
  type Call,
  created,
  existing,
  HttpError,
  invalid,
  needs,
  numberIn,
  ok,
  type Reply,
  repositoryOf,
  type Route,
  textIn
} from '../route.ts'
import { checkAnnotationShape, checkRunShape, statusShape } from '../shapes/check.ts'
import { gitOf } from '../world.ts'

const LONGEST_TEXT = 65_535
const STATES: readonly string[] = ['error', 'failure', 'pending', 'success']

async function commitIn(call: Call, name: string): Promise<string> {
  const given = call.params[name] ?? textIn(call, name) ?? ''
  const sha = await resolveCommit(gitOf(repositoryOf(call)), given)
  if (sha === undefined) throw new HttpError(422, `No commit found for SHA: ${given}`)
  return sha
}

function outputOf(call: Call, before: CheckRun['output']): CheckRun['output'] {
  const given = call.body['output']
  if (typeof given !== 'object' || given === null) return before
  const fields: Record<string, unknown> = { ...given }
  const text = (name: 'title' | 'summary' | 'text'): string | null => {
    const value = fields[name]
    if (typeof value !== 'string') return before[name]
    if (Array.from(value).length > LONGEST_TEXT) {
      throw invalid('CheckRun', name, `${name} is too long (maximum is ${LONGEST_TEXT} characters)`)
    }
    return value
  }
  return { title: text('title'), summary: text('summary'), text: text('text') }
}

type GivenAnnotation = Readonly<{
  path: string
  start_line: number
  end_line: number
  start_column?: number
  end_column?: number
  annotation_level: CheckAnnotation['level']
  message: string
  title?: string
  raw_details?: string
}>

/** Remarks are added to those that a check run has. */
function annotationsIn(call: Call): readonly CheckAnnotation[] {
  const { annotations = [] } = (call.body['output'] ?? {}) as { annotations?: readonly GivenAnnotation[] }
  return annotations.map((given) => ({
    path: given.path,
    startLine: given.start_line,
    endLine: given.end_line,
    startColumn: given.start_column ?? null,
    endColumn: given.end_column ?? null,
    level: given.annotation_level,
    title: given.title ?? null,
    message: given.message,
    rawDetails: given.raw_details ?? null
  }))
}

function listAnnotations(call: Call): Reply {
  const run = runOf(call)
  const place = { repository: repositoryOf(call), sha: run.headSha }
  return paginate(call, run.annotations, (page) =>
    page.map((remark) => checkAnnotationShape(call.world, place, remark))
  )
}

function conclude(call: Call, run: CheckRun): void {
  const now = call.world.store.timestamp()
  const conclusion = textIn(call, 'conclusion')
  run.status = conclusion === undefined ? (textIn(call, 'status') ?? run.status) : 'completed'
  if (run.status === 'completed' && conclusion === undefined && run.conclusion === null) {
    throw invalid('CheckRun', 'conclusion', 'A completed check run needs a conclusion')
  }
  run.conclusion = conclusion ?? run.conclusion
  if (run.status === 'completed') run.completedAt = textIn(call, 'completed_at') ?? run.completedAt ?? now
}

async function create(call: Call): Promise<Reply> {
  const { store, urls } = call.world
  const repository = repositoryOf(call)
  const name = textIn(call, 'name')
  if (name === undefined || name === '') throw invalid('CheckRun', 'name', 'name is missing')
  const id = store.nextId()
  const run: CheckRun = {
    id,
    name,
    headSha: await commitIn(call, 'head_sha'),
    externalId: textIn(call, 'external_id') ?? '',
    detailsUrl: textIn(call, 'details_url') ?? `${urls.server}/${repository.fullName}/runs/${id}`,
    status: 'queued',
    conclusion: null,
    startedAt: textIn(call, 'started_at') ?? store.timestamp(),
    completedAt: null,
    output: outputOf(call, { title: null, summary: null, text: null }),
    annotations: annotationsIn(call)
  }
  conclude(call, run)
  repository.checkRuns.set(id, run)
  return created(checkRunShape(call.world, repository, run))
}

const runOf = (call: Call): CheckRun => existing(repositoryOf(call).checkRuns, numberIn(call, 'check_run_id'))

const get = (call: Call): Reply => ok(checkRunShape(call.world, repositoryOf(call), runOf(call)))

function update(call: Call): Reply {
  const run = runOf(call)
  run.name = textIn(call, 'name') ?? run.name
  run.externalId = textIn(call, 'external_id') ?? run.externalId
  run.output = outputOf(call, run.output)
  run.annotations = [...run.annotations, ...annotationsIn(call)]
  conclude(call, run)
  return get(call)
}

async function list(call: Call): Promise<Reply> {
  const { query } = call
  const repository = repositoryOf(call)
  const sha = await commitIn(call, 'ref')
  const name = query.get('check_name')
  const status = query.get('status')
  const all = [...repository.checkRuns.values()]
    .filter((run) => run.headSha === sha)
    .toReversed()
    .filter((run) => name === null || run.name === name)
    .filter((run) => status === null || run.status === status)
  const runs = query.get('filter') === 'all' ? all : latestByName(all)
  return paginate(call, runs, (page) => ({
    total_count: runs.length,
    check_runs: page.map((run) => checkRunShape(call.world, repository, run))
  }))
}

const latestByName = (newestFirst: readonly CheckRun[]): readonly CheckRun[] =>
  newestFirst.filter((run, index) => newestFirst.findIndex((other) => other.name === run.name) === index)

async function createStatus(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const state = textIn(call, 'state') ?? ''
  if (!STATES.includes(state)) throw invalid('Status', 'state', `state is not one of ${STATES.join(', ')}`)
  const status: CommitStatus = {
    id: call.world.store.nextId(),
    sha: await commitIn(call, 'sha'),
    state,
    context: textIn(call, 'context') ?? 'default',
    description: textIn(call, 'description') ?? null,
    targetUrl: textIn(call, 'target_url') ?? null,
    creator: call.caller.user,
    createdAt: call.world.store.timestamp()
  }
  repository.statuses.push(status)
  return created(statusShape(call.world, repository, status))
}

async function listStatuses(call: Call): Promise<Reply> {
  const repository = repositoryOf(call)
  const sha = await commitIn(call, 'ref')
  const found = repository.statuses.filter((status) => status.sha === sha).toReversed()
  return paginate(call, found, (page) => page.map((status) => statusShape(call.world, repository, status)))
}

const CHECKS = '/repos/{owner}/{repo}/check-runs'
const COMMIT = '/repos/{owner}/{repo}/commits/{ref}'

/** Check-run and status operations. */
export const checkRoutes: readonly Route[] = [
  { operation: `POST ${CHECKS}`, needs: needs('checks', 'write'), handle: create },
  { operation: `GET ${CHECKS}/{check_run_id}`, needs: needs('checks'), handle: get },
  { operation: `PATCH ${CHECKS}/{check_run_id}`, needs: needs('checks', 'write'), handle: update },
  { operation: `GET ${CHECKS}/{check_run_id}/annotations`, needs: needs('checks'), handle: listAnnotations },
  { operation: `GET ${COMMIT}/check-runs`, needs: needs('checks'), handle: list },
  {
    operation: 'POST /repos/{owner}/{repo}/statuses/{sha}',
    needs: needs('statuses', 'write'),
    handle: createStatus
  },
  { operation: `GET ${COMMIT}/statuses`, needs: needs('statuses'), handle: listStatuses }
]
