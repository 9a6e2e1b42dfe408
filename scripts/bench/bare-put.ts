/** The floor of a sync, as a process of its own: every file of a folder as one unsigned PUT over 64 connections. */
import { readdir, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

const CONNECTIONS = 64
const [folder = '', base = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

async function put(name: string): Promise<void> {
  const body = await readFile(join(folder, name))
  await new Promise<void>((resolve, reject) => {
    const sent = request(`${base}/${name}`, {
      method: 'PUT',
      agent,
      headers: { 'content-length': body.length }
    })
    sent.on('error', reject).on('response', (answer) => answer.resume().on('end', resolve))
    sent.end(body)
  })
}

const entries = await readdir(folder, { recursive: true, withFileTypes: true })
const names = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
await Promise.all(names.map((name) => put(name.slice(folder.length + 1))))
agent.destroy()
