/** The pre steps of every action that a job uses; all of them run before its first step. */
import { compositeLevel, openAction } from '../step/uses-step.ts'
import { preHook } from '../step/javascript.ts'
import type { Level } from '../step/level.ts'
import { describeSteps } from '../step/steps.ts'
import { descend, itemsOf, textAt, type Token } from '../workflow/token.ts'
import type { Hook } from './session.ts'

/** Finds pre steps, also inside composites. Actions of the workspace have none yet: it is still empty. */
export async function preHooksOf(level: Level, tokens: readonly Token[]): Promise<readonly Hook[]> {
  const hooks: Hook[] = []
  for (const step of describeSteps(level, tokens)) {
    const uses = textAt(step.token, 'uses')
    if (uses === undefined || uses.startsWith('./')) continue
    const use = await openAction(step, step.token)
    if (use.action.kind === 'composite') {
      const inner = compositeLevel(use, level.signal)
      hooks.push(...(await preHooksOf(inner, itemsOf(descend(use.action.manifest, 'runs', 'steps')))))
      continue
    }
    const hook = preHook(use)
    if (hook !== undefined) hooks.push(hook)
  }
  return hooks
}
