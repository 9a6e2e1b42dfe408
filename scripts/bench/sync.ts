/** How long a site takes into a bucket, by deploy-frontend, `aws s3 sync` and bare requests, in turn on the same ground. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findAwsCli } from './aws-cli.ts'
import { median, sayRatio, type Section } from './section.ts'
import { BYTES, FILES, makeBuild, touch } from './sync-build.ts'
import { bare, deployFrontend, type Ground, syncBy, type Tool } from './sync-tools.ts'

const root = join(import.meta.dirname, '../..')
const ROUNDS = 3

/** What one tool did: seconds, and PUT requests. */
type Cost = Readonly<{ seconds: number; puts: number }>
type Costs = Readonly<{ cold: readonly Cost[]; rebuilt: readonly Cost[] }>

/** Cold, and the same contents built anew, which is what a workflow has: new times, no new bytes. */
export async function benchSync(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-sync-'))
  const aws = findAwsCli(join(root, '.cache'))
  try {
    const build = await makeBuild(join(folder, 'build'))
    const measured = new Map<string, { cold: Cost[]; rebuilt: Cost[] }>()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const toolOf of ['path' in aws ? syncBy(aws.path) : undefined, deployFrontend, bare]) {
        if (toolOf === undefined) continue
        const { name, cold, rebuilt } = await measure(toolOf, build, folder)
        const own = measured.get(name) ?? { cold: [], rebuilt: [] }
        measured.set(name, { cold: [...own.cold, cold], rebuilt: [...own.rebuilt, rebuilt] })
      }
    }
    return describe(measured, 'path' in aws ? aws.version : aws.reason)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One empty bucket a tool and round: cold, then rebuilt. */
async function measure(
  toolOf: (ground: Ground) => Tool,
  build: string,
  folder: string
): Promise<Readonly<{ name: string; cold: Cost; rebuilt: Cost }>> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 's3-ground.ts')], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  try {
    const started = once(createInterface({ input: server.stdout }), 'line', {
      signal: AbortSignal.timeout(30_000)
    })
    const [port] = (await started) as [string]
    const url = `http://127.0.0.1:${port}`
    const tool = toolOf({ url, folder, build })
    const cold = await run(tool, url, folder)
    await touch(build)
    return { name: tool.name, cold, rebuilt: await run(tool, url, folder) }
  } finally {
    server.kill()
  }
}

async function run({ name, file, args, env }: Tool, url: string, folder: string): Promise<Cost> {
  const putsSoFar = async (): Promise<number> => Number(await (await fetch(`${url}/-/puts`)).text())
  const before = await putsSoFar()
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
    encoding: 'utf8',
    timeout: 120_000
  })
  const seconds = (performance.now() - from) / 1000
  if (status !== 0) throw new Error(`${name} failed (${status}):\n${stdout}${stderr}`)
  return { seconds, puts: (await putsSoFar()) - before }
}

function describe(measured: ReadonlyMap<string, Costs>, cli: string): Section {
  const middle = (costs: readonly Cost[] = []): number => median(costs.map(({ seconds }) => seconds))
  const [ours, floor] = [measured.get('deploy-frontend'), measured.get('bare PUTs')]
  const say = (seconds: number): string => `${seconds.toFixed(2)} s`
  const rows = [...measured].map(([name, { cold, rebuilt }]) => [
    name,
    say(middle(cold)),
    sayRatio(middle(cold), middle(floor?.cold)),
    sayRatio(middle(cold), middle(ours?.cold)),
    say(middle(rebuilt)),
    sayRatio(middle(rebuilt), middle(ours?.rebuilt)),
    String(rebuilt[0]?.puts ?? '')
  ])
  return {
    title: `A site of ${FILES} files into a bucket`,
    columns: ['', 'cold', 'to bare', 'to ours', 'unchanged', 'to ours', 'PUTs'],
    rows,
    note: `Medians of ${ROUNDS} whole processes each, start included, in turn on a bucket that answers 30 ms late; ${FILES} files of ${BYTES / 1000} kB. Unchanged: built anew, with new times. aws: ${cli}.`
  }
}
