import { plainLines } from './pending.ts'

/** What Django's migrate has written of its work. */
export type Progress = Readonly<{
  applied: readonly string[]
  /** The migration that was begun last and did not end. */
  unfinished?: string
  /** The last error, in the database's words. */
  error?: string
}>

const APPLYING = /^\s*(?:Applying|Unapplying) ([A-Za-z_]\w*\.\w+)\.\.\.(.*)$/
/** `django.db.utils.ProgrammingError: …`, and what manage.py says without a traceback. */
const ERROR = /^(?:[A-Za-z_][\w.]*(?:Error|Exception|Warning|DoesNotExist|Interrupt)|CommandError)(?::.*)?$/

/** Reads the log of `migrate`; of another command it tells the error at most. */
export function readProgress(written: readonly string[]): Progress {
  const lines = plainLines(written)
  const begun = lines.flatMap((line) => {
    const [, name, rest = ''] = APPLYING.exec(line) ?? []
    return name === undefined ? [] : [{ name, isDone: /\b(?:OK|FAKED)\b/.test(rest) }]
  })
  const error = lines.findLast((line) => ERROR.test(line))
  const last = begun.at(-1)
  return {
    applied: begun.filter(({ isDone }) => isDone).map(({ name }) => name),
    ...(last === undefined || last.isDone ? {} : { unfinished: last.name }),
    ...(error === undefined ? {} : { error })
  }
}
