import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 15 * 60_000
/** How many pieces of work of this very process share the lock. */
const shared = { count: 0 }

/** Runs `work` while no other process prepares this checkout; the lock of a process that died is taken over. */
export async function withLock({ cache, say }, work) {
  const file = join(cache, 'prepare.lock')
  mkdirSync(cache, { recursive: true })
  const patience = Date.now() + PATIENCE_MS
  for (let told = false; shared.count === 0 && !(await take(file)); told = true) {
    if (!told) say(`waiting for another command that prepares this checkout (process ${holder(file)})`)
    if (Date.now() > patience)
      throw new Error(`${file} has been held for 15 minutes. Remove it if no other command runs.`)
    await sleep(200)
  }
  shared.count += 1
  try {
    return await work()
  } finally {
    shared.count -= 1
    if (shared.count === 0) rmSync(file, { force: true })
  }
}

async function take(file) {
  const owner = holder(file)
  if (owner !== undefined && owner !== process.pid && !isAlive(owner)) rmSync(file, { force: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return holder(file) === process.pid
  }
  // Two that take over a dead owner's lock at once: the later writer wins, and both can read who that is.
  await sleep(50)
  return holder(file) === process.pid
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
