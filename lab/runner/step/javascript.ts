/** JavaScript actions: pre, main and post, each a Node process of its own that shares the action's state. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { hookHolds } from '../expression/template.ts'
import { WorkflowFault } from '../fault.ts'
import type { Hook } from '../job/session.ts'
import type { Action } from '../workflow/action.ts'
import { child, textAt } from '../workflow/token.ts'
import { scopeOf, type Step, type StepOutcome } from './level.ts'
import { runStepProcess } from './step-process.ts'

/** An action as one step uses it. */
export type ActionUse = Readonly<{ step: Step; action: Action; inputs: Readonly<Record<string, string>> }>
type Phase = 'pre' | 'main' | 'post'

/** Runs one phase of an action in the job's workspace. */
export async function runPhase(use: ActionUse, phase: Phase, signal: AbortSignal): Promise<StepOutcome> {
  const { session } = use.step.level
  const file = resolve(use.action.folder, textAt(runsOf(use), phase) ?? '')
  if (!existsSync(file)) throw new WorkflowFault(`File not found: '${file}'`)
  const done = await runStepProcess(use.step, {
    command: session.machine.node24,
    args: [file],
    cwd: session.folders.workspace,
    env: { ...phaseEnv(use), ...session.credentials.actionEnv },
    signal
  })
  const state = stateOf(use)
  for (const [key, value] of done.state) state.set(key, value)
  return done
}

/** The action's pre step, when it has one. */
export function preHook(use: ActionUse): Hook | undefined {
  if (textAt(runsOf(use), 'pre') === undefined) return undefined
  const { session } = use.step.level
  return hook(use, 'pre', session.signal)
}

/** Remembers the action's post step, when it has one; it runs even when the job is cancelled. */
export function registerPost(use: ActionUse): void {
  if (textAt(runsOf(use), 'post') === undefined) return
  use.step.level.session.posts.push(hook(use, 'post', new AbortController().signal))
}

function hook(use: ActionUse, phase: 'pre' | 'post', signal: AbortSignal): Hook {
  const { step } = use
  // The condition asks for the job's standing, even inside a composite.
  const level = { ...step.level, standing: step.level.session.standing }
  return {
    name: `${phase === 'pre' ? 'Pre' : 'Post'} ${step.name}`,
    holds: () => hookHolds(child(runsOf(use), `${phase}-if`), scopeOf(level, step.env, step.id)),
    run: async () => (await runPhase(use, phase, signal)).ok
  }
}

const runsOf = ({ action }: ActionUse): ReturnType<typeof child> => child(action.manifest, 'runs')

function stateOf({ step }: ActionUse): Map<string, string> {
  const { states } = step.level.session
  const known = states.get(step.place) ?? new Map<string, string>()
  states.set(step.place, known)
  return known
}

function phaseEnv(use: ActionUse): Record<string, string> {
  const { inputs, action } = use
  const named = Object.entries(inputs).map(([key, value]) => [
    `INPUT_${key.replaceAll(' ', '_').toUpperCase()}`,
    value
  ])
  const state = [...stateOf(use)].map(([key, value]) => [`STATE_${key}`, value])
  return { ...Object.fromEntries([...named, ...state]), ...originEnv(action) }
}

const originEnv = ({ origin }: Action): Record<string, string> =>
  origin === undefined ? {} : { GITHUB_ACTION_REPOSITORY: origin.repository, GITHUB_ACTION_REF: origin.ref }
