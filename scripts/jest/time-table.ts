/** Where the time of a test run goes: by folder, and the files that took longest. */
export type FileTime = Readonly<{ file: string; seconds: number }>

const LONGEST = 8

/** Lines of a table; folders are the first two parts of a path (`test/e2e`), seconds are of the wall clock and overlap. */
export function timeTable(times: readonly FileTime[]): readonly string[] {
  const folders = Object.entries(
    Object.groupBy(times, ({ file }) => file.split('/').slice(0, 2).join('/'))
  ).map(([file, inside = []]) => ({ file: `${file} (${inside.length})`, seconds: sum(inside) }))
  return [
    `Where the time went: ${Math.round(sum(times))} s in ${times.length} files, several at once`,
    ...byTime(folders).map(line),
    'The longest files',
    ...byTime(times).slice(0, LONGEST).map(line)
  ]
}

const sum = (times: readonly FileTime[]): number => times.reduce((total, { seconds }) => total + seconds, 0)
const byTime = (times: readonly FileTime[]): readonly FileTime[] =>
  times.toSorted((one, other) => other.seconds - one.seconds)
const line = ({ file, seconds }: FileTime): string => `${seconds.toFixed(1).padStart(8)} s  ${file}`
