import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { type Outcome, setUp } from '../../../actions/setup-terraform-1.13.1/src/act.ts'
import type { Cache } from '../../../actions/setup-terraform-1.13.1/src/cache.ts'
import { planSetup } from '../../../actions/setup-terraform-1.13.1/src/plan.ts'
import type { Release } from '../../../actions/setup-terraform-1.13.1/src/release.ts'
import type { Log } from '../../../lib/log.ts'

/** A release whose zips all hold the same tiny "terraform". */
export const ZIP = zipSync({
  terraform: new TextEncoder().encode('#!/bin/sh\necho 1.13.1\n'),
  'LICENSE.txt': new Uint8Array(9)
})
const digest = createHash('sha256').update(ZIP).digest('hex')
export const FAKE_RELEASE: Release = {
  version: '1.13.1',
  digests: { linux_amd64: digest, linux_arm64: digest, darwin_amd64: digest, darwin_arm64: digest }
}

/** A machine of the test's own: folders, a tool cache, a PATH, and everything that was logged. */
export type Machine = Readonly<{
  folder: string
  temporary: string
  cache: Cache
  paths: string[]
  lines: string[]
  signal: AbortSignal
  install: (mirror: string, timeoutMs?: number) => Promise<Outcome>
  /** As the runner does when the job is cancelled. */
  cancel: () => void
  close: () => Promise<void>
}>

export async function startMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-terraform-test-'))
  const temporary = join(folder, 'temporary')
  await mkdir(temporary)
  const job = new AbortController()
  const cache = fakeCache(join(folder, 'tools'))
  const machine = { folder, temporary, cache, paths: [], lines: [], signal: job.signal }
  return {
    ...machine,
    install: (mirror, timeoutMs = 10_000) => install(machine, mirror, timeoutMs),
    cancel: () => job.abort(new Error('The job was cancelled.')),
    close: () => rm(folder, { recursive: true, force: true })
  }
}

type Parts = Pick<Machine, 'temporary' | 'cache' | 'paths' | 'lines' | 'signal'>

function install(machine: Parts, mirror: string, timeoutMs: number): Promise<Outcome> {
  const inputs = { workingDirectory: '.', source: { kind: 'release', mirror, timeoutMs } } as const
  const observed = { machine: { platform: 'linux', arch: 'x64' }, pins: [] }
  return setUp(planSetup(inputs, observed, FAKE_RELEASE), portsOf(machine))
}

/** Ports over a machine; `current` says where `terraform` on PATH leads. */
export function portsOf(machine: Parts, current?: string): Parameters<typeof setUp>[1] {
  return {
    cache: machine.cache,
    temporary: machine.temporary,
    current: () => Promise.resolve(current),
    addPath: (path) => void machine.paths.push(path),
    log: recordLog(machine.lines),
    signal: machine.signal,
    maxWaitMs: 10
  }
}

function recordLog(lines: string[]): Log {
  const record = (level: string) => (line: string) => void lines.push(`${level}: ${line}`)
  return {
    info: record('info'),
    debug: record('debug'),
    warning: record('warning'),
    error: record('error'),
    group: (_title, work) => work()
  }
}

function fakeCache(root: string): Cache {
  const place = (version: string): string => join(root, version)
  return {
    find: (version) => (existsSync(place(version)) ? place(version) : ''),
    store: async (folder, version) => {
      await rm(place(version), { recursive: true, force: true })
      await cp(folder, place(version), { recursive: true })
      return place(version)
    }
  }
}

/** What a machine has left in its temporary folder. */
export const leftovers = (machine: Machine): Promise<string[]> => readdir(machine.temporary)
