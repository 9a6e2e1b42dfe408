import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from './failure.ts'
import { keptIn } from './settings.ts'

/**
 * One command at a time works in a stack's folder: Terraform keeps there which state it is pointed at, and a second command
 * would turn the first one's plan onto another tenant. What a dead command left is taken over.
 */
export async function withFolder<T>(root: string, work: () => Promise<T>): Promise<T> {
  await mkdir(keptIn(root), { recursive: true, mode: 0o700 })
  const file = join(keptIn(root), 'lock')
  await take(file)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<void> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined
      throw error
    })
    if (handle !== undefined) {
      await handle.writeFile(String(process.pid))
      return handle.close()
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'))
    if (isAlive(holder))
      throw new Refusal(
        `Another command (process ${holder}) works in this folder. Wait for it, or work in another clone.`
      )
    await rm(file, { force: true })
  }
  throw new Refusal('Another command has just begun to work in this folder. Wait for it.')
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
