import { createHash } from 'node:crypto'
import { UserError } from '../../../lib/errors.ts'
import { STAGES, type SiteFile, type Stage } from './site.ts'

/** A file as a release has it; `etag` where it is not the MD5, as with KMS. */
export type Recorded = Readonly<{
  md5: string
  size: number
  cacheControl: string
  contentType: string
  stage: Stage
  etag?: string
  /** The release itself writes it, so that its headers are these once its content is. */
  isWritten?: true
}>

/** A release as it is recorded in the bucket. */
export type Release = Readonly<{
  id: string
  /** When it was begun, in milliseconds since the epoch; of two the later is the newer. */
  at: number
  /** When the release was begun that was the newest to whoever planned this; 0 without one. */
  after?: number
  /** Whether all its files were written; otherwise it was interrupted, or is being written. */
  isDone: boolean
  /** Paths that CloudFront has still to be told of. */
  owed: readonly string[]
  /** Commit or run that deployed it, for people. */
  source: string
  /** Run that rolled back to it; '' outside of GitHub. */
  rolledBackBy?: string
  /** Releases that were taken back before or with it: never `previous`. */
  takenBack?: readonly string[]
  files: Readonly<Record<string, Recorded>>
}>

/** The id of a site: the same for the same contents and headers at the same keys. */
export function releaseId(files: readonly SiteFile[]): string {
  const lines = files
    .map(({ key, md5, headers }) => JSON.stringify([key, md5, headers.cacheControl, headers.contentType]))
    .toSorted()
  return `r${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`
}

/** What of a file is recorded. */
export function toRecorded({ md5, size, headers, stage }: SiteFile, etag?: string): Recorded {
  return { md5, size, ...headers, stage, ...(etag === undefined || etag === md5 ? {} : { etag }) }
}

/** A recorded file at its key. */
export const toFile = (key: string, { md5, size, stage, cacheControl, contentType }: Recorded): SiteFile => ({
  key,
  md5,
  size,
  stage,
  headers: { cacheControl, contentType }
})

const VERSION = 1

export const renderManifest = (release: Release): string => JSON.stringify({ version: VERSION, ...release })

/** A manifest's text as a release; refuses one that this action did not write. */
export function parseManifest(text: string, key: string): Release {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    found = undefined
  }
  if (!isRelease(found)) {
    throw new UserError(
      `The manifest '${key}' cannot be read: it was written by another version of this action, or by somebody else. Nothing was changed. Delete that object to go on; its release can then not be rolled back to.`
    )
  }
  return found
}

function isRelease(value: unknown): value is Release {
  const { version, id, at, isDone, owed, takenBack, files } = (value ?? {}) as Partial<Release> & {
    version?: unknown
  }
  return (
    version === VERSION &&
    typeof id === 'string' &&
    typeof at === 'number' &&
    typeof isDone === 'boolean' &&
    [owed, takenBack ?? []].every((list) => Array.isArray(list)) &&
    typeof files === 'object' &&
    Object.values(files ?? {}).every(isRecorded)
  )
}

const isRecorded = ({ md5, stage, cacheControl, contentType }: Recorded): boolean =>
  [md5, cacheControl, contentType].every((one) => typeof one === 'string') && STAGES.includes(stage)
