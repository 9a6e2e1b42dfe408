import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import { logText } from '../plain-text.ts'
import type { Exec, ExecResult } from '../process.ts'
import { applyCommand, forgetCommand, initCommand, planCommand } from './arguments.ts'
import type { ApplyArguments, ForgetArguments, InitArguments, PlanArguments } from './arguments.ts'
import { describeDiagnostic, parseUiLine, parseValidation } from './diagnostics.ts'
import type { Diagnostic } from './diagnostics.ts'
import { checkEnvironment, terraformEnvironment, withoutVariables } from './environment.ts'
import type { Environment } from './environment.ts'
import { isLockRace, isOnlyUnreleased, isUnsaved, lockOf, UNSAVED_STATE } from './endings.ts'
import type { ForgetResult } from './endings.ts'
import { parseLockInfo, type LockInfo } from './lock.ts'
import { hideShapes } from './secret-shapes.ts'

export type { PlanArguments } from './arguments.ts'
export type { LockInfo } from './lock.ts'

export type PlanResult =
  | Readonly<{ kind: 'planned'; warnings: readonly Diagnostic[] }>
  | Readonly<{ kind: 'locked'; lock: LockInfo }>
  | Readonly<{ kind: 'failed'; message: string; diagnostics: readonly Diagnostic[] }>

export type ApplyResult =
  | Readonly<{ kind: 'applied' }>
  /** Everything was applied, and the lock could not be given back. */
  | Readonly<{ kind: 'unreleased'; message: string; lock?: LockInfo }>
  /** What was made is on AWS and not in the state; `isWhole` when nothing else failed. */
  | Readonly<{ kind: 'unsaved'; message: string; isWhole: boolean }>
  | Readonly<{ kind: 'stale' }>
  | Readonly<{ kind: 'locked'; lock: LockInfo }>
  | Readonly<{ kind: 'failed'; message: string }>

/** Terraform in one folder. What is not a result of its own is thrown as a UserError with Terraform's words. */
export type Terraform = Readonly<{
  version: () => Promise<string>
  init: (args: InitArguments) => Promise<void>
  validate: () => Promise<readonly Diagnostic[]>
  /** Files under the folder that `terraform fmt` would write differently, relative to it. */
  unformatted: () => Promise<readonly string[]>
  plan: (args: PlanArguments & Readonly<{ out: string }>) => Promise<PlanResult>
  /** The JSON text of a saved plan. */
  showPlan: (file: string) => Promise<string>
  apply: (args: ApplyArguments) => Promise<ApplyResult>
  /** Writes the state that an apply could not save, and removes its file; throws when that fails again. */
  saveState: () => Promise<void>
  /** Takes addresses out of the state; what they stand for stays as it is. */
  forget: (args: ForgetArguments) => Promise<ForgetResult>
  /** The JSON text of the state's outputs. */
  output: () => Promise<string>
}>

export type TerraformOptions = Readonly<{
  binary?: string
  cwd: string
  log: Log
  exec: Exec
  signal: AbortSignal
  env: Environment
}>

/** Terraform as a record of functions; refuses an environment that would change it behind the action's back. */
export function terraformCli(options: TerraformOptions): Terraform {
  checkEnvironment(options.env)
  const session = { ...options, env: terraformEnvironment(options.env) }
  return {
    version: () => version(session),
    init: (args) => init(session, args),
    validate: () => validate(session),
    unformatted: async () =>
      lines((await quiet(session, ['fmt', '-check', '-recursive', '-no-color'])).stdout),
    plan: (args) => plan(session, args),
    showPlan: async (file) => succeed(await quiet(session, ['show', '-json', file]), 'show'),
    apply: (args) => apply({ ...session, env: withoutVariables(session.env) }, args),
    saveState: () => saveState(session),
    forget: (args) => forget(session, args),
    output: async () => succeed(await quiet(session, ['output', '-json']), 'output')
  }
}

async function version(session: TerraformOptions): Promise<string> {
  const text = succeed(await quiet(session, ['version', '-json']), 'version')
  const start = text.indexOf('{')
  return (JSON.parse(text.slice(start)) as { terraform_version: string }).terraform_version
}

async function init(session: TerraformOptions, args: InitArguments): Promise<void> {
  const result = await aloud(session, initCommand(args), hideShapes)
  if (result.code === 0) return
  const words = hideShapes((result.stderr || result.stdout).trim().slice(-2000))
  throw new UserError(
    `terraform init failed: ${words}\nNothing was changed. Mend the cause; if the backend only did not answer, run the job again.`
  )
}

async function validate(session: TerraformOptions): Promise<readonly Diagnostic[]> {
  const result = await quiet(session, ['validate', '-json', '-no-color'])
  return parseValidation(result.stdout) ?? [failure(result, 'validate')]
}

async function plan(
  session: TerraformOptions,
  args: PlanArguments & Readonly<{ out: string }>
): Promise<PlanResult> {
  const { result, diagnostics } = await speakInTurn(session, planCommand(args))
  if (result.code === 0) return { kind: 'planned', warnings: diagnostics }
  const errors = errorsOf(result, diagnostics, 'plan')
  const lock = lockOf(errors)
  return lock === undefined
    ? { kind: 'failed', message: describeAll(errors), diagnostics: errors }
    : { kind: 'locked', lock }
}

