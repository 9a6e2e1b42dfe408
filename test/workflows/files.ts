import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const root = join(import.meta.dirname, '../..')

export type Step = Readonly<{
  name?: string
  uses?: string
  run?: string
  env?: Readonly<Record<string, unknown>>
  with?: Readonly<Record<string, unknown>>
}>
export type Job = Readonly<{
  name?: string
  needs?: string | readonly string[]
  if?: string
  uses?: string
  steps?: readonly Step[]
  permissions?: unknown
  env?: Readonly<Record<string, unknown>>
  with?: Readonly<Record<string, unknown>>
  'timeout-minutes'?: number
}>
export type Workflow = Readonly<{
  file: string
  text: string
  permissions?: unknown
  concurrency?: Readonly<{ group?: string; queue?: string }>
  env?: Readonly<Record<string, unknown>>
  defaults?: Readonly<{ run?: Readonly<{ shell?: string }> }>
  jobs: Readonly<Record<string, Job>>
}>

/** Every workflow file of the repository, parsed. */
export const workflows: readonly Workflow[] = readdirSync(join(root, '.github/workflows')).map((name) => {
  const file = `.github/workflows/${name}`
  const text = readFileSync(join(root, file), 'utf8')
  return { ...(parse(text) as Omit<Workflow, 'file' | 'text'>), file, text }
})

/** Every job with where it stands, `.github/workflows/ci.yml test`. */
export const jobs = workflows.flatMap((workflow) =>
  Object.entries(workflow.jobs).map(([key, job]) => ({
    where: `${workflow.file} ${key}`,
    key,
    job,
    workflow
  }))
)

/** Every tracked file, and every new one that is not ignored. */
export const tracked: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
)
  .split('\0')
  .filter((file) => file !== '')
