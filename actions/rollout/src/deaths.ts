import type { Task, TaskContainer } from '../../../lib/aws/ecs-tasks.ts'
import { diagnose, type Diagnosis, isOfAws, type TaskEnd } from '../../../lib/ecs/diagnosis.ts'

/** A task that ended and should not have. */
export type Death = Readonly<{
  task: Task
  /** The container that is to blame; undefined when ECS names none. */
  container?: TaskContainer
  /** How it ended, in ECS's words. */
  words: string
  diagnosis?: Diagnosis
  /** AWS took its host, Spot capacity or room away: that says nothing of what was deployed. */
  isOfAws: boolean
}>

/** So many equal deaths say that the next task will not live either. */
export const ENOUGH = 3

/** Whose deaths count: tasks of this task definition that were made since. */
export type Suspects = Readonly<{ taskDefinition: string; since: number }>

/** The tasks that nobody wanted to end, the first first. */
export function deathsOf(tasks: readonly Task[], { taskDefinition, since }: Suspects): readonly Death[] {
  return tasks
    .filter((task) => task.taskDefinition === taskDefinition && task.createdAt >= since && isDeath(task))
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(toDeath)
}

/** ECS and people stop tasks too, for reasons of their own. */
const isDeath = ({ stopCode, stoppedReason }: Task): boolean =>
  stopCode !== 'UserInitiated' &&
  !/^(?:Scaling activity|Service was deleted|Deployment )/i.test(stoppedReason)

function toDeath(task: Task): Death {
  const container = culprit(task)
  const end = endOf(task, container)
  const diagnosis = diagnose(end)
  return {
    task,
    isOfAws: isOfAws(end),
    words: words(task, container),
    ...(container === undefined ? {} : { container }),
    ...(diagnosis === undefined ? {} : { diagnosis })
  }
}

const endOf = ({ stopCode, stoppedReason }: Task, container: TaskContainer | undefined): TaskEnd => ({
  stopCode,
  stoppedReason,
  ...(container?.reason === undefined ? {} : { containerReason: container.reason }),
  ...(container?.exitCode === undefined ? {} : { exitCode: container.exitCode })
})

const culprit = ({ containers }: Task): TaskContainer | undefined =>
  containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0) ??
  containers.find(({ reason }) => reason !== undefined) ??
  (containers.length === 1 ? containers[0] : undefined)

function words({ stopCode, stoppedReason }: Task, container: TaskContainer | undefined): string {
  const parts = [
    stopCode,
    stoppedReason,
    container?.exitCode === undefined ? '' : `container ${container.name} exited with ${container.exitCode}`,
    container?.reason ?? ''
  ]
  return [...new Set(parts.filter((part) => part !== ''))].join(': ')
}

/** What two deaths of the same cause have in common: their words without what is different in every task. */
const signature = ({ words: text }: Death): string =>
  text.replaceAll(/arn:\S+|\b[0-9a-f]{8,}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|\d{4,}/gi, '…')

/** The deaths of the cause that has ended enough tasks; undefined as long as there is none. */
export function commonCause(deaths: readonly Death[]): readonly Death[] | undefined {
  const groups = Map.groupBy(
    deaths.filter((death) => !death.isOfAws),
    signature
  )
  return [...groups.values()].find((group) => group.length >= ENOUGH)
}
