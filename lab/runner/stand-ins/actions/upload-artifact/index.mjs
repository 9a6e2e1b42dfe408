// Files → one zip archive → the blob store → an artifact of the run.
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { send } from '../../http.mjs'
import { ask, input, run } from '../../results.mjs'
import { zip } from '../../zip.mjs'

async function main() {
  const [name, path] = [input('name'), resolve(input('path'))]
  const files = filesOf(path)
  if (files.length === 0) return reportNothing()
  const archive = zip(files)
  const digest = createHash('sha256').update(archive).digest('hex')
  const { signed_upload_url: url } = await ask('CreateArtifact', { name, version: 4 })
  const sent = await send(url, { method: 'PUT', body: archive, headers: { 'x-ms-blob-type': 'BlockBlob' } })
  if (!sent.ok) throw new Error(`The blob store answered ${sent.status}`)
  const message = { name, size: String(archive.length), hash: `sha256:${digest}` }
  const { artifact_id: id } = await ask('FinalizeArtifact', message)
  appendFileSync(process.env.GITHUB_OUTPUT, `artifact-id=${id}\nartifact-digest=${digest}\n`)
  console.log(`Artifact ${name} has been uploaded: ${files.length} files, ${archive.length} bytes, id ${id}`)
}

/** Hidden files stay behind, as with the real action. */
function filesOf(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [[basename(path), readFileSync(path)]]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(path, join(parentPath, name)))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .map((name) => [name, readFileSync(join(path, name))])
}

function reportNothing() {
  const message = `No files were found with the provided path: ${input('path')}. No artifacts will be uploaded.`
  const how = input('if-no-files-found')
  if (how === 'error') throw new Error(message)
  console.log(how === 'warn' ? `::warning::${message}` : message)
}

run(main)
