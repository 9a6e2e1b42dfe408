/** The lab's state bucket, as somebody with root credentials and an S3 client would read and write it. */
import { STATE_BUCKET } from '../../lab/account.ts'
import { type Aws, rootCredentials } from '../../lab/aws/aws.ts'
import { signRequest } from '../../lab/aws/sign.ts'

type Call = Readonly<{ method?: string; path: string; body?: string }>

async function call(aws: Aws, { method = 'GET', path, body }: Call): Promise<Response> {
  const url = `${aws.url}/${STATE_BUCKET}${path}`
  const sent = body === undefined ? {} : { body }
  const headers = signRequest({ method, url, service: 's3', ...sent }, rootCredentials)
  const answer = await fetch(url, { method, headers, ...sent })
  if (answer.ok || answer.status === 404) return answer
  throw new Error(`S3 answered ${answer.status} to ${method} ${path}: ${await answer.text()}`)
}

/** The object's text; undefined when there is none. */
export async function readObject(aws: Aws, key: string): Promise<string | undefined> {
  const answer = await call(aws, { path: `/${key}` })
  return answer.status === 404 ? undefined : answer.text()
}

/** Writes the object, whatever was there. */
export async function writeObject(aws: Aws, key: string, body: string): Promise<void> {
  await call(aws, { method: 'PUT', path: `/${key}`, body })
}

/** Removes the object, as `terraform force-unlock` removes a lock. */
export async function removeObject(aws: Aws, key: string): Promise<void> {
  await call(aws, { method: 'DELETE', path: `/${key}` })
}

/** Keys of the objects that begin so. */
export async function listObjects(aws: Aws, prefix: string): Promise<readonly string[]> {
  const answer = await call(aws, { path: `?list-type=2&prefix=${encodeURIComponent(prefix)}` })
  return [...(await answer.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
}
