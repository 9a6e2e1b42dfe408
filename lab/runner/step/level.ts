/** A level of steps: the job's own, or those inside a composite action. */
import type { Scope } from '../expression/evaluate.ts'
import type { Value, Values } from '../expression/value.ts'
import type { Session } from '../job/session.ts'
import type { Standing } from '../job/status.ts'
import type { Origin } from '../workflow/action.ts'

/** What the steps of one level share. */
export type Level = Readonly<{
  session: Session
  /** '' for the job's own steps, the place of the step that uses the composite otherwise. */
  place: string
  inputs: Values
  /** The `steps` context; grows. */
  steps: Record<string, Value>
  /** What this level adds to the `github` context. */
  github: Readonly<Record<string, string>>
  /** `env` of the steps around this level. */
  env: Readonly<Record<string, string>>
  origin: Origin | undefined
  standing: Standing
  /** Aborted when the step around this level, or the job, is to end. */
  signal: AbortSignal
}>

/** One step of a level, as far as it is known before it runs. */
export type Step = Readonly<{
  level: Level
  /** Unique in the job: 3, or 3.1 inside a composite. */
  place: string
  name: string
  /** github.action. */
  id: string
  env: Readonly<Record<string, string>>
}>

/** How a step’s work went. */
export type StepOutcome = Readonly<{ ok: boolean; outputs: Readonly<Record<string, string>> }>

/** The level of a job's own steps. */
export const jobLevel = (session: Session): Level => ({
  session,
  place: '',
  inputs: session.inputs,
  steps: {},
  github: {},
  env: {},
  origin: session.origin,
  standing: session.standing,
  signal: session.signal
})

/** What an expression of a step sees; `env` is the step's own, as far as it is evaluated. */
export function scopeOf(level: Level, env: Readonly<Record<string, string>>, id = ''): Scope {
  const { session } = level
  const { github, job } = session.contexts
  return {
    contexts: {
      ...session.contexts,
      github: { ...github, ...level.github, ...ownStatus(level), action: id },
      job: { ...job, status: session.standing.result() },
      inputs: level.inputs,
      steps: level.steps,
      env: { ...session.env, ...level.env, ...env }
    },
    status: level.standing.functions,
    workspace: session.folders.workspace
  }
}

/** Inside a composite it is known how that stands. */
const ownStatus = ({ place, standing }: Level): Values =>
  place === '' ? {} : { action_status: standing.result() }
