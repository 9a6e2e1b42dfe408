import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const VERSION = '1.46.3'

/** Path of a working `aws`, installed into a folder of its own when the machine has none; or why there is none. */
export function findAwsCli(cache: string): Readonly<{ path: string; version: string } | { reason: string }> {
  const own = join(cache, 'python/aws-cli/bin/aws')
  const known = [own, 'aws'].flatMap((path) => versionOf(path) ?? [])
  if (known[0] !== undefined) return known[0]
  try {
    const folder = join(cache, 'python/aws-cli')
    if (!existsSync(join(folder, 'bin/pip'))) run('python3', ['-m', 'venv', folder])
    run(join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', `awscli==${VERSION}`])
    return versionOf(own) ?? { reason: `${own} does not run` }
  } catch (error) {
    return { reason: `awscli ${VERSION} cannot be installed: ${(error as Error).message.split('\n')[0]}` }
  }
}

const run = (file: string, args: readonly string[]): string =>
  execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 })

function versionOf(path: string): Readonly<{ path: string; version: string }> | undefined {
  try {
    return { path, version: run(path, ['--version']).split(' ')[0]?.replace('/', ' ') ?? '' }
  } catch {
    return undefined
  }
}
