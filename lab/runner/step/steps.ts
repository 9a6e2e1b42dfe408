/** The steps of a job or a composite, one after the other: condition, work, outcome. */
import { booleanOf, conditionHolds, numberOf, valueOf } from '../expression/template.ts'
import { textOf, textsOf } from '../expression/value.ts'
import { messageOf } from '../fault.ts'
import type { Result } from '../job/status.ts'
import { recordSkipped, recordStep } from '../job/step-record.ts'
import type { Conclusion } from '../ports.ts'
import { child, textAt, type Token, writtenOf } from '../workflow/token.ts'
import { type Level, scopeOf, type Step, type StepOutcome } from './level.ts'
import { runScript } from './run-step.ts'
import { complain } from './step-process.ts'
import { runUses } from './uses-step.ts'

type Ending = Readonly<{ outcome: Conclusion; conclusion: Conclusion }>
const SKIPPED: Ending = { outcome: 'skipped', conclusion: 'skipped' }
const MINUTE_MS = 60_000
/** No job lasts as long: there is nothing to count. */
const LONGEST_MINUTES = 35_000

/** Runs every step whose condition holds; failures are merged into the level's standing. */
export async function runSteps(level: Level, tokens: readonly Token[]): Promise<void> {
  for (const step of describeSteps(level, tokens)) {
    const { outputs, ending } = await runStep(step, step.token)
    const id = textAt(step.token, 'id')
    if (id !== undefined) level.steps[id] = { outputs, ...ending }
    if (ending.conclusion !== 'skipped') level.standing.merge(ending.conclusion)
  }
}

/** Places and ids of a level's steps; names and env are evaluated when their turn comes. */
export function describeSteps(level: Level, tokens: readonly Token[]): readonly (Step & { token: Token })[] {
  const taken = new Map<string, number>()
  return tokens.map((token, index) => {
    const plain = textAt(token, 'id') ?? generatedId(token)
    const count = (taken.get(plain) ?? 0) + 1
    taken.set(plain, count)
    const place = level.place === '' ? String(index) : `${level.place}.${String(index)}`
    return {
      level,
      place,
      token,
      name: defaultName(token),
      id: count === 1 ? plain : `${plain}_${String(count)}`,
      env: {}
    }
  })
}

const generatedId = (token: Token): string => {
  const uses = textAt(token, 'uses')
  return uses === undefined
    ? '__run'
    : `__${uses.replace(/@.*$/, '').replaceAll(/\W+/g, '_').replace(/^_/, '')}`
}

function defaultName(token: Token): string {
  const written = child(token, 'name') ?? child(token, 'uses') ?? child(token, 'run')
  const line = writtenOf(written).trim().split('\n')[0] ?? ''
  return child(token, 'name') === undefined ? `Run ${line}` : line
}

type Done = Readonly<{ outputs: Readonly<Record<string, string>>; ending: Ending }>

async function runStep(described: Step, token: Token): Promise<Done> {
  let step = described
  let holds = true
  let fault: unknown
  try {
    step = openStep(described, token)
    holds = conditionHolds(child(token, 'if'), scopeOf(step.level, step.env, step.id))
  } catch (error) {
    fault = error
  }
  if (!holds) {
    if (step.level.place === '') recordSkipped(step.level.session, step.name)
    return { outputs: {}, ending: SKIPPED }
  }
  return recorded(
    step,
    async () => {
      if (fault !== undefined) throw fault
      return work(step, token)
    },
    token
  )
}

function openStep(described: Step, token: Token): Step {
  const { level, id } = described
  const env = textsOf(valueOf(child(token, 'env'), scopeOf(level, {}, id)))
  const scope = scopeOf(level, env, id)
  const name = textOf(valueOf(child(token, 'name'), scope))
  if (name !== '') return { ...described, env, name }
  const script = textOf(valueOf(child(token, 'run'), scope))
    .trim()
    .split('\n')[0]
  return { ...described, env, name: script === undefined || script === '' ? described.name : `Run ${script}` }
}

/** Only a job's own steps are shown as steps; those of a composite are part of the step that uses it. */
async function recorded(step: Step, act: () => Promise<Worked>, token: Token): Promise<Done> {
  let outputs: Done['outputs'] = {}
  const whole = async (): Promise<Ending> => {
    const worked = await act().catch((error: unknown): Worked => {
      complain(step.level.session, messageOf(error))
      return { outcome: 'failure', outputs: {} }
    })
    outputs = worked.outputs
    return { outcome: worked.outcome, conclusion: conclusionOf(step, token, worked.outcome) }
  }
  const { session, place } = step.level
  const ending = place === '' ? await recordStep(session, step.name, whole) : await whole()
  return { outputs, ending }
}

function conclusionOf(step: Step, token: Token, outcome: Result): Conclusion {
  if (outcome !== 'failure') return outcome
  const scope = scopeOf(step.level, step.env, step.id)
  try {
    return booleanOf(child(token, 'continue-on-error'), scope) === true ? 'success' : 'failure'
  } catch (error) {
    complain(step.level.session, messageOf(error))
    return 'failure'
  }
}

type Worked = Readonly<{ outcome: Result; outputs: Done['outputs'] }>

async function work(step: Step, token: Token): Promise<Worked> {
  const minutes = numberOf(child(token, 'timeout-minutes'), scopeOf(step.level, step.env, step.id))
  const limit = limitStep(step, token, minutes)
  try {
    const done: StepOutcome =
      child(token, 'uses') === undefined
        ? await runScript(step, token, limit.signal)
        : await runUses(step, token, { signal: limit.signal, runSteps })
    return { outcome: limit.outcomeOf(done), outputs: done.outputs }
  } finally {
    limit.end()
  }
}

type Limit = Readonly<{ signal: AbortSignal; outcomeOf: (done: StepOutcome) => Result; end: () => void }>

/** Ends a step when its time is up, or when what is around it ends, unless its condition still holds then. */
function limitStep(step: Step, token: Token, minutes: number | undefined): Limit {
  const { level } = step
  const ender = new AbortController()
  let isLate = false
  const late = (): void => {
    isLate = true
    complain(level.session, `The action '${step.name}' has timed out after ${textOf(minutes)} minutes.`)
    ender.abort()
  }
  const cancelled = (): void => {
    const isWanted =
      level.session.signal.aborted && conditionHolds(child(token, 'if'), scopeOf(level, step.env, step.id))
    if (!isWanted) ender.abort()
  }
  const isLimited = minutes !== undefined && minutes > 0 && minutes < LONGEST_MINUTES
  const timer = isLimited ? setTimeout(late, minutes * MINUTE_MS) : undefined
  // A step that begins after the cancellation was let in by its condition.
  if (!level.signal.aborted) level.signal.addEventListener('abort', cancelled, { once: true })
  return {
    signal: ender.signal,
    outcomeOf: (done) =>
      isLate ? 'failure' : ender.signal.aborted ? 'cancelled' : done.ok ? 'success' : 'failure',
    end: () => {
      clearTimeout(timer)
      level.signal.removeEventListener('abort', cancelled)
    }
  }
}
