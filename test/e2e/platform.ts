/** The platform's own repository on a lab whose hosts are reached as on the internet: its forms, its schedules, its registry. */
import { openDoors } from '../../lab/doors/doors.ts'
import type { Lab } from '../../lab/lab.ts'
import type { Run, RunResult } from '../../lab/runner/ports.ts'
import { type Seeded, seeded } from '../seeds/seeded.ts'
import { fastSteps } from './fast-steps.ts'
import { reject, type Review } from './ledger.ts'
import { REPOSITORY, startSuite } from './suite.ts'

/** What a person fills in. */
export type Filled = Readonly<Record<string, string>>

export type Platform = Readonly<{
  lab: Lab
  aws: Seeded
  /** Every run so far, to be searched for secrets in the end. */
  runs: readonly RunResult[]
  /** Sets variables of the repository. */
  set: (variables: Filled) => void
  /** Ada pushes to main; what that starts is not waited for. */
  push: (message: string, files: Readonly<Record<string, string | null>>) => Promise<void>
  /** Ada starts a workflow of main; its run goes to its end. Who approves answers so until the next start. */
  start: (file: string, form?: Filled, review?: Review) => Promise<RunResult>
  /** The time of a schedule comes. */
  tick: (cron: string) => Promise<RunResult>
  /** Ada runs again what failed of a run, of the last one when none is named. */
  repeat: (review: Review, run?: Run) => Promise<RunResult>
  close: () => Promise<void>
}>

/** Starts a lab on a copy of a seed; `env` is for the steps of every job. */
export async function startPlatform(seed: 'account' | 'caliber', env: Filled = {}): Promise<Platform> {
  const aws = await seeded(seed)
  const doors = await openDoors(() => aws.edges())
  const suite = await startSuite(aws, fastSteps({ ...env, ...doors.env }))
  const { lab } = suite
  const { people } = lab.github
  people.letJobsPropose(REPOSITORY)
  const set = (variables: Filled): void => {
    for (const [name, value] of Object.entries(variables)) people.setVariable(REPOSITORY, name, value)
  }
  const { host, port } = await aws.dns()
  set({ SMOKE_RESOLVER: `${host}:${port}`, SMOKE_CA_CERTIFICATES: (await aws.edges()).ca })
  const runs: RunResult[] = []
  const kept = (run: RunResult | undefined): RunResult => {
    if (run === undefined) throw new Error('Nothing ran.')
    runs.push(run)
    return run
  }
  let answer: Review = reject
  return {
    lab,
    aws,
    runs,
    set,
    push: async (message, files) => {
      await people.pushCommit({ repository: REPOSITORY, branch: 'main', files, message, author: 'ada' })
    },
    start: async (file, form = {}, review = reject) => {
      answer = review
      return kept((await suite.start(file, form, (waiting) => answer(waiting)))[0])
    },
    tick: async (cron) =>
      kept((await lab.deliver(await people.schedule({ repository: REPOSITORY, cron, actor: 'ada' })))[0]),
    repeat: async (review, last = runs.at(-1)?.run) => {
      answer = review
      return kept(await lab.runner.rerun({ runId: last?.id ?? 0, jobs: 'failed', actor: 'ada' }))
    },
    close: async () => {
      await doors.close()
      await suite.close()
    }
  }
}
