import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  Annotation,
  Conclusion,
  Job,
  Run,
  RunnerEvent,
  Status,
  WorkflowEvent
} from '../../../lab/runner/ports.ts'

/** 21 November 2026, 12:52 UTC. */
export const START = Date.UTC(2026, 10, 21, 12, 52)

export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

const SHA = '4be1c0987d1e5f6a2b3c4d5e6f708192a3b4c5d6'

const event = (
  name: WorkflowEvent['name'],
  ref: string,
  payload: Record<string, unknown> = {}
): WorkflowEvent => ({
  repository: 'caliber/actions',
  name,
  payload,
  ref,
  sha: SHA,
  headRef: '',
  baseRef: '',
  actor: 'ada',
  changedFiles: []
})

const run = (id: number, name: string, cause: WorkflowEvent): Run => ({
  id,
  attempt: 1,
  number: id,
  workflow: `.github/workflows/${name}.yml`,
  name,
  event: cause
})

export const PLAN_RUN = run(3, 'ci-plan', event('pull_request', 'refs/pull/1/merge', { number: 1 }))
export const APPLY_RUN = run(4, 'ci-apply', event('push', 'refs/heads/main'))

/** A job of a run. */
export const job = (of: Run, id: number, facts: Readonly<{ name: string; environment?: string }>): Job => ({
  id,
  run: of,
  key: facts.name,
  permissions: {},
  workflowRef: '',
  workflowSha: SHA,
  ...facts
})

const at = (seconds: number): number => START + seconds * 1000

/** `waiting`, or `completed: success`. */
type State = Exclude<Status, 'completed'> | `completed: ${Conclusion}`

function parseState(state: State): Readonly<{ status: Status; conclusion?: Conclusion }> {
  const [status, conclusion] = state.split(': ') as [Status, Conclusion?]
  return { status, ...(conclusion === undefined ? {} : { conclusion }) }
}

/** A job's state at a second of the story. */
export const jobIs = (of: Job, seconds: number, state: State): RunnerEvent => ({
  kind: 'job',
  at: at(seconds),
  job: of,
  ...parseState(state)
})

/** A run's state at a second of the story. */
export const runIs = (of: Run, seconds: number, state: State): RunnerEvent => ({
  kind: 'run',
  at: at(seconds),
  run: of,
  ...parseState(state)
})

type Step = readonly [name: string, seconds: number, conclusion?: Conclusion]

/** A job from its first second to the end of its last step. */
function worked(of: Job, from: number, steps: readonly Step[]): RunnerEvent[] {
  const events: RunnerEvent[] = [jobIs(of, from, 'in_progress')]
  let now = from
  for (const [index, [name, seconds, conclusion = 'success']] of steps.entries()) {
    events.push({ kind: 'step', at: at(now), job: of, index, name, status: 'in_progress' })
    now += seconds
    events.push({ kind: 'step', at: at(now), job: of, index, name, status: 'completed', conclusion })
  }
  const failed = steps.some(([, , conclusion]) => conclusion === 'failure')
  return [...events, jobIs(of, now, failed ? 'completed: failure' : 'completed: success')]
}

const annotated = (of: Job, seconds: number, annotation: Annotation): RunnerEvent => ({
  kind: 'annotation',
  at: at(seconds),
  run: of.run,
  job: of,
  annotation
})

const summarised = (
  of: Job,
  seconds: number,
  facts: Readonly<{ step: string; markdown: string }>
): RunnerEvent => ({
  kind: 'summary',
  at: at(seconds),
  job: of,
  ...facts
})

const binaryWarning: Annotation = {
  level: 'warning',
  message: `Terraform 1.11.4 at /usr/local/bin/terraform is used because 'binary' names it. It was not installed by this action and its origin was not checked.`
}

const planJob = (of: Run, id: number): Job => job(of, id, { name: 'plan / plan (caliber-acme-stg)' })
const PLAN_STEPS: readonly Step[] = [
  ['Set up job', 0.1],
  ['actions/checkout', 0.7],
  ['aws-actions/configure-aws-credentials', 0.9],
  ['Set up Terraform', 0.6],
  ['Plan and seal', 14.2],
  ['Post actions/checkout', 0.1]
]

function plans(of: Run, from: number): RunnerEvent[] {
  const plan = planJob(of, of.id * 10)
  const comment = job(of, of.id * 10 + 1, { name: 'plan / comment' })
  return [
    jobIs(plan, from, 'queued'),
    ...worked(plan, from + 0.4, PLAN_STEPS),
    annotated(plan, from + 3, binaryWarning),
    summarised(plan, from + 16, { step: 'Plan and seal', markdown: fixture('comment.md') }),
    ...worked(comment, from + 17.2, [
      ['Set up job', 0.1],
      ['Write the one comment', 1.3]
    ])
  ]
}

const checks = job(PLAN_RUN, 36, { name: 'offline checks for forks' })
const required = job(PLAN_RUN, 37, { name: 'required' })
const apply = job(APPLY_RUN, 47, {
  name: 'apply / apply (caliber-acme-stg) 9f3c27d1',
  environment: 'caliber-stg'
})

/** A pull request planned, merged, planned again, approved and applied: 98 seconds. */
export const SAMPLE_EVENTS: readonly RunnerEvent[] = [
  runIs(PLAN_RUN, 0, 'in_progress'),
  jobIs(checks, 0.2, 'completed: skipped'),
  ...plans(PLAN_RUN, 0.3),
  ...worked(required, 19.4, [['Every plan succeeded', 0.3]]),
  runIs(PLAN_RUN, 20, 'completed: success'),
  runIs(APPLY_RUN, 24, 'in_progress'),
  ...plans(APPLY_RUN, 24.3),
  jobIs(apply, 43.5, 'queued'),
  jobIs(apply, 43.6, 'waiting'),
  ...worked(apply, 52.4, [
    ['Set up job', 0.1],
    ['actions/checkout', 0.6],
    ['aws-actions/configure-aws-credentials', 0.8],
    ['Set up Terraform', 0.6],
    ['Apply what was approved', 42.8],
    ['Post actions/checkout', 0.1]
  ]),
  summarised(apply, 97, { step: 'Apply what was approved', markdown: fixture('gate.md') }),
  runIs(APPLY_RUN, 98, 'completed: success')
]
