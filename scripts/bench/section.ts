/** One table of measurements; cells are text, the first column names what was measured. */
export type Section = Readonly<{
  title: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** How to read it. */
  note: string
}>

/** A table for a terminal: the first column to the left, numbers to the right. */
export function renderSection({ title, columns, rows, note }: Section): string {
  const lines = [columns, ...rows]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)))
  const drawn = lines.map((line) =>
    line
      .map((cell, index) => pad(cell, index, widths))
      .join('  ')
      .trimEnd()
  )
  return [title, '', ...drawn, '', note, ''].join('\n')
}

const pad = (cell: string, index: number, widths: readonly number[]): string =>
  index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)

/** The middle of a list of numbers: a busy machine moves the mean, hardly the median. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** `1.4×`. */
export const sayRatio = (value: number, to: number): string => `${(value / to).toFixed(1)}×`
/** `132 ms`. */
export const sayMilliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
/** `1.35 MB`. */
export const sayMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`
