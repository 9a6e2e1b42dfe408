import { appendFile } from 'node:fs/promises'
import * as core from '@actions/core'
import { describeError, UserError } from './errors.ts'
import type { ReadInput } from './input.ts'
import type { Log, Place } from './log.ts'
import { escapeLines } from './markdown.ts'
import { logLine } from './plain-text.ts'

/** What an action may ask of the runner; everything else it gets through ports of its own. */
export type Runner = Readonly<{
  read: ReadInput
  log: Log
  /** Hides a value of 8 characters or more, and its encoded forms, in every later line of the job. */
  mask: (value: string) => void
  env: Readonly<Record<string, string | undefined>>
  /** Prepends a folder to PATH for this and all later steps. */
  addPath: (folder: string) => void
  /** Aborted by SIGINT and SIGTERM, which the runner sends when the job is cancelled. */
  signal: AbortSignal
}>

/** What an action leaves behind: outputs, a summary in Markdown and, when the step must be red, why. */
export type Report = Readonly<{
  outputs: Readonly<Record<string, string>>
  summary: string
  failure?: string
}>

/** GitHub drops a step's whole summary above this many bytes. */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024

/** Runs an action: reads nothing itself, writes outputs and summary also on failure, sets the exit code. */
export async function runAction(main: (runner: Runner) => Promise<Report>): Promise<void> {
  const cancel = new AbortController()
  const onSignal = (signal: NodeJS.Signals): void => {
    cancel.abort(new UserError(`The job was cancelled (${signal}).`))
  }
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    await writeReport(await main({ ...runner, signal: cancel.signal }))
  } catch (error) {
    const message = describeError(error)
    if (error instanceof Error && !(error instanceof UserError)) core.debug(error.stack ?? '')
    await writeReport({
      outputs: {},
      summary: `> [!CAUTION]\n> ${escapeLines(message)}\n`,
      failure: message
    })
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

const annotation = (place: Place | undefined): core.AnnotationProperties => ({ ...place })

const log: Log = {
  info: (line) => core.info(logLine(line)),
  debug: (line) => core.debug(logLine(line)),
  warning: (line, place) => core.warning(logLine(line), annotation(place)),
  error: (line, place) => core.error(logLine(line), annotation(place)),
  group: core.group
}

const runner: Omit<Runner, 'signal'> = {
  read: (name) => core.getInput(name, { trimWhitespace: false }),
  log,
  mask,
  env: process.env,
  addPath: core.addPath
}

/** Short values are left alone: a mask of `stg` or `{` would blank outputs that merely contain it. */
function mask(value: string): void {
  for (const line of value.split(/\r?\n/)) {
    if (line.length < 8) continue
    for (const form of new Set([line, encodeURIComponent(line), Buffer.from(line).toString('base64')]))
      core.setSecret(form)
  }
}

async function writeReport(report: Report): Promise<void> {
  for (const [name, value] of Object.entries(report.outputs)) core.setOutput(name, value)
  await writeSummary(report.summary)
  if (report.failure === undefined) return
  log.error(report.failure)
  process.exitCode = 1
}

async function writeSummary(markdown: string): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY']
  if (file === undefined || file === '' || markdown === '') return
  if (Buffer.byteLength(markdown) > SUMMARY_LIMIT_BYTES) {
    core.warning('The job summary is over 1 MiB, which GitHub does not show; it is left out.')
    return
  }
  await appendFile(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`)
}
