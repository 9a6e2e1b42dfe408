import { UserError } from '../../../lib/errors.ts'
import type { Exec, ExecResult } from '../../../lib/process.ts'
import type { Ports } from './ports.ts'

type Place = Readonly<{
  exec: Exec
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
  tenantsFolder: string
}>

/** The checkout's history, as far as it was fetched. */
export function gitPort({
  exec,
  cwd,
  env,
  signal,
  tenantsFolder
}: Place): Pick<Ports, 'head' | 'changedSince' | 'registryAt'> {
  const git = (...args: readonly string[]): Promise<ExecResult> =>
    exec('git', ['-c', 'safe.directory=*', '-c', 'core.quotePath=false', ...args], { cwd, env, signal })
  const ask = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await git(...args)
    if (code === 0) return stdout
    throw new UserError(
      `git ${args.join(' ')} failed in ${cwd}: ${stderr.trim()} Run actions/checkout before this step.`
    )
  }
  const paths = (text: string): readonly string[] => text.split('\0').filter((path) => path !== '')
  return {
    head: async () => (await ask('rev-parse', 'HEAD')).trim(),
    changedSince: async (commit) => {
      const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`)
      if (found.code !== 0) return undefined
      return paths(await ask('diff', '--name-only', '--no-renames', '-z', found.stdout.trim(), 'HEAD'))
    },
    registryAt: async (commit) => {
      const listed = paths(await ask('ls-tree', '-r', '-z', '--name-only', commit, '--', `${tenantsFolder}/`))
      return listed.map((path) => path.slice(tenantsFolder.length + 1))
    }
  }
}
