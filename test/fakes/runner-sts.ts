/** Answers the OIDC request of a job, and STS as it is told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What STS answers to one action. */
export type StsAnswer = readonly [status: number, body: string]
/** A server on loopback; `asked` grows by method, path, authorization and body of each request. */
export type FakeSts = Readonly<{ url: string; asked: readonly string[]; close: () => void }>

/** Starts the server; `answer` sees the body of the request. */
export async function fakeSts(answer: (body: string) => StsAnswer): Promise<FakeSts> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      asked.push(`${method} ${url} ${headers.authorization ?? ''} ${body}`.trim())
      if (method === 'GET') return response.end(JSON.stringify({ value: 'the.oidc.token' }))
      const [status, text] = answer(body)
      response.writeHead(status, { 'content-type': 'text/xml' })
      return response.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: () => server.close()
  }
}

const reply = (action: string, result: string): StsAnswer => [
  200,
  `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`
]

/** An STS that lets everybody in. */
export function lenientSts(body: string): StsAnswer {
  if (body.includes('Action=GetCallerIdentity')) {
    return reply(
      'GetCallerIdentity',
      '<Account>123456789012</Account><Arn>arn:aws:sts::123456789012:assumed-role/plan/s</Arn><UserId>AROA:s</UserId>'
    )
  }
  const expiry = '2999-01-01T00:00:00Z'
  return reply(
    'AssumeRoleWithWebIdentity',
    `<Credentials><AccessKeyId>ASIAKEY</AccessKeyId><SecretAccessKey>the-secret-key</SecretAccessKey><SessionToken>the-session</SessionToken><Expiration>${expiry}</Expiration></Credentials><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/plan/s</Arn><AssumedRoleId>AROA:s</AssumedRoleId></AssumedRoleUser>`
  )
}
