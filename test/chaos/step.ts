/** One step with a bundle, in a process group of its own that can be killed at any moment. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseOutputs } from './outputs.ts'

export type Step = Readonly<{
  /** The folder of actions/ whose bundle runs. */
  action: string
  /** Holds the workspace and, of each step, the runner's files. */
  folder: string
  inputs: Readonly<Record<string, string>>
  env: Readonly<Record<string, string>>
}>

export type Ended = Readonly<{
  /** Undefined when it was killed. */
  code: number | undefined
  log: string
  outputs: Readonly<Record<string, string>>
}>

export type Running = Readonly<{ ended: Promise<Ended>; kill: () => void; killTerraform: () => void }>

const BUNDLES = join(import.meta.dirname, '../../dist')
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_PATH', 'GITHUB_ENV', 'GITHUB_STATE']
let steps = 0

/** Starts the shipped bundle as a runner would. */
export async function startStep({ action, folder, inputs, env }: Step): Promise<Running> {
  const own = join(folder, `step-${(steps += 1)}`)
  for (const name of ['temporary', 'tools', 'home']) await mkdir(join(own, name), { recursive: true })
  for (const name of FILES) await writeFile(join(own, name), '')
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const child = spawn(process.execPath, [join(BUNDLES, action, 'index.js')], {
    cwd: join(folder, 'workspace'),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      HOME: join(own, 'home'),
      GITHUB_WORKSPACE: join(folder, 'workspace'),
      RUNNER_TEMP: join(own, 'temporary'),
      RUNNER_TOOL_CACHE: join(own, 'tools'),
      ...Object.fromEntries(FILES.map((name) => [name, join(own, name)])),
      ...(Object.fromEntries(named) as Record<string, string>),
      ...env
    }
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      readFile(join(own, 'GITHUB_OUTPUT'), 'utf8').then(
        (text) => resolve({ code: code ?? undefined, log, outputs: parseOutputs(text) }),
        reject
      )
    })
  })
  const group = child.pid ?? 0
  return { ended, kill: () => killGroup(group), killTerraform: () => killNamed(group, 'terraform') }
}

function killGroup(group: number): void {
  if (group > 1) process.kill(-group, 'SIGKILL')
}

function killNamed(group: number, name: string): void {
  const found = execFileSync('ps', ['-eo', 'pid=,pgid=,comm='], { encoding: 'utf8' })
  for (const line of found.split('\n')) {
    const [pid = '', pgid = '', command = ''] = line.trim().split(/\s+/)
    if (Number(pgid) === group && command === name) process.kill(Number(pid), 'SIGKILL')
  }
}
