/** One process of a step: in a group of its own, its output line by line, ended as GitHub's runner ends it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'
import type { Patience } from '../options.ts'

/** A process to be run. */
export type ProcessRequest = Readonly<{
  command: string
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string>>
  onLine: (line: string) => void
  /** Interrupts the process: SIGINT to it, SIGTERM when it takes long, then SIGKILL to its whole group. */
  signal: AbortSignal
  patience: Pick<Patience, 'termMs' | 'killMs'>
  processes: Processes
}>

/** The exit code; 128 and more for a process that a signal ended. */
export type ProcessResult = Readonly<{ code: number }>

/** Every process group that may still be alive. */
export type Processes = Readonly<{
  add: (pid: number) => void
  settle: (pid: number) => void
  killAll: () => void
}>

/** How long output may keep coming from what an ended process left behind. */
const DRAIN_MS = 5_000

/** Keeps account of process groups, for `parent` too; `killAll` leaves none of them, and lets no later one live. */
export function trackProcesses(parent?: Processes): Processes {
  const groups = new Set<number>()
  let isClosed = false
  return {
    add: (pid) => {
      groups.add(pid)
      parent?.add(pid)
      if (isClosed) send(-pid, 'SIGKILL')
    },
    // A group that is empty is forgotten: its number may come to mean another.
    settle: (pid) => {
      if (send(-pid, 0)) return
      groups.delete(pid)
      parent?.settle(pid)
    },
    killAll: () => {
      isClosed = true
      for (const pid of groups) send(-pid, 'SIGKILL')
      groups.clear()
    }
  }
}

/** Runs a process to its end; rejects when it cannot be started. */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const { command, args, cwd, env, processes } = request
  const started = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const { pid } = started
  if (pid !== undefined) processes.add(pid)
  forwardLines(started.stdout, request.onLine)
  forwardLines(started.stderr, request.onLine)
  const stop = interruptible(started, request)
  return ended(started).finally(() => {
    stop()
    if (pid !== undefined) processes.settle(pid)
  })
}

function ended(started: ChildProcess): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    let drain: NodeJS.Timeout | undefined
    started.once('error', reject)
    started.once('exit', () => {
      drain = setTimeout(() => {
        started.stdout?.destroy()
        started.stderr?.destroy()
      }, DRAIN_MS)
    })
    started.once('close', (code, signal) => {
      clearTimeout(drain)
      resolve({ code: code ?? (signal === null ? 1 : 128) })
    })
  })
}

function interruptible(started: ChildProcess, { signal, patience }: ProcessRequest): () => void {
  const timers: NodeJS.Timeout[] = []
  const interrupt = (): void => {
    started.kill('SIGINT')
    timers.push(setTimeout(() => started.kill('SIGTERM'), patience.termMs))
    timers.push(setTimeout(() => send(-(started.pid ?? 0), 'SIGKILL'), patience.killMs))
  }
  if (signal.aborted) interrupt()
  else signal.addEventListener('abort', interrupt, { once: true })
  return () => {
    signal.removeEventListener('abort', interrupt)
    for (const timer of timers) clearTimeout(timer)
  }
}

/** Signals a process or group; false when there is none. Zero would mean this process's own group. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  if (pid === 0) return false
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function forwardLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const take = (text: string): void => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line.replace(/\r$/, ''))
  }
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)))
  stream.on('close', () => {
    take(decoder.end())
    if (rest !== '') onLine(rest)
  })
}
