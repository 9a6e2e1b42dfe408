/** A manifest as the lab's registry knows them: an annotation says how the image behaves. */
import { createHash } from 'node:crypto'

/** Line of a Dockerfile: `LABEL lab.behaviour='{"migrations": […]}'`, as lab/aws/dataplane/app/behaviour.ts has it. */
const LABEL = /^LABEL lab\.behaviour='(?<behaviour>.+)'$/m
const CONFIG = 'application/vnd.oci.image.config.v1+json'
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** The manifest of what a Dockerfile would give; its bytes depend on the file, the arguments and the version only. */
export function manifestOf(
  dockerfile: string,
  { version, arguments: given }: Readonly<{ version: string; arguments: readonly string[] }>
): string {
  const told = given.map((one) => /^VERSION=(.+)$/.exec(one)?.[1]).find((one) => one !== undefined)
  const written = JSON.parse(LABEL.exec(dockerfile)?.groups?.['behaviour'] ?? '{}') as object
  const behaviour = JSON.stringify({ version: told ?? version, ...written })
  const config = `${behaviour}${given.join('\n')}`
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: CONFIG, size: config.length, digest: sha256(config) },
    layers: [{ mediaType: LAYER, size: 4, digest: sha256(`layer ${dockerfile}`) }],
    annotations: { 'lab.behaviour': behaviour }
  })
}
