/** The environment of a step's process: the machine's, the workflow's, and GitHub's variables on top. */
import type { Step } from '../step/level.ts'
import { textOf, type Values } from '../expression/value.ts'
import type { Session } from './session.ts'

/** Keys of the `github` context that steps find as GITHUB_<KEY>. */
const GITHUB = [
  'action',
  'action_path',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace'
]

/** Variables for one process of a step; `extra` are the step's kind's own. */
export function processEnv(step: Step, extra: Readonly<Record<string, string>>): Record<string, string> {
  const { session, github, env } = step.level
  const stated = { ...session.env, ...env, ...step.env }
  return {
    ...session.machine.env,
    CI: 'true',
    HOME: session.folders.home,
    ...stated,
    GITHUB_ACTIONS: 'true',
    ...githubVariables({ ...session.contexts['github'], ...github, action: step.id }),
    ...runnerVariables(session),
    ...session.credentials.stepEnv,
    ...extra,
    PATH: [...session.paths.toReversed(), stated['PATH'] ?? session.machine.env['PATH'] ?? ''].join(':')
  }
}

function githubVariables(github: Values): Record<string, string> {
  const known = GITHUB.filter((key) => github[key] !== undefined)
  return Object.fromEntries(known.map((key) => [`GITHUB_${key.toUpperCase()}`, textOf(github[key])]))
}

function runnerVariables(session: Session): Record<string, string> {
  const runner = session.contexts['runner'] ?? {}
  const keys = ['arch', 'environment', 'name', 'os', 'temp', 'tool_cache', 'workspace']
  return {
    ...Object.fromEntries(keys.map((key) => [`RUNNER_${key.toUpperCase()}`, textOf(runner[key])])),
    AGENT_TOOLSDIRECTORY: textOf(runner['tool_cache']),
    ...(session.isDebug ? { RUNNER_DEBUG: '1' } : {})
  }
}
