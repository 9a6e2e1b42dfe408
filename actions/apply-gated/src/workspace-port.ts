import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Exec } from '../../../lib/process.ts'
import { GIVEN_VARIABLES } from '../../../lib/terraform/arguments.ts'
import { hashTree } from '../../../lib/terraform/tree.ts'
import type { WorkspacePort } from './ports.ts'

type Workspace = Readonly<{
  workingDirectory: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
  exec: Exec
}>

/** The real checkout behind the port; `folder` is the stack's own, absolute. */
export function workspacePort({
  workingDirectory,
  env,
  signal,
  exec
}: Workspace): WorkspacePort & Readonly<{ folder: string }> {
  const root = env['GITHUB_WORKSPACE'] || process.cwd()
  const folder = join(root, workingDirectory)
  return {
    folder,
    lockFileSha256: () => hashFile(join(folder, '.terraform.lock.hcl')),
    hashTree: (folders) => hashTree(folders, { root, exec, signal, env }),
    withPlanFiles: async ({ plan, variables }, work) => {
      const room = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'caliber-apply-'))
      try {
        const saved = join(room, 'saved.tfplan')
        await writeFile(saved, plan, { mode: 0o600 })
        const files = { saved, renewed: join(room, 'renewed.tfplan') }
        if (variables === undefined) return await work(files)
        const given = join(room, GIVEN_VARIABLES)
        await writeFile(given, variables, { mode: 0o600 })
        return await work({ ...files, variables: given })
      } finally {
        await rm(room, { recursive: true, force: true }).catch(() => undefined)
      }
    }
  }
}

async function hashFile(path: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
