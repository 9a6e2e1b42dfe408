import { jest } from '@jest/globals'
import { startAws, type Aws } from '../../lab/aws/aws.ts'

// Bounds, not expectations: a first call may wait for a busy machine.
jest.setTimeout(60_000)

/** The Python that holds the emulator's locked requirements: given by `npm test`, else the checkout's own. */
export const python =
  process.env['CALIBER_PYTHON_EMULATOR'] ??
  new URL('../../.cache/python/emulator/bin/python', import.meta.url).pathname

/** One AWS for a test file; each test works on a fork of it. */
export function startForTests(): Promise<Aws> {
  return startAws({ python })
}

/** Settings of an SDK client for an AWS of the lab, as the account's owner. */
export function clientOptions(aws: Aws) {
  return {
    endpoint: aws.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' }
  }
}

export type Reply = Readonly<{ status: number; text: string; headers: Headers }>
export type Identity = Readonly<{ accessKeyId: string; sessionToken?: string }>

const root: Identity = { accessKeyId: 'test' }

/** The headers of a signed request; the emulator looks at who signs, not at the signature. */
export function signed(
  service: string,
  { accessKeyId, sessionToken }: Identity = root
): Record<string, string> {
  const scope = `${accessKeyId}/20260101/us-east-1/${service}/aws4_request`
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken })
  }
}

/** One call of a service with a form protocol (IAM, STS, EC2). */
export async function callForm(
  aws: Aws,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {}
): Promise<Reply> {
  return readReply(
    await fetch(aws.url, { method: 'POST', headers: { ...headers }, body: new URLSearchParams(form) })
  )
}

/** Status, text and headers of an answer. */
export async function readReply(answer: Response): Promise<Reply> {
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** The text of the first element of a name in an XML answer; '' without one. */
export function element(reply: Reply, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(reply.text)?.[1] ?? ''
}
