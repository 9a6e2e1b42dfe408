/** The AWS provider in one process, for commands that only ask it for schemas and checks: starting it costs more than they do. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type SharedProvider = Readonly<{
  /** Makes Terraform ask this process instead of starting its own; it must not be configured, as all would share that. */
  env: Readonly<Record<string, string>>
  close: () => Promise<void>
}>

const INSTALLED = '.terraform/providers/registry.terraform.io/hashicorp/aws/*/*'
const ANNOUNCEMENT = /TF_REATTACH_PROVIDERS='(.+)'/

/** Starts the provider that `terraform init` has put into the folder. */
export async function shareProvider(folder: string): Promise<SharedProvider> {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(findBinary(folder), ['-debug'], {
    env: { PATH, HOME, TMPDIR },
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const end = (): void => void child.kill()
  process.once('exit', end)
  return {
    env: { TF_REATTACH_PROVIDERS: await announced(child) },
    close: async () => {
      process.removeListener('exit', end)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      end()
      await ended
    }
  }
}

/** A mirror's provider is a link to a folder, which a pattern does not follow. */
function findBinary(folder: string): string {
  const [installed = ''] = globSync(INSTALLED, { cwd: folder }).map((found) => join(folder, found))
  const name = readdirSync(installed).find((file) => file.startsWith('terraform-provider-aws_'))
  if (name === undefined) throw new Error(`There is no provider in ${installed}.`)
  return join(installed, name)
}

/** Where it listens; rejects when it ends without having said so. */
function announced({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (stdout === null) return reject(new Error('The provider has no standard output.'))
    // Read to the end, so that what it says later does not fill the pipe.
    createInterface({ input: stdout })
      .on('line', (line) => {
        const place = ANNOUNCEMENT.exec(line)?.[1]
        if (place !== undefined) resolve(place)
      })
      .once('close', () => reject(new Error('The provider ended before it listened.')))
  })
}
