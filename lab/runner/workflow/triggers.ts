/** Whether an event starts a workflow: its `on`, with GitHub's filters and defaults. */
import type { WorkflowEvent } from '../ports.ts'
import { isRecord, wordOf } from '../expression/value.ts'
import { isChosenBy } from './patterns.ts'
import { child, entriesOf, isMapping, itemsOf, literalOf, textAt, textsAt, type Token } from './token.ts'

/** Files of a diff that path filters look at. */
const MOST_FILES = 3_000

/** Whether `on` names the event and its filters let it through. */
export function isTriggeredBy(on: Token | undefined, event: WorkflowEvent): boolean {
  if (!hasTrigger(on, event.name)) return false
  const filters = child(on, event.name)
  switch (event.name) {
    case 'push':
      return matchesPush(filters, event)
    case 'pull_request':
      return matchesPull(filters, event)
    case 'merge_group':
      return matchesType(filters, event, ['checks_requested']) && matchesTarget(filters, event)
    case 'workflow_run':
      return matchesRun(filters, event)
    case 'schedule':
      return itemsOf(filters).some((item) => textAt(item, 'cron') === event.payload['schedule'])
    case 'repository_dispatch':
      return matchesType(filters, event)
    case 'workflow_dispatch':
      return true
  }
}

/** Whether `on` names a trigger, in any of its three forms. */
export function hasTrigger(on: Token | undefined, name: string): boolean {
  if (on === undefined) return false
  if (isMapping(on)) return entriesOf(on).some(([key]) => key === name)
  return itemsOf(on).some((item) => literalOf(item) === name)
}

function matchesPush(filters: Token | undefined, event: WorkflowEvent): boolean {
  if (event.payload['deleted'] === true || isSkipped(event)) return false
  const isTag = event.ref.startsWith('refs/tags/')
  const [mine, other] = isTag ? (['tags', 'branches'] as const) : (['branches', 'tags'] as const)
  const name = event.ref.replace(/^refs\/(heads|tags)\//, '')
  const hasFilter = (kind: string): boolean =>
    child(filters, kind) !== undefined || child(filters, `${kind}-ignore`) !== undefined
  if (!hasFilter(mine)) return !hasFilter(other) && (isTag || matchesPaths(filters, event))
  return matchesName(filters, mine, name) && (isTag || matchesPaths(filters, event))
}

/** Nothing runs on a pull request until its conflict with the branch that it aims at is resolved. */
function matchesPull(filters: Token | undefined, event: WorkflowEvent): boolean {
  if (event.hasConflict === true || asksForSilence(event.headMessage ?? '')) return false
  return matchesType(filters, event, ['opened', 'synchronize', 'reopened']) && matchesTarget(filters, event)
}

const matchesTarget = (filters: Token | undefined, event: WorkflowEvent): boolean =>
  matchesName(filters, 'branches', event.baseRef.replace(/^refs\/heads\//, '')) &&
  matchesPaths(filters, event)

function matchesName(filters: Token | undefined, kind: 'branches' | 'tags', name: string): boolean {
  const wanted = textsAt(filters, kind)
  const ignored = textsAt(filters, `${kind}-ignore`)
  if (wanted !== undefined) return isChosenBy(wanted, name)
  return ignored === undefined || !isChosenBy(ignored, name)
}

function matchesPaths(filters: Token | undefined, { changedFiles }: WorkflowEvent): boolean {
  if (changedFiles === 'unknown') return true
  const wanted = textsAt(filters, 'paths')
  const ignored = textsAt(filters, 'paths-ignore')
  const seen = changedFiles.slice(0, MOST_FILES)
  if (wanted !== undefined) return seen.some((path) => isChosenBy(wanted, path))
  return ignored === undefined || seen.some((path) => !isChosenBy(ignored, path))
}

/** Whether a type is among those named, or the usual ones; without usual ones every type is. */
function matchesType(filters: Token | undefined, event: WorkflowEvent, usual?: readonly string[]): boolean {
  const types = textsAt(filters, 'types') ?? usual
  return types === undefined || types.includes(String(event.payload['action']))
}

function matchesRun(filters: Token | undefined, event: WorkflowEvent): boolean {
  const run = event.payload['workflow_run']
  if (!isRecord(run)) return false
  const names = textsAt(filters, 'workflows') ?? []
  return (
    names.includes(wordOf(run['name'])) &&
    matchesType(filters, event, ['requested', 'in_progress', 'completed']) &&
    matchesName(filters, 'branches', wordOf(run['head_branch']))
  )
}

/** A push whose head commit asks to be left alone. */
function isSkipped({ payload }: WorkflowEvent): boolean {
  const head = payload['head_commit']
  return asksForSilence(isRecord(head) ? wordOf(head['message']) : '')
}

const asksForSilence = (message: string): boolean =>
  /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message) ||
  /\n\n\n?skip-checks: ?true\s*$/.test(message)
