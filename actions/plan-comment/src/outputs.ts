import type { Fragment } from '../../../lib/fragment.ts'
import { NO_COUNTS, type Counts } from '../../../lib/terraform/changes.ts'
import { describeLock } from '../../../lib/terraform/lock.ts'
import type { Findings } from './describe.ts'

type Outputs = Readonly<Record<string, string>>
/** Where the comment and the written summary are; undefined where there is none. */
export type Written = Readonly<{ commentUrl?: string; summaryPath?: string }>

/** Outputs of one stack's plan. */
export function toPlanOutputs(fragment: Fragment, { planning }: Findings, written: Written): Outputs {
  const lock = planning.kind === 'locked' ? planning.lock : undefined
  const outputs = {
    ...countOutputs(fragment.counts, fragment.hasChanges),
    'stateful-destroys': JSON.stringify(fragment.statefulDestroys),
    digest: fragment.fingerprint?.digest ?? '',
    reviewed: fragment.reviewed,
    'artifact-id': fragment.artifact === undefined ? '' : String(fragment.artifact.id),
    'artifact-digest': fragment.artifact?.digest ?? '',
    'comment-url': written.commentUrl ?? '',
    'summary-path': written.summaryPath ?? '',
    'lock-holder': lock === undefined ? '' : JSON.stringify({ ...lock, sentence: describeLock(lock) }),
    plans: JSON.stringify(toPlans([fragment])),
    'plans-by-env': JSON.stringify(toPlansByEnv([fragment]))
  }
  return { ...outputs, result: toResult(outputs, { stack: fragment.stack, status: fragment.status }) }
}

/** Outputs of the comment over all stacks: sums, and the map of plans that are to be applied. */
export function toCommentOutputs(fragments: readonly Fragment[], written: Written): Outputs {
  const outputs = {
    ...countOutputs(
      sum(fragments.map(({ counts }) => counts)),
      fragments.some(({ hasChanges }) => hasChanges)
    ),
    'stateful-destroys': JSON.stringify(fragments.flatMap(({ statefulDestroys }) => statefulDestroys)),
    reviewed: reviewedByAll(fragments),
    'comment-url': written.commentUrl ?? '',
    plans: JSON.stringify(toPlans(fragments)),
    'plans-by-env': JSON.stringify(toPlansByEnv(fragments))
  }
  const statuses = Object.fromEntries(fragments.map(({ stack, status }) => [stack, status]))
  return { ...outputs, result: toResult(outputs, { stacks: statuses }) }
}

function countOutputs(counts: Counts, hasChanges: boolean): Outputs {
  const { create, update, replace, delete: deleted, import: imported, move, forget, outputs, drift } = counts
  const numbers = {
    create,
    update,
    replace,
    delete: deleted,
    import: imported,
    move,
    forget,
    'output-changes': outputs,
    drift
  }
  return {
    'has-changes': String(hasChanges),
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]))
  }
}

/** The stacks to apply: planned, with changes, and sealed. */
function toPlans(fragments: readonly Fragment[]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    fragments.flatMap(
      ({ stack, workingDirectory, backendConfig, fingerprint, artifact, hasChanges, ...rest }) => {
        if (!hasChanges || fingerprint === undefined || artifact === undefined) return []
        const plan = {
          stack,
          'working-directory': workingDirectory,
          'backend-config': backendConfig.join('\n'),
          digest: fingerprint.digest,
          'short-digest': fingerprint.digest.slice(0, 8),
          'artifact-id': artifact.id,
          'artifact-digest': artifact.digest,
          'stateful-destroys': rest.statefulDestroys,
          reviewed: rest.reviewed
        }
        return [[stack, plan]]
      }
    )
  )
}

/** The same for each environment in which a stack has changes; without a seal there is none to apply, which must not go unseen. */
function toPlansByEnv(fragments: readonly Fragment[]): Readonly<Record<string, object>> {
  const changing = fragments.filter(({ env, hasChanges }) => env !== undefined && hasChanges)
  const groups = Object.entries(Object.groupBy(changing, ({ env = '' }) => env))
  return Object.fromEntries(groups.map(([env, group = []]) => [env, toPlans(group)]))
}

function reviewedByAll(fragments: readonly Fragment[]): string {
  const changing = fragments.filter(({ hasChanges }) => hasChanges).map(({ reviewed }) => reviewed)
  if (changing.includes('different')) return 'different'
  return changing.length > 0 && changing.every((one) => one === 'same') ? 'same' : 'unknown'
}

function sum(all: readonly Counts[]): Counts {
  const names = Object.keys(NO_COUNTS) as (keyof Counts)[]
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((total, counts) => total + counts[name], 0)])
  ) as Counts
}

/** Everything as one JSON value: numbers, booleans and parsed lists in place of texts. */
function toResult(outputs: Outputs, more: object): string {
  const parsed = Object.entries(outputs).map(([name, value]) => [name, parseOutput(name, value)])
  return JSON.stringify({ ...more, ...Object.fromEntries(parsed) })
}

const TEXTS: ReadonlySet<string> = new Set([
  'digest',
  'reviewed',
  'artifact-digest',
  'comment-url',
  'summary-path'
])

function parseOutput(name: string, value: string): unknown {
  if (TEXTS.has(name)) return value
  return value === '' ? null : JSON.parse(value)
}
