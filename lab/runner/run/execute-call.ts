/** A job that calls a workflow: what the called one gets, and what comes back. */
import { valueOf } from '../expression/template.ts'
import { isRecord, textsOf } from '../expression/value.ts'
import { TOKEN_TO_COME } from '../job/open-session.ts'
import type { PreparedJob } from '../workflow/prepare.ts'
import { callInputs } from '../workflow/inputs.ts'
import { child, descend, literalOf } from '../workflow/token.ts'
import type { Leg } from './execute-leg.ts'
import type { Frame } from './frame.ts'
import type { JobOutcome } from './needs.ts'

/** Runs the called workflow in a frame of its own: inputs and secrets reach it, the caller's env does not. */
export async function executeCall(frame: Frame, job: PreparedJob, leg: Leg): Promise<JobOutcome> {
  const called = job.called
  if (called === undefined) return { result: 'skipped', outputs: {} }
  const declared = descend(called.root, 'on', 'workflow_call', 'inputs')
  const given = valueOf(child(job.token, 'with'), leg.scope)
  const { github, vars } = leg.scope.contexts
  const defaults = { ...leg.scope, contexts: { github, vars } }
  const { conclusion, outputs } = await leg.executeWorkflow({
    ...frame,
    workflow: called,
    inputs: callInputs(declared, isRecord(given) ? given : {}, (token) => valueOf(token, defaults)),
    ...secretsFor(frame, job, leg)
  })
  return { result: conclusion, outputs }
}

/** Secrets go to the directly called workflow only: those that are named, or all with `inherit`. */
function secretsFor(
  frame: Frame,
  job: PreparedJob,
  { scope }: Leg
): Pick<Frame, 'settings' | 'hasAllSecrets'> {
  const token = child(job.token, 'secrets')
  if (literalOf(token) === 'inherit') return { settings: frame.settings, hasAllSecrets: frame.hasAllSecrets }
  const { secrets: own } = scope.contexts
  const contexts = {
    ...scope.contexts,
    secrets: { ...(isRecord(own) ? own : {}), GITHUB_TOKEN: TOKEN_TO_COME }
  }
  const secrets = textsOf(valueOf(token, { ...scope, contexts }))
  return { settings: { ...frame.settings, secrets }, hasAllSecrets: false }
}
