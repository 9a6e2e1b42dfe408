import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../../../lib/errors.ts'
import { exec } from '../../../lib/process.ts'
import type { Runner } from '../../../lib/runner.ts'
import { terraformCli } from '../../../lib/terraform/cli.ts'
import type { Ports } from './ports.ts'

/** The checkout: its files, and Terraform in one of its folders. */
export function workspacePort({
  env,
  log,
  signal
}: Pick<Runner, 'env' | 'log' | 'signal'>): Pick<Ports, 'readText' | 'terraformIn'> {
  const root = env['GITHUB_WORKSPACE'] || process.cwd()
  return {
    readText: async (path) => {
      try {
        return await readFile(resolve(root, path), 'utf8')
      } catch (cause) {
        throw new UserError(
          `Input 'outputs-file' names '${path}', which cannot be read. Write it with 'terraform output -json' in an earlier step.`,
          { cause }
        )
      }
    },
    terraformIn: async (folder) => {
      const cwd = resolve(root, folder)
      const found = await stat(cwd).catch(() => undefined)
      if (found?.isDirectory() !== true) {
        throw new UserError(
          `Input 'working-directory' names '${folder}', which is no folder of the repository. Give the folder of the stack.`
        )
      }
      return terraformCli({ cwd, log, exec, signal, env })
    }
  }
}
