/** Events without a change: starts by hand, by the API, by the clock, and by other runs. */
import type { WorkflowEvent } from '../../runner/ports.ts'
import type { Repository } from '../records.ts'
import type { World } from '../world.ts'
import { whereAndWho } from './webhook.ts'

type At = Readonly<{ ref: string; sha: string; actor: string }>

const nothingChanged = { headRef: '', baseRef: '', changedFiles: [] } as const

type Dispatch = At & Readonly<{ workflow: string; inputs: Readonly<Record<string, string>> }>

/** A person, or a job, started a workflow. */
export function dispatchEvent(world: World, repository: Repository, dispatch: Dispatch): WorkflowEvent {
  const { workflow, inputs, ...at } = dispatch
  return {
    repository: repository.fullName,
    name: 'workflow_dispatch',
    payload: { inputs, ref: at.ref, workflow, ...whereAndWho(world, repository, at.actor) },
    ...at,
    ...nothingChanged,
    inputs,
    workflow
  }
}

type OwnEvent = At & Readonly<{ type: string; payload: Readonly<Record<string, unknown>> }>

/** An event of somebody's own, told by the API. */
export function repositoryDispatchEvent(
  world: World,
  repository: Repository,
  { type, payload, ...at }: OwnEvent
): WorkflowEvent {
  return {
    repository: repository.fullName,
    name: 'repository_dispatch',
    payload: {
      action: type,
      branch: repository.defaultBranch,
      client_payload: payload,
      ...whereAndWho(world, repository, at.actor)
    },
    ...at,
    ...nothingChanged
  }
}

/** The time of a cron has come. */
export function scheduleEvent(
  world: World,
  repository: Repository,
  { cron, ...at }: At & Readonly<{ cron: string }>
): WorkflowEvent {
  return {
    repository: repository.fullName,
    name: 'schedule',
    payload: { schedule: cron, ...whereAndWho(world, repository, at.actor) },
    ...at,
    ...nothingChanged
  }
}

type RunFacts = Readonly<{
  action: 'requested' | 'in_progress' | 'completed'
  /** As the REST API shows it. */
  run: Readonly<Record<string, unknown>>
}>

/** Another run has come this far. */
export function workflowRunEvent(
  world: World,
  repository: Repository,
  { action, run, ...at }: At & RunFacts
): WorkflowEvent {
  return {
    repository: repository.fullName,
    name: 'workflow_run',
    payload: { action, workflow_run: run, ...whereAndWho(world, repository, at.actor) },
    ...at,
    ...nothingChanged
  }
}
