import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { jest } from '@jest/globals'
import { rootCredentials, type Aws, type AwsCall } from '../../lab/aws/aws.ts'
import { signRequest, type Credentials } from '../../lab/aws/sign.ts'
import { emptyAws } from '../seeds/seeded.ts'

// Bounds, not expectations: a first call may wait for a busy machine.
jest.setTimeout(60_000)

/** The Python that holds the emulator's locked requirements: given by `npm test`, else the checkout's own. */
export const python =
  process.env['CALIBER_PYTHON_EMULATOR'] ??
  new URL('../../.cache/python/emulator/bin/python', import.meta.url).pathname

/** One AWS for a test file; each test works on a fork of it. */
export function startForTests(): Promise<Aws> {
  return emptyAws()
}

/** Settings of an SDK client for an AWS of the lab, as the account's owner. */
export function clientOptions(aws: Aws) {
  return {
    endpoint: aws.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: rootCredentials
  }
}

export type Reply = Readonly<{ status: number; text: string; headers: Headers }>
export type Identity = Credentials

/** Who signs a request, and for which service. */
export type Signer = Readonly<{ service: string; identity: Identity }>

export const signed = (service: string, identity: Identity = rootCredentials): Signer => ({
  service,
  identity
})

/** A user of the account who may do everything, and is not its owner; each time with a key of its own. */
export async function administratorOf(aws: Aws): Promise<Identity> {
  const user = { UserName: 'administrator' }
  const ask = (form: Readonly<Record<string, string>>) => callForm(aws, { ...form, ...user }, signed('iam'))
  await ask({ Action: 'CreateUser' })
  await ask({ Action: 'AttachUserPolicy', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })
  const key = await ask({ Action: 'CreateAccessKey' })
  return { accessKeyId: element(key, 'AccessKeyId'), secretAccessKey: element(key, 'SecretAccessKey') }
}

type Sending = Readonly<{
  method?: string
  path?: string
  body?: string
  headers?: Readonly<Record<string, string>>
}>

/** One signed request. */
export function send(aws: Aws, signer: Signer, request: Sending = {}): Promise<Response> {
  const { method = 'GET', path = '/', body, headers = {} } = request
  const url = `${aws.url}${path}`
  const unsigned = { method, url, service: signer.service, headers, ...(body === undefined ? {} : { body }) }
  return fetch(url, {
    method,
    headers: signRequest(unsigned, signer.identity),
    ...(body === undefined ? {} : { body })
  })
}

/** One call of a service with a JSON protocol. */
export async function callJson(
  aws: Aws,
  signer: Signer,
  [target, body]: readonly [target: string, body: object]
): Promise<Reply> {
  const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' }
  return readReply(await send(aws, signer, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** One call of a service with a form protocol (IAM, STS, EC2); nobody signs it when there is no signer. */
export async function callForm(
  aws: Aws,
  form: Readonly<Record<string, string>>,
  signer?: Signer
): Promise<Reply> {
  const body = new URLSearchParams(form).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  if (signer === undefined) return readReply(await fetch(aws.url, { method: 'POST', headers, body }))
  return readReply(await send(aws, signer, { method: 'POST', headers, body }))
}

/** Status, text and headers of an answer. */
export async function readReply(answer: Response): Promise<Reply> {
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** The text of the first element of a name in an XML answer; '' without one. */
export function element(reply: Reply, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(reply.text)?.[1] ?? ''
}

/** A call that was tried, how it should have ended and how it did. */
export type Case = Readonly<{ name: string; want: string; got: string; message: string }>

/** The cases of one file, and the journal of what they asked for. */
export type Tried = Readonly<{ cases: readonly Case[]; calls: readonly AwsCall[] }>

/** Runs files of cases/ (the SDK's calls are made in Python), each on a fork of one AWS that ends with them. */
export async function runCases(...names: readonly string[]): Promise<readonly Tried[]> {
  const aws = await startForTests()
  try {
    return await Promise.all(names.map((name) => runCase(aws, name)))
  } finally {
    await aws.close()
  }
}

async function runCase(aws: Aws, name: string): Promise<Tried> {
  const fork = await aws.fork()
  const file = new URL(`cases/${name}.py`, import.meta.url).pathname
  const { stdout } = await promisify(execFile)(python, ['-B', file, fork.url], {
    env: { LAB_ROOT_SECRET: rootCredentials.secretAccessKey },
    timeout: 180_000
  })
  return { cases: JSON.parse(stdout) as readonly Case[], calls: await fork.journal() }
}

/** How a case ended, with the message when that is not what was wanted. */
export const sayOutcome = ({ got, want, message }: Case): string =>
  got === want ? want : `${got} (${message})`
