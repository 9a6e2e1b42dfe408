import type { SecretDescription } from '../../../lib/aws/secrets-manager.ts'
import { renderElapsed } from '../../../lib/elapsed.ts'
import { describeError, UserError } from '../../../lib/errors.ts'
import { poll } from '../../../lib/poll.ts'
import { managedBy } from './observe.ts'
import type { Ports } from './ports.ts'
import type { Source } from './sources.ts'
import { aheadToken } from './tokens.ts'

/** A database's own secret, and the names of those that this action makes from it or keeps beside it. */
type Managed = Readonly<{ secret: string; names: readonly string[] }>

/** What became of one that AWS is about to rotate; `due`: it would have been rotated, but for the dry run. */
export type Ahead = Managed &
  (Readonly<{ kind: 'rotated' | 'due' }> | Readonly<{ kind: 'failed'; sentence: string }>)

/** How many milliseconds before AWS rotations are made. */
export type Wanted = Readonly<{ within: number; dryRun: boolean }>

/** AWS: "typically completes within one minute". */
const LONGEST_MS = 5 * 60_000

/**
 * Rotates the databases' passwords that AWS would rotate within a time, one after the other, so that the copies and the restart
 * follow within minutes and not hours. What cannot be rotated is told and left to AWS: it keeps nobody from refreshing the rest.
 */
export async function rotateAhead(
  sources: readonly Source[],
  wanted: Wanted,
  ports: Ports
): Promise<readonly Ahead[]> {
  const found: Ahead[] = []
  for (const one of managedIn(sources)) {
    const became = await lookAfter(one, wanted, ports)
    if (became !== undefined) found.push({ ...one, ...became })
  }
  return found
}

function managedIn(sources: readonly Source[]): readonly Managed[] {
  const ids = [...new Set(sources.flatMap(managedBy))]
  const namesOf = (id: string): readonly string[] =>
    sources.filter((source) => managedBy(source).includes(id)).map(({ name }) => name)
  return ids.map((secret) => ({ secret, names: namesOf(secret) }))
}

type Became = Readonly<{ kind: 'rotated' | 'due' }> | Readonly<{ kind: 'failed'; sentence: string }>

async function lookAfter(one: Managed, wanted: Wanted, ports: Ports): Promise<Became | undefined> {
  const { signal, log } = ports
  try {
    return await bringForward(one, wanted, ports)
  } catch (error) {
    signal.throwIfAborted()
    const sentence = `${describeError(error)} AWS rotates it at its own time, and the next run copies it. To have it done now: aws secretsmanager rotate-secret --secret-id ${one.secret}; then run this again.`
    log.warning(`${one.secret} was not rotated ahead. ${sentence}`)
    return { kind: 'failed', sentence }
  }
}

async function bringForward(
  { secret, names }: Managed,
  { within, dryRun }: Wanted,
  ports: Ports
): Promise<Became | undefined> {
  const { secrets, clock, log } = ports
  const before = await secrets.describe(secret)
  if (before === undefined) return undefined
  const isDue = isDueAt(clock.now(), before, within)
  if (dryRun) return isDue ? { kind: 'due' } : undefined
  // A rotation under way, of a run that was killed or of AWS's own, is not begun again but waited for.
  const isUnderWay = hasPending(before)
  if (!isDue && !isUnderWay) return undefined
  if (!isUnderWay) {
    log.info(`The password behind ${names.join(', ')} is due: AWS is asked to rotate ${secret} now.`)
    await secrets.rotate({ id: secret, token: tokenOf(before) })
  }
  await settle(secret, before, ports)
  return { kind: 'rotated' }
}

/** Whether the time before AWS's own rotation has begun, and none was made in it. */
function isDueAt(now: number, described: SecretDescription, within: number): boolean {
  const { rotation } = described
  if (rotation === undefined) {
    throw new UserError(
      'Its rotation is turned off. Turn it on again: apply the stack, whose rotation_days says how often.'
    )
  }
  const { opensAt, lastAt = 0 } = rotation
  const dueFrom = opensAt - within
  return now >= dueFrom && lastAt < dueFrom && currentOf(described) !== tokenOf(described)
}

const tokenOf = ({ arn, rotation }: SecretDescription): string => aheadToken(arn, rotation?.endsAt ?? 0)

const currentOf = ({ versions }: SecretDescription): string | undefined =>
  Object.entries(versions).find(([, labels]) => labels.includes('AWSCURRENT'))?.[0]

/** A pending version that is not the current one: AWS takes no other rotation meanwhile. */
const hasPending = ({ versions }: SecretDescription): boolean =>
  Object.values(versions).some((labels) => labels.includes('AWSPENDING') && !labels.includes('AWSCURRENT'))

async function settle(secret: string, before: SecretDescription, ports: Ports): Promise<void> {
  const { secrets, clock, signal } = ports
  const settled = await poll(
    async () => {
      const now = await secrets.describe(secret)
      return now !== undefined && currentOf(now) !== currentOf(before) && !hasPending(now) ? true : undefined
    },
    { clock, signal, deadlineMs: LONGEST_MS }
  )
  if (settled !== true)
    throw new UserError(`AWS has not ended its rotation within ${renderElapsed(LONGEST_MS)}.`)
}
