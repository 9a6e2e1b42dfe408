/** What this runner cannot do, and what GitHub refuses beyond its schema: refused by name before anything runs. */
import {
  child,
  descend,
  entriesOf,
  isBasicExpression,
  isMapping,
  itemsOf,
  literalOf,
  textAt,
  type Token,
  writtenOf
} from './token.ts'

const WORKFLOW = [
  'on',
  'name',
  'description',
  'run-name',
  'defaults',
  'env',
  'permissions',
  'concurrency',
  'jobs'
]
const JOB = [
  'needs',
  'if',
  'strategy',
  'name',
  'runs-on',
  'timeout-minutes',
  'continue-on-error',
  'env',
  'environment',
  'permissions',
  'concurrency',
  'outputs',
  'defaults',
  'steps',
  'uses',
  'with',
  'secrets'
]
const STEP = [
  'name',
  'id',
  'if',
  'run',
  'uses',
  'with',
  'env',
  'shell',
  'working-directory',
  'continue-on-error',
  'timeout-minutes'
]
const CONCURRENCY = ['group', 'cancel-in-progress', 'queue']
const ENVIRONMENT = ['name', 'url', 'deployment']
/** Characters of a script, and of any text with expressions in it. */
const LONGEST_TEXT = 21_000
/** Inputs of a manual start. */
const MOST_INPUTS = 25
/** Labels of runners of other systems. */
export const FOREIGN = /^(windows|macos)\b/i

/** Sentences that name every construct of a workflow file that cannot run here. */
export function unsupportedIn(root: Token): readonly string[] {
  const jobs = entriesOf(child(root, 'jobs'))
  return [
    ...beyond(root, WORKFLOW, 'The workflow'),
    ...entriesOf(child(root, 'on')).flatMap(doubleFilters),
    ...tooManyInputs(descend(root, 'on', 'workflow_dispatch', 'inputs')),
    ...beyond(child(root, 'concurrency'), CONCURRENCY, 'The workflow’s concurrency'),
    ...jobs.flatMap(([key, job]) => unsupportedInJob(key, job))
  ]
}

function doubleFilters([event, filters]: readonly [string, Token]): string[] {
  return ['branches', 'tags', 'paths']
    .filter((kind) => child(filters, kind) !== undefined && child(filters, `${kind}-ignore`) !== undefined)
    .map((kind) => `Event '${event}': you may only define one of '${kind}' and '${kind}-ignore'.`)
}

const tooManyInputs = (inputs: Token | undefined): string[] =>
  entriesOf(inputs).length > MOST_INPUTS
    ? [`you may only define up to ${String(MOST_INPUTS)} \`inputs\` for a \`workflow_dispatch\` event`]
    : []

function unsupportedInJob(key: string, job: Token): string[] {
  const steps = itemsOf(child(job, 'steps'))
  const asked = child(job, 'runs-on')
  const foreign = itemsOf(child(asked, 'labels') ?? asked)
    .map((label) => (isMapping(label) ? '' : writtenOf(label)))
    .filter((label) => FOREIGN.test(label))
  return [
    ...beyond(job, JOB, `Job '${key}'`),
    ...beyond(child(job, 'concurrency'), CONCURRENCY, `Job '${key}': concurrency`),
    ...beyond(child(job, 'environment'), ENVIRONMENT, `Job '${key}': environment`),
    ...foreign.map((label) => `Job '${key}' runs on '${label}', which this machine is not.`),
    ...badQueue(descend(job, 'concurrency'), `Job '${key}'`),
    ...steps.flatMap((step, index) => unsupportedInStep(`Job '${key}', step ${String(index + 1)}`, step))
  ]
}

function unsupportedInStep(place: string, step: Token): string[] {
  const docker = textAt(step, 'uses')?.startsWith('docker://') === true
  return [
    ...beyond(step, STEP, place),
    ...tooLong(step, place),
    ...(docker ? [`${place} uses a Docker image, and this runner has no Docker.`] : [])
  ]
}

const tooLong = (step: Token, place: string): string[] =>
  entriesOf(step)
    .filter(
      ([, token]) => (isBasicExpression(token) ? token.expression : writtenOf(token)).length > LONGEST_TEXT
    )
    .map(([key]) => `${place}: '${key}' exceeds ${String(LONGEST_TEXT)} characters.`)

const beyond = (token: Token | undefined, supported: readonly string[], place: string): string[] =>
  entriesOf(token)
    .filter(([key]) => !supported.includes(key))
    .map(([key]) => `${place} uses '${key}', which this runner does not support.`)

function badQueue(concurrency: Token | undefined, place: string): string[] {
  const both =
    textAt(concurrency, 'queue') === 'max' && literalOf(child(concurrency, 'cancel-in-progress')) === true
  return both ? [`${place}: concurrency cannot combine 'queue: max' with 'cancel-in-progress: true'.`] : []
}
