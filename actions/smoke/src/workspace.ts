import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../../../lib/errors.ts'

/** Certificates of input 'ca-file', in PEM. */
export async function readAuthorities(workspace: string, path: string): Promise<string> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new UserError(
      `Input 'ca-file' names '${path}', ${why}. Name a file of the workspace with certificates in PEM.`,
      { cause }
    )
  }
  const text = await readFile(join(workspace, path), 'utf8').catch((cause: unknown) =>
    refuse('which cannot be read', cause)
  )
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (certificates.length === 0) refuse('which holds no certificate')
  try {
    const parsed = certificates.map((certificate) => new X509Certificate(certificate).toString())
    return parsed.join('\n')
  } catch (cause) {
    return refuse('in which a certificate cannot be read', cause)
  }
}

/** Writes files of the workspace, and the folders they need. */
export const writeInto =
  (workspace: string) =>
  async (path: string, text: string): Promise<void> => {
    const file = join(workspace, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
