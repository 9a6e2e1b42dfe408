import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import type { Deployment, Outcome } from './outcome.ts'
import { deletedPercent } from './plan-deletes.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and, where it failed, the sentence. */
export function toReport(inputs: Inputs, deployment: Deployment): Report {
  const { outcome } = deployment
  const sentence = describeOutcome(inputs, outcome)
  return {
    outputs: outputsOf(inputs, deployment, sentence),
    summary: renderSummary(inputs, deployment, sentence),
    ...(outcome.kind === 'failed' ? { failure: sentence } : {})
  }
}

function outputsOf(
  inputs: Inputs,
  { outcome, isOfThisRun, elapsedMs }: Deployment,
  sentence: string
): Readonly<Record<string, string>> {
  const { plan, done } = outcome
  const isPlanned = outcome.kind === 'planned'
  const count = (kind: string): number => plan.writes.filter((write) => write.kind === kind).length
  const uploaded = isPlanned ? count('upload') : done.uploaded
  const deleted = isPlanned ? plan.deletes.keys.length : done.deleted
  return {
    uploaded: String(uploaded),
    unchanged: String(plan.unchanged),
    deleted: String(deleted),
    'release-id': plan.id,
    'invalidation-id': done.invalidation,
    result: JSON.stringify({
      outcome: outcome.kind,
      sentence,
      bucket: inputs.bucket,
      prefix: inputs.prefix,
      dryRun: inputs.dryRun,
      releaseId: plan.id,
      isLive: outcome.kind === 'unchanged' || outcome.kind === 'kept' || done.isLive,
      isOfThisRun,
      uploaded,
      restored: isPlanned ? count('restore') : done.restored,
      repaired: isPlanned ? count('repair') : done.repaired,
      unchanged: plan.unchanged,
      deleted,
      deletedPercent: deletedPercent(plan.deletes),
      keptReleases: plan.deletes.kept.map(({ id }) => id),
      paths: plan.paths,
      invalidationId: done.invalidation,
      isInvalidationSlow: outcome.kind === 'deployed' && outcome.isSlow,
      elapsedMs
    })
  }
}

/** The outcome in a sentence or two, with what to do next. */
export function describeOutcome(inputs: Inputs, outcome: Outcome): string {
  const where = `s3://${inputs.bucket}/${inputs.prefix}`
  const { plan, done } = outcome
  switch (outcome.kind) {
    case 'deployed':
      return `Release ${plan.id} is live in ${where}: ${done.uploaded} uploaded, ${done.restored} restored, ${done.repaired} repaired, ${plan.unchanged} unchanged, ${done.deleted} deleted.`
    case 'unchanged':
      return `Release ${plan.id} is live in ${where} already: nothing was written.`
    case 'kept':
      return `Release ${plan.id} is live in ${where} and was left alone, as 'only-first' says: nothing was written.`
    case 'planned':
      return `Dry run, nothing was written: ${plan.writes.length} of ${plan.writes.length + plan.unchanged} files of release ${plan.id} would be written to ${where}, and ${plan.deletes.keys.length} deleted.`
    case 'failed':
      return done.isLive
        ? `Release ${plan.id} is live in ${where}, but what follows was not finished. ${outcome.sentence} Run this again: it goes on from there.`
        : `Release ${plan.id} was not finished in ${where}. ${outcome.sentence} Pages are written last, just after what they share with the release before, so visitors see that one, whole, unless the fault was among those. Run this again: it goes on from there.`
  }
}
