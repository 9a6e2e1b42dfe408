import type { Revision } from '../../../lib/ecs/task-definition.ts'
import { logText } from '../../../lib/plain-text.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import { findDestructive } from './destructive.ts'
import { readProgress } from './django-log.ts'
import type { Job } from './job.ts'
import type { Purpose } from './order.ts'
import type { Migration, Outcome } from './outcome.ts'
import type { Pending } from './pending.ts'
import type { Errand, Sight } from './watch.ts'

/** How far it came; a cancelled job is told from it too. */
export type Progress = {
  revision: Revision | undefined
  errand?: Errand
  during?: Purpose
  sight?: Sight
  attached: boolean
  deregistered: boolean
  pending?: Pending
}

type End = Readonly<{ job: Job; progress: Progress; now: number }>

/** All that is told of a migration that has ended. */
export function conclude(outcome: Outcome, { job, progress, now }: End): Migration {
  const { errand, attached, deregistered, pending } = progress
  return {
    outcome,
    ...revisionOf({ job, progress, now }),
    attached,
    deregistered,
    destructive: pending?.kind === 'known' ? findDestructive(pending.migrations) : [],
    ...seen(progress),
    lines: lastLines(progress.sight, job.inputs.logLines),
    elapsedMs: now - job.began,
    ...(errand === undefined ? {} : { errand }),
    ...(pending === undefined ? {} : { pending })
  }
}

function revisionOf({ job, progress }: End) {
  const revision = progress.revision ?? job.observed.target.revision
  return {
    revision: revision?.revision ?? '',
    taskDefinition: revision?.arn ?? '',
    registered: hasRegistered(job, progress),
    ...imageOf(job)
  }
}

/** Whether this run has made the revision, and did not find it. */
export const hasRegistered = ({ plan }: Job, { revision }: Progress): boolean =>
  plan.register !== undefined && revision !== undefined

/** What rollout has to be given, so that it rolls out what has migrated, wherever the tag leads by then. */
export const imageOf = ({
  inputs,
  observed
}: Pick<Job, 'inputs' | 'observed'>): Readonly<{ image?: string }> =>
  inputs.image === undefined ? {} : { image: observed.target.container.image }

/** The exit code is the migration's own: a look has none to tell. */
function seen({ during, sight }: Progress) {
  const containers = sight?.task?.containers ?? []
  const exitCode = sight?.container?.exitCode
  if (during !== 'migrate') return { applied: [], containers }
  const { applied } = readProgress(sight?.lines ?? [])
  return { applied, containers, ...(exitCode === undefined ? {} : { exitCode }) }
}

/** What a summary may show of a log. */
const lastLines = (sight: Sight | undefined, most: number): readonly string[] =>
  most === 0 ? [] : (sight?.lines ?? []).slice(-most).map((line) => logText(hideShapes(line)))
