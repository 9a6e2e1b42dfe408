import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a step with a bundle left behind. */
export type StepResult = Readonly<{
  code: number
  log: string
  outputs: string
  summary: string
  path: string
}>

export type Step = Readonly<{
  /** The folder of actions/ whose bundle runs. */
  action: string
  /** Inputs by name; those left out have the value '' (a runner would fill in action.yml's defaults). */
  inputs?: Readonly<Record<string, string>>
  /** Further variables; PATH is the machine's. */
  env?: Readonly<Record<string, string>>
  /** Files of the workspace. */
  files?: Readonly<Record<string, string>>
  /** The job is cancelled (SIGTERM) once the log says this. */
  cancelAt?: string
  /** How many of the step's seconds pass in one (1). */
  speed?: number
}>

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_PATH', 'GITHUB_ENV', 'GITHUB_STATE']

/** Runs the shipped bundle as a runner would, in folders of its own that are gone afterwards. */
export async function runBundle(step: Step): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-test-'))
  try {
    return await runIn(folder, step)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runIn(folder: string, step: Step): Promise<StepResult> {
  const env = await lay(folder, step)
  const bundle = join(import.meta.dirname, '../../dist', step.action, 'index.js')
  const { code, log } = await run(
    [...clockOf(step), bundle],
    { cwd: join(folder, 'workspace'), env },
    step.cancelAt
  )
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  return {
    code,
    log,
    outputs: await read('GITHUB_OUTPUT'),
    summary: await read('GITHUB_STEP_SUMMARY'),
    path: await read('GITHUB_PATH')
  }
}

async function lay(
  folder: string,
  { inputs = {}, env = {}, files = {}, speed }: Step
): Promise<Record<string, string>> {
  for (const name of ['workspace', 'temporary', 'tools']) await mkdir(join(folder, name))
  for (const name of FILES) await writeFile(join(folder, name), '')
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'workspace', name), text)
  const settings = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return {
    PATH: process.env['PATH'] ?? '',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    RUNNER_TEMP: join(folder, 'temporary'),
    RUNNER_TOOL_CACHE: join(folder, 'tools'),
    ...Object.fromEntries(FILES.map((name) => [name, join(folder, name)])),
    ...(Object.fromEntries(settings) as Record<string, string>),
    ...(speed === undefined ? {} : { STEP_SPEED: String(speed) }),
    ...env
  }
}

const clockOf = ({ speed }: Step): readonly string[] =>
  speed === undefined ? [] : ['--import', join(import.meta.dirname, 'fast-clock.mjs')]

type Place = Readonly<{ cwd: string; env: Record<string, string> }>

function run(
  args: readonly string[],
  place: Place,
  cancelAt?: string
): Promise<{ code: number; log: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, place, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), log: stdout + stderr })
    })
    if (cancelAt === undefined) return
    let log = ''
    child.stdout?.on('data', (chunk: string) => {
      log += chunk
      if (log.includes(cancelAt)) child.kill('SIGTERM')
    })
  })
}
