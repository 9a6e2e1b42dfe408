/** Tells of a job's steps as they begin and end, and keeps their results. */
import type { Conclusion, StepResult } from '../ports.ts'
import type { Session } from './session.ts'

type Ending = Pick<StepResult, 'outcome' | 'conclusion'>

/** Runs a step's work between its two events. */
export async function recordStep(
  session: Session,
  name: string,
  work: () => Promise<Ending>
): Promise<Ending> {
  const at = {
    session,
    name: session.masks.apply(name),
    startedAt: Date.now(),
    index: session.results.length + 1
  }
  session.voice.nextStep()
  tell(at, undefined)
  const ending = await work()
  finish(at, ending)
  return ending
}

/** Records a step whose condition does not hold. */
export function recordSkipped(session: Session, name: string): void {
  const ending: Ending = { outcome: 'skipped', conclusion: 'skipped' }
  finish(
    { session, name: session.masks.apply(name), startedAt: Date.now(), index: session.results.length + 1 },
    ending
  )
}

type At = Readonly<{ session: Session; name: string; startedAt: number; index: number }>

function finish(at: At, ending: Ending): void {
  at.session.results.push({ name: at.name, ...ending, startedAt: at.startedAt, finishedAt: Date.now() })
  tell(at, ending.conclusion)
}

function tell({ session, name, index }: At, conclusion: Conclusion | undefined): void {
  const { machine, job } = session
  const common = { kind: 'step', at: Date.now(), job, index, name } as const
  machine.onEvent(
    conclusion === undefined
      ? { ...common, status: 'in_progress' }
      : { ...common, status: 'completed', conclusion }
  )
}
