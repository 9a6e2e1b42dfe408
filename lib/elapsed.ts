/** Milliseconds for a reader: 4.2s, 58s, 3m 05s, 1h 02m. */
export function renderElapsed(ms: number): string {
  const seconds = Math.max(0, ms) / 1000
  if (seconds < 10) return `${(Math.round(seconds * 10) / 10).toString()}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}s`
  const two = (number: number): string => String(number).padStart(2, '0')
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`
  return `${Math.floor(whole / 3600)}h ${two(Math.floor((whole % 3600) / 60))}m`
}
