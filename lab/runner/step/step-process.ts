/** Runs one process of a step and takes in everything that it says. */
import { processEnv } from '../job/environment.ts'
import type { Session } from '../job/session.ts'
import { createEnvFiles, type FileCommands } from './env-files.ts'
import type { Step, StepOutcome } from './level.ts'
import { listen } from './listener.ts'
import { runProcess } from './process.ts'

/** A command of a step. */
export type StepCommand = Readonly<{
  command: string
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string>>
  signal: AbortSignal
}>

/** How the process ended; `ok` is false also when one of its commands was refused. */
export type ProcessOutcome = StepOutcome & Readonly<{ code: number; state: ReadonlyMap<string, string> }>

/** Variables that would change every later process of the job, so GITHUB_ENV does not take them. */
const REFUSED_ENV = new Set(['NODE_OPTIONS'])

/** Runs a command as part of a step; its environment files and commands act on the job. */
export async function runStepProcess(step: Step, { env, ...command }: StepCommand): Promise<ProcessOutcome> {
  const { session } = step.level
  const files = await createEnvFiles(session.folders.temp)
  const listener = listen(session)
  const { code } = await runProcess({
    ...command,
    env: { ...processEnv(step, env), ...files.env },
    onLine: listener.onLine,
    processes: session.processes,
    patience: session.machine.patience
  })
  const said = await files.read()
  for (const fault of said.faults) complain(session, fault)
  absorb(step, said)
  return {
    ok:
      code === 0 &&
      !listener.hasFault() &&
      !said.faults.some((fault) => fault.startsWith('Unable to process')),
    code,
    outputs: Object.fromEntries([...listener.outputs, ...said.outputs]),
    state: new Map([...listener.state, ...said.state])
  }
}

function absorb({ level: { session }, name }: Step, said: FileCommands): void {
  for (const [key, value] of said.env) {
    if (REFUSED_ENV.has(key.toUpperCase())) {
      complain(session, `Can't store ${key} output parameter using '$GITHUB_ENV' command.`)
    } else {
      session.env[key] = value
    }
  }
  for (const path of said.paths) {
    const known = session.paths.indexOf(path)
    if (known >= 0) session.paths.splice(known, 1)
    session.paths.push(path)
  }
  if (said.summary !== '') session.voice.summarize(name, said.summary)
}

/** An error in the log that is also an annotation. */
export function complain(session: Session, message: string): void {
  session.voice.log(`##[error]${message}`)
  session.voice.annotate({ level: 'error', message })
}
