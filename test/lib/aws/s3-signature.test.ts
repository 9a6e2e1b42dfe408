import { expect, test } from '@jest/globals'
import { AwsV4Signer } from 'aws4fetch'
import { encodeKey } from '../../../lib/aws/s3-transport.ts'
import { s3Signer } from '../../../lib/aws/s3-signature.ts'

const WHO = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
}
const NOW = new Date('2026-11-21T10:00:00.123Z')

/** What another signer makes of the same request. */
async function byAws4fetch(url: string, method: string, headers: Record<string, string>): Promise<string> {
  const datetime = NOW.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const all = { ...WHO, service: 's3', region: 'eu-west-1', url, method, headers, datetime, allHeaders: true }
  return (await new AwsV4Signer(all).sign()).headers.get('authorization') ?? ''
}

test.each([
  ['PUT', 'assets/index-DiwrgTda.js', {}, 'hello'],
  ['PUT', "a b/ü+(1)!'*.html", {}, 'hello'],
  [
    'GET',
    '',
    { 'list-type': '2', prefix: 'admin/', 'encoding-type': 'url', 'continuation-token': 'a+b/c= d' },
    ''
  ],
  ['DELETE', 'caliber-releases/lock', {}, '']
] as const)('%s %s is signed as another signer does', async (...[method, key, query, body]) => {
  const path = `/site/${encodeKey(key)}`
  const headers = { 'cache-control': 'public,   max-age=60', 'content-type': 'text/html', 'if-match': '"e"' }
  const sign = s3Signer({ ...WHO, sessionToken: 'token' }, 'eu-west-1')
  const request = { method, host: '127.0.0.1:4566', path, query, headers, body: Buffer.from(body) }
  const { authorization, host, ...sent } = sign(request, NOW)
  const url = new URL(`http://${host ?? ''}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
  expect(authorization).toBe(await byAws4fetch(url.href, method, sent))
})

test('the next day has another key', () => {
  const sign = s3Signer(WHO, 'eu-west-1')
  const request = { method: 'GET', host: 'h', path: '/', query: {}, headers: {}, body: undefined }
  const other = new Date(NOW.getTime() + 24 * 3_600_000)
  sign(request, NOW)
  expect(sign(request, other)).toEqual(s3Signer(WHO, 'eu-west-1')(request, other))
})
