import { renderElapsed } from '../../../lib/elapsed.ts'
import { describeLock } from '../../../lib/terraform/lock.ts'
import type { Inputs } from './inputs.ts'
import { settingOf, TITLES } from './names.ts'
import { isTrouble, type Outcome, type Restoration, type Trouble } from './outcome.ts'

/** What came of it, in a sentence, with what to do next. */
export function describeOutcome(inputs: Inputs, restoration: Restoration): string {
  const { outcome } = restoration
  return isTrouble(outcome)
    ? describeTrouble(inputs, outcome, restoration.identifier)
    : DONE[outcome.kind](inputs, restoration)
}

type Say = (inputs: Inputs, restoration: Restoration) => string

const DONE: Readonly<Record<Exclude<Outcome['kind'], Trouble['kind']>, Say>> = {
  restored: ({ database, source }, restoration) => {
    const { identifier, elapsedMs } = restoration
    return `${TITLES[database]} '${identifier}' is available${timeOf(restoration)}, after ${renderElapsed(elapsedMs)}. '${source}' stays as it is. Next: the registry says ${settingOf(database, identifier)}, and Terraform forgets the lost one.`
  },
  taken: ({ source }, { identifier }) =>
    `Snapshot '${identifier}' of '${source}' is available. It stays until somebody deletes it.`,
  forgotten: ({ database, source }, { identifier }) =>
    `Terraform does not know '${source}' any more; it stays as it is. Next: a plan with ${settingOf(database, identifier)} takes '${identifier}' over.`,
  adopted: (_inputs, { identifier }) =>
    `The state of the stack has '${identifier}' already: nothing was to be forgotten.`,
  gone: ({ mode, database, source }) =>
    mode === 'snapshot'
      ? `${TITLES[database]} '${source}' does not exist, so there is no snapshot to be taken of it.`
      : `The state does not know '${source}' any more: nothing was to be forgotten.`,
  planned: () => 'Nothing was done: this was a dry run.'
}

function describeTrouble(inputs: Inputs, outcome: Trouble, identifier: string): string {
  switch (outcome.kind) {
    case 'failed':
      return `${whatOf(inputs, identifier)} is '${outcome.status}', and AWS does not go on by itself. ${afterFailure(inputs, identifier)}`
    case 'timeout':
      return `${whatOf(inputs, identifier)} is still '${outcome.status || 'unknown'}' after ${renderElapsed(inputs.timeoutMs)}. AWS goes on: run this job again, which waits on for the same one, or raise 'timeout'.`
    case 'cancelled':
      return `The job was cancelled. What AWS has begun goes on: run this job again, which waits on for '${identifier}'.`
    case 'lost':
      return `${whatOf(inputs, identifier)} goes on, but AWS could not be asked any longer: ${outcome.reason} Run this job again, which waits on for the same one.`
    case 'locked':
      return `Nothing was forgotten. ${describeLock(outcome.lock)}`
    case 'refused':
      return `Nothing was forgotten (${outcome.reason}): ${outcome.sentence}`
  }
}

const timeOf = ({ restoredTo }: Restoration): string =>
  restoredTo === undefined ? '' : ` with the data of ${new Date(restoredTo).toISOString()}`

const whatOf = ({ mode, database }: Inputs, identifier: string): string =>
  mode === 'snapshot' ? `Snapshot '${identifier}'` : `${TITLES[database]} '${identifier}'`

function afterFailure({ mode, kind, source }: Inputs, identifier: string): string {
  if (mode === 'snapshot')
    return `See aws rds describe-events --duration 1440; delete what is left of it, then run this job again.`
  const [service, thing] = kind === 'cluster' ? ['docdb', 'cluster'] : ['rds', 'instance']
  return `'${source}' is as it was. See its events, delete it (aws ${service} modify-db-${thing} --db-${thing}-identifier ${identifier} --no-deletion-protection, then delete-db-${thing} with --skip-final-snapshot), and start the restore anew.`
}
