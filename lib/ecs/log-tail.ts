import type { LogLine, LogStream, ReadLogPage } from '../aws/logs.ts'
import { poll, type PollPolicy } from '../poll.ts'
import type { ContainerDefinition } from './task-definition.ts'

type LogConfiguration = Readonly<{ logDriver?: string; options?: Readonly<Record<string, string>> }>

/** Where a container of a task writes to CloudWatch Logs; undefined when it writes elsewhere. */
export function logStreamOf(container: ContainerDefinition, taskId: string): LogStream | undefined {
  const { logDriver, options = {} } = (container['logConfiguration'] ?? {}) as LogConfiguration
  const { 'awslogs-group': group = '', 'awslogs-stream-prefix': prefix = '' } = options
  if (logDriver !== 'awslogs' || group === '' || prefix === '') return undefined
  return { group, stream: `${prefix}/${container.name}/${taskId}` }
}

/** A line as it was read: `isLate` when a newer one was read before. */
export type ReadLine = LogLine & Readonly<{ isLate: boolean }>

/** Follows one stream. Each line goes to the sink once; what came before it can still follow, and says so. */
export type LogTail = Readonly<{
  /** Reads on to the end of what there is now, in so many requests at most (200); how many lines were new. */
  news: (pages?: number) => Promise<number>
  /** Reads until nothing more arrives, then everything once more for what CloudWatch has put in between; false when it could not. */
  drain: (policy: DrainPolicy) => Promise<boolean>
  /** All that was read, by time. */
  lines: () => readonly LogLine[]
}>

/** When a stream counts as complete: its deadline is `patienceMs`, or a minute. */
export type DrainPolicy = Omit<PollPolicy, 'deadlineMs' | 'everyMs'> & Readonly<{ patienceMs?: number }>

const PATIENCE_MS = 30_000
/** Lines arrive some seconds after a task has ended. */
const QUIET_MS = 5000
const QUIET_LOOKS = 2
const DRAIN_EVERY_MS = 1500
/** More pages than this are left to the next look. */
const MOST_PAGES = 200

/** A tail of a stream, which may begin only later. */
export function logTail(
  readPage: ReadLogPage,
  of: LogStream,
  sink: (lines: readonly ReadLine[]) => void
): LogTail {
  const seen: LogLine[] = []
  let token: string | undefined
  let newest = -Infinity
  const take = (lines: readonly LogLine[]): void => {
    if (lines.length === 0) return
    seen.push(...lines)
    sink(lines.map((line) => ({ ...line, isLate: line.at < newest })))
    newest = lines.reduce((at, line) => Math.max(at, line.at), newest)
  }
  const news = async (pages = MOST_PAGES): Promise<number> => {
    const before = seen.length
    for (let page = 0; page < pages; page += 1) {
      const found = await readPage(of, token)
      if (found === undefined) break
      const isEnd = found.token === token
      // The token goes on with its lines, so that a fault after them repeats and loses nothing.
      token = found.token
      take(found.lines)
      if (isEnd) break
    }
    return seen.length - before
  }
  return {
    news,
    drain: async (policy) => {
      await untilQuiet(news, { policy, hasAny: () => seen.length > 0 })
      const whole = await throttlesAside(() => readWhole(readPage, of), policy)
      take(without(whole?.lines ?? [], seen))
      return whole?.isWhole === true
    },
    lines: () => seen.toSorted((a, b) => a.at - b.at)
  }
}

async function untilQuiet(
  news: () => Promise<number>,
  { policy, hasAny }: Readonly<{ policy: DrainPolicy; hasAny: () => boolean }>
): Promise<void> {
  const { patienceMs = PATIENCE_MS, clock } = policy
  const began = clock.now()
  let quiet = 0
  const ask = async (): Promise<true | undefined> => {
    quiet = (await news()) === 0 ? quiet + 1 : 0
    const isQuiet = quiet >= QUIET_LOOKS && clock.now() - began >= QUIET_MS
    return isQuiet && hasAny() ? true : undefined
  }
  await poll(ask, { ...policy, everyMs: DRAIN_EVERY_MS, deadlineMs: patienceMs })
}

const throttlesAside = <T>(ask: () => Promise<T>, policy: DrainPolicy): Promise<T | undefined> =>
  poll(ask, { ...policy, deadlineMs: policy.patienceMs ?? PATIENCE_MS })

type Read = Readonly<{ lines: readonly LogLine[]; isWhole: boolean }>

async function readWhole(readPage: ReadLogPage, of: LogStream): Promise<Read> {
  const lines: LogLine[] = []
  let token: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await readPage(of, token)
    if (found === undefined) return { lines, isWhole: true }
    lines.push(...found.lines)
    if (found.token === token) return { lines, isWhole: true }
    token = found.token
  }
  return { lines, isWhole: false }
}

const keyOf = ({ at, text }: LogLine): string => `${at} ${text}`

/** The lines of `whole` that `seen` does not have; a line that stands there twice has to be seen twice. */
function without(whole: readonly LogLine[], seen: readonly LogLine[]): readonly LogLine[] {
  const counts = new Map<string, number>()
  for (const line of seen) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  return whole.filter((line) => {
    const left = counts.get(keyOf(line)) ?? 0
    if (left > 0) counts.set(keyOf(line), left - 1)
    return left === 0
  })
}
