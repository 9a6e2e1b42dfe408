import type { S3Bucket } from '../../../lib/aws/s3.ts'
import { manifestKey } from './layout.ts'
import { renderManifest, type Release } from './manifest.ts'

/** Where manifests are written. */
export type Shelf = Readonly<{ bucket: Pick<S3Bucket, 'put'>; prefix: string }>

/** Writes the manifest of a release; with `absent` only where there is none, and undefined where there is. */
export function record(
  { bucket, prefix }: Shelf,
  release: Release,
  onlyIf?: 'absent'
): Promise<string | undefined> {
  return bucket.put({
    key: manifestKey(prefix, release.id),
    body: Buffer.from(renderManifest(release)),
    headers: { cacheControl: 'no-store', contentType: 'application/json' },
    ...(onlyIf === undefined ? {} : { onlyIf })
  })
}
