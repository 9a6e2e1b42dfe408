/** The lab's state bucket, as somebody with root credentials and an S3 client would read and write it. */
import { rootCredentials } from '../../lab/aws/aws.ts'
import type { Lab } from '../../lab/lab.ts'

const BUCKET = 'caliber-terraform-state'
// The lab reads from a signature who made it and checks no more of it.
const SCOPE = `${rootCredentials.accessKeyId}/20260101/us-east-1/s3/aws4_request`
const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host, Signature=0` }

/** The object's text; undefined when there is none. */
export async function readObject(lab: Lab, key: string): Promise<string | undefined> {
  const answer = await fetch(`${lab.aws.url}/${BUCKET}/${key}`, { headers })
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`S3 answered ${answer.status} to a read of ${key}: ${await answer.text()}`)
  return answer.text()
}

/** Writes the object, whatever was there. */
export async function writeObject(lab: Lab, key: string, text: string): Promise<void> {
  const answer = await fetch(`${lab.aws.url}/${BUCKET}/${key}`, { method: 'PUT', body: text, headers })
  if (!answer.ok) throw new Error(`S3 answered ${answer.status} to a write of ${key}: ${await answer.text()}`)
}

/** Keys of the objects that begin so. */
export async function listObjects(lab: Lab, prefix: string): Promise<readonly string[]> {
  const answer = await fetch(`${lab.aws.url}/${BUCKET}?list-type=2&prefix=${encodeURIComponent(prefix)}`, {
    headers
  })
  return [...(await answer.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
}
