import type { ListedObject } from '../../../lib/aws/s3.ts'
import type { Release } from './manifest.ts'

/** The bucket below the prefix. */
export type Observed = Readonly<{
  /** All of it, as S3 lists it. */
  listed: readonly ListedObject[]
  /** Objects of the site, by key. */
  objects: ReadonlyMap<string, ListedObject>
  /** MD5 of the contents that are kept aside. */
  blobs: ReadonlySet<string>
  /** Newest first, interrupted ones among them. */
  releases: readonly Release[]
  /** Whether somebody deploys, or has been killed while doing so. */
  isLocked: boolean
}>

/** The release that the web sees; undefined before the first. */
export const liveRelease = ({ releases }: Observed): Release | undefined =>
  releases.find(({ isDone }) => isDone)

/**
 * The MD5 of what lies at a key: what a release has recorded of this very object, else its ETag, which is the MD5 of
 * everything that is neither encrypted with KMS nor uploaded in parts; of those it is nothing that a file could equal.
 */
export function contentAt(key: string, { objects, releases }: Observed): string | undefined {
  const object = objects.get(key)
  if (object === undefined) return undefined
  const recorded = releases.map(({ files }) => files[key]).find((one) => one?.etag === object.etag)
  return recorded?.md5 ?? object.etag
}
