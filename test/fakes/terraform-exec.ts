import type { Exec, ExecOptions, ExecResult } from '../../lib/process.ts'
import type { Log, Place } from '../../lib/log.ts'

export type Call = Readonly<{ command: string; args: readonly string[]; env: ExecOptions['env'] }>
type Answer = Partial<ExecResult>

/** A process that answers by its first argument, and everything it was asked. Answers of a list are given in turn. */
export function fakeExec(
  answers: Readonly<Record<string, Answer | readonly Answer[]>>
): Readonly<{ exec: Exec; calls: Call[] }> {
  const calls: Call[] = []
  const exec: Exec = async (command, args, { env, onStdout }) => {
    const key = args.find((arg) => arg in answers) ?? ''
    const known = answers[key]
    const turn = calls.filter((call) => call.args.includes(key)).length
    calls.push({ command, args, env })
    const answer = Array.isArray(known)
      ? (known as readonly Answer[])[Math.min(turn, known.length - 1)]
      : (known as Answer | undefined)
    const { code = 0, stdout = '', stderr = '' } = answer ?? {}
    for (const line of stdout.split('\n').filter((one) => one !== '')) onStdout?.(line)
    return { code, stdout, stderr }
  }
  return { exec, calls }
}

/** A log that keeps its lines, warnings and errors with their place. */
export function fakeLog(): Readonly<{ log: Log; lines: string[] }> {
  const lines: string[] = []
  const at = (kind: string, line: string, place?: Place): void => {
    const where = place === undefined ? '' : ` at ${place.file}:${place.startLine ?? ''}`
    lines.push(`${kind}${line}${where}`)
  }
  const log: Log = {
    info: (line) => at('', line),
    debug: (line) => at('debug: ', line),
    warning: (line, place) => at('warning: ', line, place),
    error: (line, place) => at('error: ', line, place),
    group: (_title, work) => work()
  }
  return { log, lines }
}
