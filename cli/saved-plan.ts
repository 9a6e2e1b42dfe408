import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashTree, readFolders } from '../lib/terraform/tree.ts'
import type { Ports } from './ports.ts'
import { keptIn } from './settings.ts'
import type { Stack } from './stack.ts'

/** What a saved plan was made from: everything that must be the same when it is applied. */
export type Origin = Readonly<{
  /** prod/acme. */
  tenant: string
  /** The tenant's variables, as text. */
  variables: string
  /** The state that it is of. */
  backend: readonly string[]
  commit: string
  /** Hash of the stack's and its modules' files, committed or not. */
  files: string
  terraform: string
}>

type Kept = Origin & Readonly<{ version: 1; plannedAt: string }>

/** Files of a tenant, named as from the stack's folder. */
export type Files = Readonly<{ plan: string; variables: string; record: string }>

/** Where a tenant's plan and variables lie: below .terraform, for its owner's eyes. */
export function filesOf(root: string, tenant: string): Files {
  const at = join(keptIn(root), tenant.replace('/', '-'))
  return { plan: `${at}.tfplan`, variables: `${at}.tfvars.json`, record: `${at}.json` }
}

/** Writes the variables that a plan is made with. */
export async function writeVariables({ variables: file }: Files, variables: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  await writeFile(file, variables, { mode: 0o600 })
}

/** What the plan that is made now comes from. */
export async function readOrigin(
  made: Pick<Origin, 'tenant' | 'variables' | 'backend'>,
  stack: Stack,
  { root, exec, env, signal }: Ports
): Promise<Origin> {
  const head = await exec('git', ['rev-parse', 'HEAD'], { cwd: root, env, signal })
  const hashes = await hashTree(await readFolders(stack.folder), { root, exec, env, signal })
  return { ...made, commit: head.stdout.trim(), files: JSON.stringify(hashes), terraform: stack.version }
}

/** Remembers what the plan beside it was made from. */
export async function keepRecord({ record }: Files, origin: Origin, now: number): Promise<void> {
  const kept: Kept = { version: 1, ...origin, plannedAt: new Date(now).toISOString() }
  await writeFile(record, JSON.stringify(kept), { mode: 0o600 })
}

/** The record of a saved plan; undefined when there is none that can be read. */
export async function readRecord({ record }: Files): Promise<Kept | undefined> {
  try {
    const kept = JSON.parse(await readFile(record, 'utf8')) as Kept
    return kept.version === 1 ? kept : undefined
  } catch {
    return undefined
  }
}

/** A plan that was applied, or is not wanted, goes: it holds the values of variables and resources. */
export async function forgetPlan(files: Files): Promise<void> {
  await Promise.all([files.plan, files.record, files.variables].map((file) => rm(file, { force: true })))
}

const WHY: Readonly<Record<Exclude<keyof Origin, 'tenant'>, string>> = {
  commit: 'the checkout is at another commit now',
  files: 'files of the stack or its modules were changed since',
  variables: "the tenant's variables are others now",
  backend: 'the states are elsewhere now',
  terraform: 'another version of Terraform is on PATH now'
}

/** Why a saved plan must not be applied any more; undefined when it is what would be planned from. */
export function describeMisfit(kept: Kept, now: Origin): string | undefined {
  if (kept.tenant !== now.tenant) return `it is a plan of ${kept.tenant}`
  const names = Object.keys(WHY) as (keyof typeof WHY)[]
  const changed = names.find((name) => JSON.stringify(kept[name]) !== JSON.stringify(now[name]))
  return changed === undefined ? undefined : WHY[changed]
}
