import { nameOf } from '../../../lib/ecs/names.ts'
import { imageOf } from './conclude.ts'
import type { Report } from '../../../lib/runner.ts'
import { hideShapes } from '../../../lib/terraform/secret-shapes.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observed.ts'
import type { Migration } from './outcome.ts'
import type { PendingMigration } from './pending.ts'
import type { Plan } from './plan.ts'
import { describeOutcome } from './sentence.ts'
import { renderMigration, renderPlanned } from './summary.ts'
import type { Errand } from './watch.ts'

/** Outputs, summary and, where it is red, the sentence. */
export function toReport(inputs: Inputs, migration: Migration): Report {
  const { kind } = migration.outcome
  const sentence = hideShapes(describeOutcome(inputs, migration))
  return {
    outputs: outputsOf(inputs, migration, sentence),
    summary: renderMigration(inputs, migration, sentence),
    ...(kind === 'migrated' || kind === 'skipped' ? {} : { failure: sentence })
  }
}

function outputsOf(inputs: Inputs, migration: Migration, sentence: string): Record<string, string> {
  const { outcome, errand, exitCode, destructive } = migration
  const pending = pendingOf(migration)
  const names = pending?.map(({ name }) => name)
  const flagged = destructive.map(({ migration: name, operation }) => `${name}: ${hideShapes(operation)}`)
  return {
    ...taskOf(errand?.arn),
    'exit-code': exitCode === undefined ? '' : String(exitCode),
    revision: migration.revision,
    'task-definition-arn': migration.taskDefinition,
    image: migration.image ?? '',
    pending: names === undefined ? '' : JSON.stringify(names),
    destructive: names === undefined ? '' : JSON.stringify(flagged),
    skipped: String(outcome.kind === 'skipped'),
    result: JSON.stringify({ ...resultOf(inputs, migration), sentence })
  }
}

const taskOf = (arn = ''): Record<string, string> => ({ 'task-arn': arn, 'task-id': nameOf(arn) })

const pendingOf = ({ pending }: Migration): readonly PendingMigration[] | undefined =>
  pending?.kind === 'known' ? pending.migrations : undefined

function resultOf(inputs: Inputs, migration: Migration): object {
  const { outcome, errand, exitCode } = migration
  const pending = pendingOf(migration)
  return {
    outcome: outcome.kind,
    cluster: inputs.cluster,
    service: inputs.service,
    revision: migration.revision,
    taskDefinitionArn: migration.taskDefinition,
    image: migration.image ?? '',
    registered: migration.registered,
    deregistered: migration.deregistered,
    taskArn: errand?.arn ?? '',
    taskId: nameOf(errand?.arn ?? ''),
    attached: migration.attached,
    exitCode: exitCode ?? null,
    pending: pending?.map(hideOperations) ?? null,
    destructive: pending === undefined ? null : migration.destructive.map(hideOperation),
    applied: migration.applied,
    ...faultOf(migration),
    containers: migration.containers.map(({ name, exitCode: code, reason }) => ({
      name,
      exitCode: code,
      reason
    })),
    ...logOf(errand),
    elapsedMs: migration.elapsedMs
  }
}

const logOf = (errand: Errand | undefined): object => ({
  logGroup: errand?.stream?.group ?? '',
  logStream: errand?.stream?.stream ?? ''
})

/** Raw SQL can hold what nobody should read. */
const hideOperation = <T extends Readonly<{ operation: string }>>(one: T): T => ({
  ...one,
  operation: hideShapes(one.operation)
})
const hideOperations = <T extends Readonly<{ operations: readonly string[] }>>(one: T): T => ({
  ...one,
  operations: one.operations.map((text) => hideShapes(text))
})

function faultOf({ outcome }: Migration): object {
  if (outcome.kind !== 'failed') return {}
  const { words, migration, error, diagnosis } = outcome.verdict
  return {
    words,
    ...(migration === undefined ? {} : { failedMigration: migration }),
    ...(error === undefined ? {} : { error: hideShapes(error) }),
    ...diagnosis
  }
}

/** What a dry run leaves behind. */
export function toDryReport(
  inputs: Inputs,
  observed: Observed,
  { plan, steps }: Readonly<{ plan: Plan; steps: readonly string[] }>
): Report {
  const { target, service } = observed
  const revision = plan.register === undefined ? plan.target : ''
  return {
    outputs: {
      ...taskOf(plan.attach),
      'exit-code': '',
      revision,
      'task-definition-arn': target.revision?.arn ?? '',
      image: imageOf({ inputs, observed }).image ?? '',
      pending: '',
      destructive: '',
      skipped: 'false',
      result: JSON.stringify({
        outcome: 'planned',
        cluster: inputs.cluster,
        service: inputs.service,
        revision,
        live: nameOf(service.taskDefinition),
        steps
      })
    },
    summary: renderPlanned(inputs, steps, plan.warnings)
  }
}
