/** What an attempt leaves for the next, by place: `plan`, a leg `plan#{"n":1}`, inside a call `plan#{}/check`. */
import type { Values } from '../expression/value.ts'
import type { JobResult } from '../ports.ts'
import type { PreparedWorkflow } from '../workflow/prepare.ts'
import type { JobOutcome } from './needs.ts'

/** Grows as a run goes on. */
export type Trail = Readonly<{
  /** How jobs and their legs ended for those that need them. */
  outcomes: Map<string, JobOutcome>
  results: Readonly<{ place: string; result: JobResult }>[]
  /** Legs that their environment has let in. */
  admitted: Set<string>
}>

/** An attempt that has ended, with the files that it ran: a re-run of failed jobs takes the same. */
export type Past = Trail & Readonly<{ workflow: PreparedWorkflow | undefined }>

/** Nothing has happened yet. */
export const newTrail = (): Trail => ({ outcomes: new Map(), results: [], admitted: new Set() })

/** The place of one leg of a job. */
export const legPlace = (job: string, matrix: Values): string => `${job}#${JSON.stringify(matrix)}`

/** Whether something happened in a job or leg: at its place, in a leg of it, or in the workflow that it calls. */
export const isWithin = (place: string, of: string): boolean =>
  place === of || place.startsWith(`${of}#`) || place.startsWith(`${of}/`)

/** Whether a job or leg has to be repeated: something in it failed, was cancelled, or never came to its end. */
export function hasFailed({ outcomes, results }: Trail, of: string): boolean {
  const ended = outcomes.get(of)?.result
  if (ended !== 'success' && ended !== 'skipped') return true
  return results.some(
    ({ place, result: { conclusion } }) =>
      isWithin(place, of) && (conclusion === 'failure' || conclusion === 'cancelled')
  )
}
