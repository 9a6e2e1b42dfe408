import { readdirSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { terraformSettings } from '../../lab/terraform.ts'
import { exec, type ExecResult } from '../../lib/process.ts'

const root = join(import.meta.dirname, '../..')

/** The repository's Terraform, as committed and as being edited. */
export const terraformFolder = join(root, 'terraform')

const listed = (kind: string): readonly string[] =>
  readdirSync(join(terraformFolder, kind))
    .toSorted()
    .map((name) => `${kind}/${name}`)

/** Every folder that has tests, a README and a lock file of its own; paths count from terraform/. */
export const modules = listed('modules')
export const stacks = listed('stacks')
export const roots = [...modules, ...stacks]
export const stack = 'stacks/caliber'

/** A copy of terraform/ that Terraform may write to; `run` waits for the command and never rejects for its exit code. */
export type Sandbox = AsyncDisposable &
  Readonly<{
    folder: string
    run: (
      directory: string,
      args: readonly string[],
      env?: Readonly<Record<string, string>>
    ) => Promise<ExecResult>
    remove: () => Promise<void>
  }>

const LONGEST_COMMAND_MS = 600_000

/** Terraform as it is on every machine: its init installs the provider and compares it with the lock file. */
export const REAL = process.env['CALIBER_TERRAFORM'] ?? 'terraform'
const QUICK = process.env['CALIBER_QUICK_TERRAFORM'] || REAL

/** Makes a copy under the system's temporary folder; the caller removes it. */
export async function createSandbox(terraform = QUICK): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'caliber-terraform-'))
  await cp(terraformFolder, folder, {
    recursive: true,
    filter: (source) => basename(source) !== '.terraform'
  })
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  return {
    folder,
    run: (directory, args, env = {}) =>
      exec(terraform, args, {
        cwd: join(folder, directory),
        env: { ...machine(), ...env },
        signal: AbortSignal.timeout(LONGEST_COMMAND_MS)
      }),
    remove,
    [Symbol.asyncDispose]: remove
  }
}

/** What of this machine's environment Terraform needs; a TF_VAR_ or AWS_ setting of the person at it must not count. */
function machine(): Record<string, string> {
  const wanted = ['PATH', 'HOME', 'TMPDIR', 'TF_CLI_CONFIG_FILE']
  const found = wanted.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(found), TF_IN_AUTOMATION: '1', TF_INPUT: '0', ...terraformSettings }
}

/** Both streams of a command that failed, for the test's message; '' when it succeeded. */
export function complaint(result: ExecResult): string {
  return result.code === 0 ? '' : `exit ${result.code}\n${result.stdout}\n${result.stderr}`
}
