import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../../../lib/log.ts'
import { type Cache, findDamage, unpack } from './cache.ts'
import { download } from './download.ts'
import type { Installed, Plan } from './plan.ts'

export type Ports = Readonly<{
  cache: Cache
  /** A folder of the job's own (RUNNER_TEMP). */
  temporary: string
  /** The `terraform` that PATH leads to now. */
  current: () => Promise<string | undefined>
  addPath: (folder: string) => void
  log: Log
  signal: AbortSignal
  /** Longest wait between two attempts to download, in milliseconds. */
  maxWaitMs: number
}>

/** What is set up now. `sha256` is of the release's zip, or of the binary itself when it was found installed. */
export type Outcome = Readonly<{
  from: 'cache' | 'download' | 'binary'
  version: string
  path: string
  sha256: string
}>

type Install = Extract<Plan, { kind: 'install' }>

/** Carries the plan out. PATH is changed last, and only when everything before succeeded. */
export async function setUp(plan: Plan, ports: Ports): Promise<Outcome> {
  switch (plan.kind) {
    case 'install':
      return install(plan, ports)
    case 'use':
      return use(plan.installed, ports)
  }
}

async function install(plan: Install, ports: Ports): Promise<Outcome> {
  const cached = await findIntact(plan, ports)
  const folder = cached ?? (await fetchRelease(plan, ports))
  ports.addPath(folder)
  return {
    from: cached === undefined ? 'download' : 'cache',
    version: plan.version,
    path: join(folder, 'terraform'),
    sha256: plan.digest
  }
}

/** The tool cache is writable by every earlier job of the machine: what it holds is checked as a download is. */
async function findIntact(plan: Install, { cache, log }: Ports): Promise<string | undefined> {
  const folder = cache.find(plan.version)
  if (folder === '') return undefined
  const damage = await findDamage(join(folder, plan.zip), plan.digest)
  if (damage === undefined) return folder
  log.warning(
    `Terraform ${plan.version} in the tool cache (${folder}) is not what was put there: ${damage}. It is downloaded again; find out who changes that folder.`
  )
  return undefined
}

async function fetchRelease(plan: Install, ports: Ports): Promise<string> {
  const folder = await mkdtemp(join(ports.temporary, 'terraform-'))
  try {
    const file = join(folder, plan.zip)
    ports.log.info(`Downloading ${plan.url}`)
    await download({ url: plan.url, digest: plan.digest, file, timeoutMs: plan.timeoutMs }, ports)
    await unpack(file)
    return await ports.cache.store(folder, plan.version)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder of our own leads to the binary: its name may differ, and its neighbours must not come before others. */
async function use(installed: Installed, ports: Ports): Promise<Outcome> {
  const { path, version, sha256 } = installed
  ports.log.warning(
    `Terraform ${version} at ${path} is used because 'binary' names it. It was not installed by this action and its origin was not checked (SHA-256 ${sha256}).`
  )
  const current = await ports.current()
  if (current === undefined || (await realpath(current)) !== (await realpath(path))) {
    const folder = join(await mkdtemp(join(ports.temporary, 'terraform-')), 'bin')
    await mkdir(folder)
    await symlink(path, join(folder, 'terraform'))
    ports.addPath(folder)
  }
  return { from: 'binary', version, path, sha256 }
}
