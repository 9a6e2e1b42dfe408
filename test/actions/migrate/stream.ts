import type { LogLine, ReadLogPage } from '../../../lib/aws/logs.ts'
import type { Clock } from '../../../lib/clock.ts'

/** A line with the time at which CloudWatch shows it. */
export type Delivered = LogLine & Readonly<{ deliveredAt: number }>

const PAGE = 3

/**
 * Streams as CloudWatch shows them: a token is a moment, so that a line which arrives behind it is never shown by it; every
 * page of lines is preceded by an empty one, and the end is a token that comes back.
 */
export function fakeStream(of: {
  clock: Clock
  linesOf: (stream: string) => readonly Delivered[]
  denied?: boolean
}): ReadLogPage {
  return async ({ stream }, token = '-1:0') => {
    if (of.denied === true)
      throw Object.assign(new Error('GetLogEvents is denied.'), { name: 'AccessDeniedException' })
    const shown = of
      .linesOf(stream)
      .filter(({ deliveredAt }) => deliveredAt <= of.clock.now())
      .toSorted((a, b) => a.at - b.at)
    if (shown.length === 0) return undefined
    const [moment = -1, phase = 0] = token.split(':').map(Number)
    const next = shown.filter(({ at }) => at > moment).slice(0, PAGE)
    if (next.length === 0) return { lines: [], token }
    if (phase === 0) return { lines: [], token: `${moment}:1` }
    return { lines: next.map(({ at, text }) => ({ at, text })), token: `${next.at(-1)?.at}:0` }
  }
}
