// The newest artifact of that name in the run → its archive, whose digest must be the one that was uploaded → files.
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { input, run } from '../../results.mjs'
import { unzip } from '../../zip.mjs'

async function main() {
  const [name, folder] = [input('name'), resolve(input('path'))]
  const artifact = await find(name)
  const archive = Buffer.from(await (await get(`artifacts/${artifact.id}/zip`)).arrayBuffer())
  const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`
  if (artifact.digest !== digest)
    throw new Error(`Digest validation failed for ${name}: ${digest}, not ${artifact.digest}`)
  for (const [path, bytes] of unzip(archive)) {
    const file = resolve(folder, path)
    if (!file.startsWith(`${folder}${sep}`)) throw new Error(`Malicious entry: ${path}`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  appendFileSync(process.env.GITHUB_OUTPUT, `download-path=${folder}\n`)
  console.log(`Artifact ${name} (${archive.length} bytes) has been unpacked into ${folder}`)
}

async function find(name) {
  const query = new URLSearchParams({ name })
  const { artifacts } = await (await get(`runs/${input('run-id')}/artifacts?${query}`)).json()
  if (artifacts.length === 0)
    throw new Error(
      `Unable to download artifact(s): Artifact not found for name: ${name}\n        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.`
    )
  return artifacts.toSorted((a, b) => b.id - a.id)[0]
}

/** REST with the token that was given; the address of an archive is elsewhere, and asks for none. */
async function get(path) {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: own } = process.env
  const repository = input('repository') || own
  const headers = {
    authorization: `Bearer ${input('github-token')}`,
    accept: 'application/vnd.github+json',
    'user-agent': 'download-artifact'
  }
  const response = await fetch(`${api}/repos/${repository}/actions/${path}`, { headers })
  if (response.ok) return response
  const { message = '' } = await response.json().catch(() => ({}))
  throw new Error(`Unable to download artifact(s): ${message} (${response.status})`)
}

run(main)
