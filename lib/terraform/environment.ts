import { UserError } from '../errors.ts'

/** A process environment. */
export type Environment = Readonly<Record<string, string | undefined>>

const REFUSED: readonly Readonly<{ pattern: RegExp; why: string }>[] = [
  {
    pattern: /^TF_WORKSPACE$/,
    why: "a saved plan would count as stale; give each stack a state 'key' of its own instead"
  },
  { pattern: /^TF_LOG(?:_|$)/, why: "Terraform's debug log prints secrets; unset it" },
  {
    pattern: /^TF_CLI_ARGS(?:_|$)/,
    why: "it changes every command unseen; use this action's inputs instead"
  },
  { pattern: /^TF_DATA_DIR$/, why: "modules are looked up in the stack's own .terraform folder; unset it" }
]

/** Refuses variables that would change what Terraform does behind the action's back. */
export function checkEnvironment(env: Environment): void {
  for (const [name, value] of Object.entries(env)) {
    const rule = REFUSED.find(({ pattern }) => pattern.test(name))
    if (rule !== undefined && value !== undefined && value !== '') {
      throw new UserError(`The environment variable ${name} is set, which is not allowed here: ${rule.why}.`)
    }
  }
}

/**
 * What Terraform, its providers and its programs get to see: not the action's inputs (the seal key among them), not the
 * runner's tokens and command files.
 */
export function terraformEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(?:INPUT_|ACTIONS_|STATE_|RUNNER_TRACKING_ID$)/.test(name) && !COMMAND_FILES.has(name)
  )
  return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' }
}

const COMMAND_FILES: ReadonlySet<string> = new Set([
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_ARTIFACTS'
])

/** The same without `TF_VAR_*`: a saved plan holds its variables, and Terraform would print what it is given again. */
export function withoutVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TF_VAR_')))
}
