import { getExecOutput } from '@actions/exec'
import { spawn, type ChildProcess } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'

/** How a command is run: where, with which environment, and who hears its lines while it runs. */
export type ExecOptions = Readonly<{
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
  /** In a process group of its own: an interrupt that a terminal sends to ours reaches it once, through the signal. */
  apart?: boolean
  onStdout?: (line: string) => void
  onStderr?: (line: string) => void
}>

export type ExecResult = Readonly<{ code: number; stdout: string; stderr: string }>

/** Runs a command to its end; a non-zero exit is a result, a command that cannot start is an error. */
export type Exec = (command: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>

/** After a cancellation: an interrupt, this long to finish properly (Terraform gives its lock back), then the end. */
const GRACE_MS = 60_000

/** For what may run long and must be told of a cancellation: no shell, no input, bytes decoded once they are complete. */
export const exec: Exec = (command, args, options) =>
  new Promise((resolve, reject) => {
    const { cwd, env, signal, apart: detached = false } = options
    if (signal.aborted) return reject(signal.reason as Error)
    const child = spawn(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached })
    const stdout = collect(child.stdout, options.onStdout)
    const stderr = collect(child.stderr, options.onStderr)
    const stopListening = interruptOnAbort(child, signal)
    child.once('error', (cause) => {
      stopListening()
      reject(new Error(`The command '${command}' cannot be started in ${cwd}.`, { cause }))
    })
    child.once('close', (code) => {
      stopListening()
      if (signal.aborted) return reject(signal.reason as Error)
      resolve({ code: code ?? 1, stdout: stdout(), stderr: stderr() })
    })
  })

/** For what ends by itself within moments, such as a question for a version: through the toolkit, and not interrupted. */
export const execBriefly: Exec = async (command, args, { cwd, env, signal }) => {
  signal.throwIfAborted()
  const known = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], {
    cwd,
    env: Object.fromEntries(known) as Record<string, string>,
    ignoreReturnCode: true,
    silent: true
  })
  return { code: exitCode, stdout, stderr }
}

function interruptOnAbort(child: ChildProcess, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined
  const interrupt = (): void => {
    child.kill('SIGINT')
    timer = setTimeout(() => child.kill('SIGTERM'), GRACE_MS)
  }
  signal.addEventListener('abort', interrupt, { once: true })
  return () => {
    signal.removeEventListener('abort', interrupt)
    clearTimeout(timer)
  }
}

/** Keeps every byte and hands on whole lines; a character split between two chunks stays one character. */
function collect(stream: NodeJS.ReadableStream, onLine: ((line: string) => void) | undefined): () => string {
  const chunks: Buffer[] = []
  const decoder = new StringDecoder('utf8')
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    if (onLine === undefined) return
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  stream.on('end', () => {
    if (onLine !== undefined && rest + decoder.end() !== '') onLine(rest)
  })
  return () => Buffer.concat(chunks).toString('utf8')
}
