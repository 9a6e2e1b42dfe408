/** What a person reads of finished runs. */
import type { JobResult, RunResult } from '../../lab/runner/ports.ts'

type Runs = readonly RunResult[]

/** All annotations of the runs, one a line: what is read first when something is red. */
export const annotationsOf = (runs: Runs): string =>
  runs.flatMap((run) => run.annotations.map(({ level, message }) => `${level}: ${message}`)).join('\n')

export const conclusionsOf = (runs: Runs): readonly string[] => runs.map((run) => run.conclusion)

export const jobsOf = (runs: Runs): readonly JobResult[] => runs.flatMap((run) => run.jobs)

/** Summaries of all jobs. */
export const summariesOf = (runs: Runs): string =>
  jobsOf(runs)
    .map(({ summary }) => summary)
    .join('\n')

/** The job that applies the stack; of any stack when none is named. */
export const applyJob = (runs: Runs, stack = ''): JobResult | undefined =>
  jobsOf(runs).find(({ job }) => job.name.includes(`apply (${stack}`))
