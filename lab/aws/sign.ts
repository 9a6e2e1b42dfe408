/** Signature version 4 for a plain fetch: what an SDK would do, for assertions that need no SDK. */
import { createHash, createHmac } from 'node:crypto'

/** Who signs. */
export type Credentials = Readonly<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>

/** One request to a service (`s3`, `iam`, …) in a region; `headers` are signed with it. */
export type Unsigned = Readonly<{
  method?: string
  url: string
  service: string
  region?: string
  body?: string
  headers?: Readonly<Record<string, string>>
}>

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** The headers to send: those given, the date, the body's hash, the signature, and the application's name as SDKs have it. */
export function signRequest(request: Unsigned, who: Credentials): Record<string, string> {
  const { method = 'GET', url, service, region = 'us-east-1', body = '', headers = {} } = request
  const { host, pathname, searchParams } = new URL(url)
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const sent: Record<string, string> = {
    ...headers,
    'x-amz-date': date,
    'x-amz-content-sha256': hash(body),
    ...(who.sessionToken === undefined ? {} : { 'x-amz-security-token': who.sessionToken })
  }
  const signed = Object.entries({ ...sent, host }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const names = signed.map(([name]) => name).join(';')
  const canonical = [
    method,
    // S3 signs the path as it is sent; every other service encodes it once more.
    service === 's3' ? pathname : pathname.split('/').map(encode).join('/'),
    [...searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .toSorted()
      .join('&'),
    ...signed.map(([name, value]) => `${name}:${value.trim()}`),
    '',
    names,
    hash(body)
  ].join('\n')
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${hash(canonical)}`
  const key = scope
    .split('/')
    .reduce<string | Buffer>((made, part) => mac(made, part), `AWS4${who.secretAccessKey}`)
  const application = process.env['AWS_SDK_UA_APP_ID']
  return {
    ...sent,
    ...(application === undefined ? {} : { 'user-agent': `app/${application}` }),
    authorization: `AWS4-HMAC-SHA256 Credential=${who.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${mac(key, text).toString('hex')}`
  }
}
