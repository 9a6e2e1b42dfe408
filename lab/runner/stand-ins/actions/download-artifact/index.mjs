// The newest artifact of that name in the run → its archive, whose digest must be the one that was uploaded → files.
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { ask, input, run } from '../../results.mjs'
import { unzip } from '../../zip.mjs'

async function main() {
  const [name, folder] = [input('name'), resolve(input('path'))]
  const { artifacts = [] } = await ask('ListArtifacts', { name_filter: name })
  const artifact = artifacts.toSorted((a, b) => Number(b.database_id) - Number(a.database_id))[0]
  if (artifact === undefined)
    throw new Error(
      `Unable to download artifact(s): Artifact not found for name: ${name}\n        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.`
    )
  const { signed_url: url } = await ask('GetSignedArtifactURL', {
    name,
    workflow_job_run_backend_id: artifact.workflow_job_run_backend_id
  })
  const archive = Buffer.from(await (await fetch(url)).arrayBuffer())
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

run(main)
