import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeError, UserError } from '../errors.ts'
import { retry } from '../retry.ts'
import { plainDigest } from './artifact-digest.ts'

/** Uploads files (name → content) as one artifact of this run; the digest is the SHA-256 of its zip, 64 hex. */
export async function uploadArtifact(
  name: string,
  files: Readonly<Record<string, Buffer | string>>
): Promise<Readonly<{ id: number; digest: string }>> {
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'caliber-artifact-'))
  try {
    const paths = await Promise.all(
      Object.entries(files).map(([file, content]) => write(join(folder, file), content))
    )
    const { DefaultArtifactClient } = await import('@actions/artifact')
    const client = new DefaultArtifactClient()
    const upload = () => client.uploadArtifact(name, paths, folder, { compressionLevel: 0 })
    const sent = await retry(upload, PATIENCE).catch((cause: unknown) => refuse(name, cause))
    if (sent.id === undefined || sent.digest === undefined)
      throw new Error(`Artifact '${name}' was uploaded without an id`)
    return { id: sent.id, digest: plainDigest(sent.digest) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The client gives up at once when a connection breaks or a limit is met; a used name stays used. */
const PATIENCE = {
  attempts: 3,
  maxWaitMs: 10_000,
  deadlineMs: 60_000,
  isTransient: ({ message }: Error): boolean => !message.includes('(409)')
}

/** A name is used once in a run: also when GitHub made the artifact and its answer was lost. */
function refuse(name: string, cause: unknown): never {
  const why = describeError(cause)
  const next = why.includes('(409)')
    ? 'Each stack of a run needs a name of its own; if the names are different, run the job again: the next attempt uses another one.'
    : 'Run the job again.'
  throw new UserError(`The artifact '${name}' was not uploaded: ${why}. ${next}`, { cause })
}

async function write(path: string, content: Buffer | string): Promise<string> {
  await writeFile(path, content, { mode: 0o600 })
  return path
}
