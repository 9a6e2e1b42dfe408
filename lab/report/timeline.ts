import type { RunnerEvent, WorkflowEvent } from '../runner/ports.ts'
import type { Ending, Interval, JobLine, RunLine, StepLine } from './report-data.ts'

type Of<K extends RunnerEvent['kind']> = Extract<RunnerEvent, { kind: K }>

/** Folds the runner's events, in their order, into runs with their jobs and steps. */
export function recordTimeline(events: readonly RunnerEvent[]): readonly RunLine[] {
  const end = events.at(-1)?.at ?? 0
  const runs = groupBy(only(events, 'run'), ({ run }) => `${run.id}.${run.attempt}`)
  return runs.map((states) => recordRun(states, events, end))
}

function recordRun(states: readonly Of<'run'>[], events: readonly RunnerEvent[], end: number): RunLine {
  const { run, at } = first(states)
  const isOfRun = (other: { id: number; attempt: number }): boolean =>
    other.id === run.id && other.attempt === run.attempt
  const own = events.filter((event) => 'job' in event && event.job !== undefined && isOfRun(event.job.run))
  return {
    id: run.id,
    attempt: run.attempt,
    name: run.name,
    cause: describeCause(run.event),
    actor: run.event.actor,
    sha: run.event.sha,
    ...ending(states, end),
    startedAt: at,
    jobs: groupBy(only(own, 'job'), ({ job }) => job.id).map((jobStates) => recordJob(jobStates, own, end)),
    annotations: only(events, 'annotation')
      .filter((event) => isOfRun(event.run))
      .map(({ job, annotation }) => ({ annotation, ...(job === undefined ? {} : { job: job.name }) }))
  }
}

function recordJob(states: readonly Of<'job'>[], events: readonly RunnerEvent[], end: number): JobLine {
  const { job, at } = first(states)
  const own = events.filter((event) => 'job' in event && event.job?.id === job.id)
  const began =
    states.find(({ status }) => status === 'in_progress') ??
    states.find(({ status }) => status === 'completed')
  return {
    id: job.id,
    name: job.name,
    ...(job.environment === undefined ? {} : { environment: job.environment }),
    ...ending(states, end),
    startedAt: began?.at ?? at,
    waits: recordWaits(states, end),
    steps: groupBy(only(own, 'step'), ({ index }) => index).map((steps) => recordStep(steps, end)),
    summaries: only(own, 'summary').map(({ step, markdown }) => ({ step, markdown }))
  }
}

function recordWaits(states: readonly Of<'job'>[], end: number): readonly Interval[] {
  return states.flatMap(({ status, at }, index) =>
    status === 'waiting' ? [{ startedAt: at, finishedAt: states[index + 1]?.at ?? end }] : []
  )
}

function recordStep(states: readonly Of<'step'>[], end: number): StepLine {
  const { name, at } = first(states)
  return { name, ...ending(states, end), startedAt: at }
}

type State = Readonly<{ at: number; conclusion?: Exclude<Ending, 'unfinished'> }>

/** When and how it ended; what never ended lasts until the story's end. */
function ending(states: readonly State[], end: number): Readonly<{ ending: Ending; finishedAt: number }> {
  const last = states.findLast(({ conclusion }) => conclusion !== undefined)
  return { ending: last?.conclusion ?? 'unfinished', finishedAt: last?.at ?? end }
}

function describeCause({ name, payload, ref }: WorkflowEvent): string {
  const branch = ref.replace(/^refs\/(?:heads|tags)\//, '')
  switch (name) {
    case 'pull_request':
      return `pull request #${String((payload['number'] as number | undefined) ?? branch)}`
    case 'push':
      return `push to ${branch}`
    case 'workflow_dispatch':
      return `started by hand on ${branch}`
    case 'merge_group':
    case 'repository_dispatch':
    case 'workflow_run':
    case 'schedule':
      return name.replaceAll('_', ' ')
  }
}

function only<K extends RunnerEvent['kind']>(events: readonly RunnerEvent[], kind: K): readonly Of<K>[] {
  return events.filter((event): event is Of<K> => event.kind === kind)
}

/** Groups in the order in which their keys first appear; no group is empty. */
function groupBy<T>(items: readonly T[], key: (item: T) => string | number): readonly (readonly T[])[] {
  return [...Map.groupBy(items, key).values()]
}

function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('A group of events is empty.')
  return item
}
