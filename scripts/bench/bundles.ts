import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { median, sayMegabytes, sayMilliseconds, sayRatio, type Section } from './section.ts'

const root = join(import.meta.dirname, '../..')
const ROUNDS = 9

type Program = Readonly<{ name: string; file: string; env: Readonly<Record<string, string>> }>

/** Is told what to do by arguments; without any it explains itself. */
const COMMAND_LINE = 'cli'

/** What each bundle weighs, and how long it takes to start and refuse its inputs, beside an empty file. */
export async function benchBundles(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-bench-'))
  try {
    const programs = [await emptyProgram(folder), ...(await bundledPrograms(folder))]
    return await describe(programs, measure(programs, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function emptyProgram(folder: string): Promise<Program> {
  const file = join(folder, 'empty.mjs')
  await writeFile(file, '')
  return { name: 'an empty file', file, env: {} }
}

async function bundledPrograms(folder: string): Promise<readonly Program[]> {
  const names = (await readdir(join(root, 'dist'))).toSorted()
  return Promise.all(
    names.map(async (name) => ({
      name,
      file: join(root, 'dist', name, 'index.js'),
      env: { ...(await refusedInputs(name)), RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder }
    }))
  )
}

/** Every input is `?`: an action reads and refuses it, and so does nothing after it has started. The command line takes none. */
async function refusedInputs(name: string): Promise<Record<string, string>> {
  if (name === COMMAND_LINE) return {}
  const { inputs } = parse(await readFile(join(root, 'actions', name, 'action.yml'), 'utf8')) as {
    inputs: Record<string, unknown>
  }
  return Object.fromEntries(Object.keys(inputs).map((input) => [`INPUT_${input.toUpperCase()}`, '?']))
}

/** Rounds over all programs, so that a busy moment of the machine falls on all of them alike. */
function measure(programs: readonly Program[], folder: string): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const program of programs) times.get(program.name)?.push(start(program, folder))
  }
  return new Map([...times].map(([name, own]) => [name, median(own)]))
}

function start({ file, env }: Program, folder: string): number {
  const from = performance.now()
  spawnSync(process.execPath, [file], {
    timeout: 60_000,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    cwd: folder
  })
  return performance.now() - from
}

async function describe(programs: readonly Program[], times: ReadonlyMap<string, number>): Promise<Section> {
  const [empty] = programs
  const base = times.get(empty?.name ?? '') ?? Number.NaN
  const rows = programs.map(async ({ name, file }) => {
    const code = await readFile(file)
    const ms = times.get(name) ?? Number.NaN
    return [
      name,
      sayMegabytes(code.length),
      sayMegabytes(gzipSync(code).length),
      sayMilliseconds(ms),
      sayRatio(ms, base)
    ]
  })
  return {
    title: 'Bundles',
    columns: ['', 'index.js', 'gzip', 'start', 'to empty'],
    rows: await Promise.all(rows),
    note: `Start: median of ${ROUNDS} processes that read their inputs, refuse them and end. What an action imports later is not in index.js.`
  }
}
