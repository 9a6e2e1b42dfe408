import type { Environment } from '../lib/terraform/environment.ts'
import type { Exec } from '../lib/process.ts'
import type { Terminal } from './terminal.ts'

/** What a command may ask of the machine that it runs on. */
export type Ports = Readonly<{
  /** The person's own environment. */
  env: Environment
  /** Where the command was typed. */
  cwd: string
  /** The checkout that this command line belongs to. */
  root: string
  exec: Exec
  terminal: Terminal
  /** Puts a question to the person and resolves with the answer; undefined where nobody sits at a terminal. */
  ask?: (question: string) => Promise<string>
  /** Who types, and on which machine: what others read beside a reservation. */
  who: Readonly<{ user: string; host: string }>
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
  now: () => number
}>
