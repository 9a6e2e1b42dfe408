import { DeniedError } from '../../../lib/aws/secret-errors.ts'
import type { Ports } from './ports.ts'
import type { Step } from './step.ts'

const MINUTE_MS = 60_000
/** AWS asks for no more than one version in ten minutes, sustained: it keeps every version for a day, and 100 of them. */
const INTERVAL_MS = 10 * MINUTE_MS
const WINDOW_MS = 60 * MINUTE_MS
const LARGEST_COUNT = WINDOW_MS / INTERVAL_MS

/** Sentences on the secrets that were written too often of late; asks AWS only about those whose value is minutes old. */
export async function checkWriteRate(steps: readonly Step[], ports: Ports): Promise<readonly string[]> {
  const now = ports.clock.now()
  const young = steps.filter(({ replaces }) => replaces !== undefined && now - replaces < INTERVAL_MS)
  const problems = await Promise.all(young.map((step) => check(step, now, ports)))
  return problems.filter((problem) => problem !== undefined)
}

async function check({ full }: Step, now: number, { secrets, log }: Ports): Promise<string | undefined> {
  let times: readonly number[]
  try {
    times = await secrets.versionTimes(full)
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error
    log.warning(`How often ${full} was written is not checked. ${error.message}`)
    return undefined
  }
  const recent = times.filter((time) => now - time < WINDOW_MS).toSorted((left, right) => left - right)
  if (recent.length < LARGEST_COUNT) return undefined
  const free = new Date((recent.at(-LARGEST_COUNT) ?? now) + WINDOW_MS).toISOString().slice(11, 16)
  return `The secret ${full} got ${recent.length} versions within an hour. AWS keeps each for a day and takes 100 in all, so one more is refused until ${free} UTC. Find out who else writes it: two seeds with different sources undo each other.`
}
