import { AwsCallError } from './call.ts'
import type { AwsConnection } from './connection.ts'
import { AwsError } from './denied.ts'
import { s3Transport } from './s3-transport.ts'

/** How much a bucket holds that its deletion would have to delete: versions and delete markers, of the first page. */
export type BucketContent = Readonly<{ versions: number; markers: number; isMore: boolean }>

/** What a bucket holds, deleted objects' versions too; undefined when there is no such bucket. */
export async function bucketContent(
  connection: AwsConnection,
  bucket: string
): Promise<BucketContent | undefined> {
  const { send } = s3Transport(connection, { bucket, connections: 1 })
  const { status, body } = await send({ method: 'GET', key: '', query: { versions: '', 'max-keys': '1000' } })
  const text = body.toString('utf8')
  if (status === 404) return undefined
  if (status === 200)
    return {
      versions: occurrences(text, /<Version>/g),
      markers: occurrences(text, /<DeleteMarker>/g),
      isMore: text.includes('<IsTruncated>true</IsTruncated>')
    }
  const part = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
  const code = part('Code') ?? `HTTP ${status}`
  const message = part('Message') ?? ''
  const next =
    status === 403
      ? `The role of this job needs s3:ListBucketVersions on ${bucket}.`
      : `${message} Run this job again.`
  const cause = new AwsError(code, message, status)
  throw new AwsCallError(
    code,
    `S3 ListObjectVersions on bucket '${bucket}' failed with ${code}. ${next}`,
    cause
  )
}

const occurrences = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length
