/** Runs workflow files given as literals and returns what a person would see. */
import { join } from 'node:path'
import type { Annotation, JobResult, RunnerEvent, RunResult, WorkflowEvent } from '../../lab/runner/ports.ts'
import { createRunner, type Runner, type RunnerOptions } from '../../lab/runner/runner.ts'
import {
  type FakePlatform,
  fakePlatform,
  type FakePlatformOptions,
  FAKE_SHA,
  writeTree
} from './runner-platform.ts'

/** A runner and the world around it. */
export type BenchOptions = Partial<FakePlatformOptions> &
  Readonly<{
    /** Files of o/r, where events happen. */
    files: Readonly<Record<string, string>>
    /** Stand-in actions by path: actions/x/action.yml. */
    standIns?: Readonly<Record<string, string>>
    /** A folder of stand-ins instead. */
    standInFolder?: string
    env?: Readonly<Record<string, string>>
    patience?: RunnerOptions['patience']
    actionsCache?: string
    onEvent?: (event: RunnerEvent, runner: Runner) => void
  }>

/** A runner that a test drives itself. */
export type Bench = Readonly<{
  runner: Runner
  events: readonly RunnerEvent[]
  platform: FakePlatform
  trigger: (event?: Partial<WorkflowEvent>) => Promise<readonly RunResult[]>
  close: () => Promise<void>
}>

/** Where the workflow under test lies. */
export const WORKFLOW = '.github/workflows/w.yml'

/** The text of a workflow with the given jobs, started by a push. */
export const pushed = (jobs: string, top = 'on: push'): Record<string, string> => ({
  [WORKFLOW]: `${top}\njobs:\n${jobs.replaceAll(/^/gm, '  ')}\n`
})

/** A runner over a fake platform. */
export async function openBench(options: BenchOptions): Promise<Bench> {
  const platform = await fakePlatform({
    ...options,
    repositories: { 'o/r': options.files, ...options.repositories }
  })
  const events: RunnerEvent[] = []
  const standIns = join(platform.folder, 'stand-ins')
  await writeTree(standIns, options.standIns ?? {})
  const settings: RunnerOptions = {
    platform: platform.platform,
    workFolder: join(platform.folder, 'work'),
    toolCache: join(platform.folder, 'tools'),
    node24: process.execPath,
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
    standIns: options.standInFolder ?? standIns,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    // Not the machine's own copies: a test says which it wants.
    actionsCache: options.actionsCache ?? join(platform.folder, 'actions'),
    onEvent: (event) => {
      events.push(event)
      options.onEvent?.(event, runner)
    }
  }
  const runner = createRunner(settings)
  return {
    runner,
    events,
    platform,
    trigger: (event = {}) => runner.trigger(pushEvent(event)),
    close: async () => {
      await runner.close()
      await platform.close()
    }
  }
}

/** A push to main of o/r, changed as told. */
export const pushEvent = (changes: Partial<WorkflowEvent> = {}): WorkflowEvent => ({
  repository: 'o/r',
  name: 'push',
  payload: {},
  ref: 'refs/heads/main',
  sha: FAKE_SHA,
  headRef: '',
  baseRef: '',
  actor: 'ada',
  changedFiles: ['README.md'],
  ...changes
})

/** One run, as a person would look at it. */
export type Seen = Readonly<{
  result: RunResult
  job: (name: string) => JobResult
  conclusions: Readonly<Record<string, string>>
  log: string
  annotations: readonly Annotation[]
  messages: string
  bench: Bench
}>

/** Runs the one workflow that an event starts, and closes everything. */
export async function run(options: BenchOptions, event: Partial<WorkflowEvent> = {}): Promise<Seen> {
  const bench = await openBench(options)
  try {
    const [result] = await bench.trigger(event)
    if (result === undefined) throw new Error('no workflow was started')
    return seen(result, bench)
  } finally {
    await bench.close()
  }
}

function seen(result: RunResult, bench: Bench): Seen {
  const job = (name: string): JobResult => {
    const found = result.jobs.find((one) => one.job.name === name)
    if (found === undefined)
      throw new Error(`no job ${name} among ${result.jobs.map((one) => one.job.name).join(', ')}`)
    return found
  }
  return {
    result,
    job,
    conclusions: Object.fromEntries(result.jobs.map((one) => [one.job.name, one.conclusion])),
    log: result.jobs.map(({ log }) => log).join('\n'),
    annotations: result.annotations,
    messages: result.annotations.map(({ message }) => message).join('\n'),
    bench
  }
}
