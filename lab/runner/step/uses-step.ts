/** A step that uses an action: its inputs, then a JavaScript action or a composite's own steps. */
import { valueOf } from '../expression/template.ts'
import { textOf, textsOf } from '../expression/value.ts'
import { WorkflowFault } from '../fault.ts'
import { compositeStanding } from '../job/status.ts'
import { type Action, declaredInputs, findAction, refuseUnknownInputs } from '../workflow/action.ts'
import { child, descend, entriesOf, itemsOf, type Token } from '../workflow/token.ts'
import { type ActionUse, registerPost, runPhase } from './javascript.ts'
import { type Level, scopeOf, type Step, type StepOutcome } from './level.ts'

/** How deep composites may nest. */
const DEPTH = 10

/** Runs the steps of a level; handed in, since composites run steps in turn. */
export type RunSteps = (level: Level, steps: readonly Token[]) => Promise<void>

/** Finds the action, gives it its inputs and runs it. */
export async function runUses(
  step: Step,
  token: Token,
  how: Readonly<{ signal: AbortSignal; runSteps: RunSteps }>
): Promise<StepOutcome> {
  const use = await openAction(step, token)
  announce(use)
  if (use.action.kind === 'composite') return runComposite(use, how)
  registerPost(use)
  return runPhase(use, 'main', how.signal)
}

/** The action of a step with its evaluated inputs. */
export async function openAction(step: Step, token: Token): Promise<ActionUse> {
  const { level } = step
  const { machine, folders } = level.session
  const from = { origin: level.origin, workspace: folders.workspace }
  const action = await findAction(
    textOf(valueOf(child(token, 'uses'), scopeOf(level, step.env))),
    from,
    machine
  )
  const given = textsOf(valueOf(child(token, 'with'), scopeOf(level, step.env, step.id)))
  refuseUnknownInputs(action, Object.keys(given), machine)
  return { step, action, inputs: inputsOf(step, action, given) }
}

function inputsOf(
  step: Step,
  action: Action,
  given: Readonly<Record<string, string>>
): Record<string, string> {
  const lower = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]))
  const scope = scopeOf(step.level, step.env, step.id)
  const declared = declaredInputs(action).map(([name, definition]) => [
    name,
    lower.get(name.toLowerCase()) ?? textOf(valueOf(child(definition, 'default'), scope))
  ])
  return {
    ...Object.fromEntries([...lower].filter(([key]) => !isDeclared(action, key))),
    ...Object.fromEntries(declared)
  }
}

const isDeclared = (action: Action, name: string): boolean =>
  declaredInputs(action).some(([key]) => key.toLowerCase() === name)

function announce({ step, action, inputs }: ActionUse): void {
  const { voice } = step.level.session
  const valid = declaredInputs(action)
    .map(([name]) => `'${name}'`)
    .join(', ')
  const unknown = Object.keys(inputs).filter((name) => !isDeclared(action, name.toLowerCase()))
  if (unknown.length > 0) {
    const message = `Unexpected input(s) ${unknown.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid}]`
    voice.log(`##[warning]${message}`)
    voice.annotate({ level: 'warning', message })
  }
  const given = Object.entries(inputs).filter(([, value]) => value !== '')
  const lines = [
    `##[group]Run ${action.uses}`,
    ...(given.length === 0 ? [] : ['with:']),
    ...given.map(([key, value]) => `  ${key}: ${value}`),
    '##[endgroup]'
  ]
  for (const line of lines) voice.log(line)
}

/** The level of a composite's steps: its inputs, a `steps` context of its own, and `$/` in its own repository. */
export function compositeLevel({ step, action, inputs }: ActionUse, signal: AbortSignal): Level {
  const { level } = step
  if (step.place.split('.').length > DEPTH)
    throw new WorkflowFault(`Composite actions nest deeper than ${String(DEPTH)} levels at '${action.uses}'.`)
  return {
    session: level.session,
    place: step.place,
    inputs,
    steps: {},
    github: {
      action_path: action.folder,
      ...(action.origin === undefined
        ? {}
        : { action_repository: action.origin.repository, action_ref: action.origin.ref })
    },
    env: { ...level.env, ...step.env },
    // An action of the workspace has no repository of its own to point into.
    origin: action.origin ?? level.origin,
    standing: compositeStanding(level.session.signal, signal),
    signal
  }
}

async function runComposite(
  use: ActionUse,
  how: Readonly<{ signal: AbortSignal; runSteps: RunSteps }>
): Promise<StepOutcome> {
  const level = compositeLevel(use, how.signal)
  await how.runSteps(level, itemsOf(descend(use.action.manifest, 'runs', 'steps')))
  const outputs = entriesOf(child(use.action.manifest, 'outputs')).map(([name, output]) => [
    name,
    textOf(valueOf(child(output, 'value'), scopeOf(level, {})))
  ])
  return { ok: level.standing.result() === 'success', outputs: Object.fromEntries(outputs) }
}
