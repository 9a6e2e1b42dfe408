/** A length of time as a person says it: `0.4 s`, `12 s`, `1 min 05 s`. */
export function sayDuration(ms: number): string {
  if (ms < 9950) return `${(Math.max(0, ms) / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

/** `1 run`, `1,204 calls`. */
export function sayCount(count: number, noun: string): string {
  return `${sayNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** With a comma between thousands. */
export function sayNumber(count: number): string {
  return count.toLocaleString('en-US')
}

/** `21 November 2026, 12:52 UTC`. */
export function sayMoment(at: number): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat('en-GB', options).format(at).replace(' at ', ', ')} UTC`
}
