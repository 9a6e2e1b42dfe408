import type { AwsConnection } from './connection.ts'
import { AwsError } from './denied.ts'
import { parseFailure } from './s3-answers.ts'
import { s3Transport } from './s3-transport.ts'

/** A state as it lies in its bucket; `version` is '' in a bucket that keeps none. */
export type StateObject = Readonly<{ text: string; version: string }>

/** The state that is current, with the version by which it can be had again later; undefined when there is none. */
export async function readStateObject(
  connection: AwsConnection,
  { bucket, key }: Readonly<{ bucket: string; key: string }>
): Promise<StateObject | undefined> {
  const { send } = s3Transport(connection, { bucket, connections: 1 })
  const { status, headers, body } = await send({ method: 'GET', key })
  const text = body.toString('utf8')
  if (status === 200) return { text, version: String(headers['x-amz-version-id'] ?? '') }
  const { Code = `HTTP ${status}`, Message = '' } = parseFailure(text)
  if (Code === 'NoSuchKey') return undefined
  throw new AwsError(Code, `S3 GetObject on '${key}' of bucket '${bucket}' failed: ${Message}`, status)
}
