import type { Report } from '../../../lib/runner.ts'
import type { Inputs } from './inputs.ts'
import { settingOf } from './names.ts'
import { isTrouble, type Restoration } from './outcome.ts'
import { describeOutcome } from './sentence.ts'
import { renderSummary } from './summary.ts'

/** Outputs, summary and, where it is red, the sentence. */
export function toReport(inputs: Inputs, restoration: Restoration): Report {
  const { outcome, identifier, endpoint, restoredTo, forget } = restoration
  const sentence = describeOutcome(inputs, restoration)
  const moment = restoredTo === undefined ? '' : new Date(restoredTo).toISOString()
  const setting = inputs.mode === 'snapshot' ? '' : settingOf(inputs.database, identifier)
  return {
    outputs: {
      identifier,
      endpoint,
      'restored-to': moment,
      setting,
      forget: JSON.stringify(forget),
      outcome: outcome.kind,
      result: JSON.stringify({ ...resultOf(inputs, restoration), restoredTo: moment, setting, sentence })
    },
    summary: renderSummary(inputs, restoration, sentence),
    ...(isTrouble(outcome) ? { failure: sentence } : {})
  }
}

function resultOf(inputs: Inputs, restoration: Restoration): object {
  const { mode, tenant, database, source } = inputs
  const { outcome, identifier, endpoint, forget, attached, status } = restoration
  const events = restoration.events.map(({ at, message }) => ({ at: new Date(at).toISOString(), message }))
  const { stateVersion, steps, attestation, elapsedMs } = restoration
  return {
    outcome: outcome.kind,
    mode,
    tenant,
    database,
    source,
    identifier,
    endpoint,
    forget,
    attached,
    status,
    events,
    stateVersion,
    steps,
    approvedBy: attestation?.approvedBy ?? [],
    elapsedMs
  }
}