async function apply(session: TerraformOptions, args: ApplyArguments): Promise<ApplyResult> {
  const { result, diagnostics } = await speakInTurn(session, applyCommand(args))
  if (result.code === 0) return { kind: 'applied' }
  const errors = errorsOf(result, diagnostics, 'apply')
  if (errors.some(({ summary }) => summary === 'Saved plan is stale')) return { kind: 'stale' }
  const lock = lockOf(errors)
  const message = describeAll(errors)
  if (isOnlyUnreleased(errors))
    return { kind: 'unreleased', message, ...(lock === undefined ? {} : { lock }) }
  const unsaved = errors.filter(isUnsaved)
  if (unsaved.length > 0) return { kind: 'unsaved', message, isWhole: unsaved.length === errors.length }
  return lock === undefined ? { kind: 'failed', message } : { kind: 'locked', lock }
}

async function saveState(session: TerraformOptions): Promise<void> {
  succeed(await quiet(session, ['state', 'push', UNSAVED_STATE]), 'state push')
  await rm(join(session.cwd, UNSAVED_STATE), { force: true })
}

async function forget(session: TerraformOptions, args: ForgetArguments): Promise<ForgetResult> {
  const result = await aloud(session, forgetCommand(args), hideShapes)
  if (result.code === 0) return { kind: 'forgotten' }
  const lock = parseLockInfo(result.stderr)
  return lock === undefined
    ? { kind: 'failed', message: describeDiagnostic(failure(result, 'state rm')) }
    : { kind: 'locked', lock }
}

const TURNS = 3

/** Runs a command that takes the lock; asks again when it was given back between being refused and being looked at. */
async function speakInTurn(session: TerraformOptions, args: readonly string[]): ReturnType<typeof speak> {
  for (let turn = 1; ; turn += 1) {
    const spoken = await speak(session, args)
    if (spoken.result.code === 0 || turn === TURNS || !isLockRace(spoken.diagnostics)) return spoken
    session.log.info('The lock was given back while it was asked for: asking again.')
  }
}

/** Message types whose words hold addresses and counts, never attribute values. */
const SPOKEN: ReadonlySet<string> = new Set([
  'version',
  'planned_change',
  'change_summary',
  'resource_drift',
  'apply_start',
  'apply_progress',
  'apply_complete',
  'apply_errored',
  'provision_start',
  'provision_complete',
  'provision_errored',
  'diagnostic',
  'log',
  'action_start',
  'action_complete'
])

/** Runs a command with `-json` and prints what it says, but none of the values it would print. */
async function speak(
  session: TerraformOptions,
  args: readonly string[]
): Promise<{ result: ExecResult; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const result = await aloud(session, args, (line) => {
    const ui = parseUiLine(line)
    if (ui === undefined) return hideShapes(line)
    if (ui.diagnostic !== undefined) diagnostics.push(ui.diagnostic)
    if (ui.diagnostic !== undefined) return `${ui.diagnostic.severity}: ${describeDiagnostic(ui.diagnostic)}`
    return SPOKEN.has(ui.type) ? ui.message : undefined
  })
  return { result, diagnostics }
}

/** Prints each line that `render` makes of the output, with workflow commands switched off around it. */
async function aloud(
  session: TerraformOptions,
  args: readonly string[],
  render: (line: string) => string | undefined
): Promise<ExecResult> {
  const token = randomUUID()
  const print = (line: string): void => {
    const text = render(line)
    if (text !== undefined) session.log.info(logText(text))
  }
  session.log.info(`::stop-commands::${token}`)
  try {
    return await run(session, args, { onStdout: print, onStderr: print })
  } finally {
    session.log.info(`::${token}::`)
  }
}

function quiet(session: TerraformOptions, args: readonly string[]): Promise<ExecResult> {
  return run(session, args, {})
}

function run(
  { binary = 'terraform', cwd, env, signal, exec }: TerraformOptions,
  args: readonly string[],
  listeners: Readonly<{ onStdout?: (line: string) => void; onStderr?: (line: string) => void }>
): Promise<ExecResult> {
  return exec(binary, args, { cwd, env, signal, ...listeners })
}

function succeed(result: ExecResult, command: string): string {
  if (result.code === 0) return result.stdout
  throw new UserError(describeDiagnostic(failure(result, command)))
}

function failure({ code, stderr, stdout }: ExecResult, command: string): Diagnostic {
  const words = hideShapes((stderr.trim() || stdout.trim()).slice(-2000))
  return { severity: 'error', summary: `terraform ${command} failed with exit code ${code}`, detail: words }
}

function errorsOf(
  result: ExecResult,
  diagnostics: readonly Diagnostic[],
  command: string
): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.length > 0 ? errors : [failure({ ...result, stdout: '' }, command)]
}

function describeAll(errors: readonly Diagnostic[]): string {
  return errors.map(describeDiagnostic).join('\n')
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}
