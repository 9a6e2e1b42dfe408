/** Where in the repository an annotation points; lines count from 1. */
export type Place = Readonly<{ file: string; startLine?: number; endLine?: number; startColumn?: number }>

/** What an action says while it works. Warnings and errors become annotations of the run. */
export type Log = Readonly<{
  info: (line: string) => void
  debug: (line: string) => void
  warning: (line: string, place?: Place) => void
  error: (line: string, place?: Place) => void
  /** Folds everything logged by `work` under `title`. */
  group: <T>(title: string, work: () => Promise<T>) => Promise<T>
}>
