import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import * as cloudfront from '@aws-sdk/client-cloudfront'
import type { Aws } from '../../../lab/aws/aws.ts'
import type { Edges } from '../../../lab/aws/dataplane/api.ts'
import { visit, type Visit, type Visited } from '../../../lab/aws/dataplane/visit.ts'
import { startForTests } from '../start.ts'
import { leave, until } from './platform.ts'
import { createSite, enterSite, host, reading, type Site } from './site.ts'

let seeded: Aws
let id: string
let site: Site
let edges: Edges

beforeAll(async () => {
  seeded = await startForTests()
  const made = await createSite(seeded)
  id = made.id
  await made.put('index.html', '<h1>one</h1>', {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=3600'
  })
  await made.put('assets/app.0a1b2c3d.js', 'run()', {
    'content-type': 'text/javascript',
    'cache-control': 'public, max-age=31536000, immutable'
  })
})
afterAll(() => seeded?.close())
beforeEach(async () => {
  site = enterSite(await seeded.fork(), id)
  edges = await site.aws.edges()
})
afterEach(() => leave(site?.aws))

const get = (path: string, options?: Visit): Promise<Visited> =>
  visit(edges, `https://${host}${path}`, options)
const cacheWord = ({ headers }: Visited): string => String(headers['x-cache'])

test('an alias serves the bucket, from the cache the second time, with the policy’s headers', async () => {
  const first = await get('/')
  expect(first).toMatchObject({ status: 200, text: '<h1>one</h1>' })
  expect(first.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'x-cache': 'Miss from cloudfront',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin'
  })
  const second = await get('/index.html')
  expect(second.headers).toMatchObject({
    'x-cache': 'Hit from cloudfront',
    age: expect.stringMatching(/^\d+$/)
  })
  expect((await get('/', { headers: { 'if-none-match': first.headers.etag } })).status).toBe(304)
  expect(cacheWord(await get('/assets/app.0a1b2c3d.js', { method: 'HEAD' }))).toBe('Miss from cloudfront')
})

test('what is uploaded is not seen before the cache lets go: by time, or by an invalidation that is completed', async () => {
  await get('/')
  await site.put('index.html', '<h1>two</h1>', {
    'content-type': 'text/html',
    'cache-control': 'public, max-age=3600'
  })
  expect((await get('/')).text).toBe('<h1>one</h1>')
  const made = await site.invalidate('release-2', '/index.html')
  expect(made.Status).toBe('InProgress')
  expect((await get('/')).text).toBe('<h1>one</h1>')
  const look = new cloudfront.GetInvalidationCommand({ DistributionId: id, Id: made.Id })
  await until(
    'it is completed',
    async () => (await site.client.send(look)).Invalidation?.Status === 'Completed'
  )
  expect(await get('/')).toMatchObject({
    text: '<h1>two</h1>',
    headers: { 'x-cache': 'Miss from cloudfront' }
  })

  await site.put('index.html', '<h1>three</h1>', { 'content-type': 'text/html' })
  await site.aws.setClock({ speed: 100_000 })
  await until('its hour is over', async () => (await get('/')).text === '<h1>three</h1>')
})

test('an invalidation is one for its reference, knows its limits and its paths', async () => {
  await site.aws.setClock({ durations: { invalidation: 3600 } })
  const first = await site.invalidate('a', '/index.html')
  expect((await site.invalidate('a', '/index.html')).Id).toBe(first.Id)
  await expect(site.invalidate('a', '/other')).rejects.toMatchObject({ name: 'InvalidArgument' })
  await expect(site.invalidate('b', 'index.html')).rejects.toMatchObject({ name: 'InvalidArgument' })
  const many = Array.from({ length: 16 }, (_, number) => `/${number}/*`)
  await expect(site.invalidate('c', ...many)).rejects.toMatchObject({
    name: 'TooManyInvalidationsInProgress'
  })
})

test('a wildcard evicts what it names and nothing else', async () => {
  await get('/')
  await get('/assets/app.0a1b2c3d.js')
  await site.aws.setClock({ durations: { invalidation: 0 } })
  const made = await site.invalidate('all-assets', '/assets/*')
  const look = new cloudfront.GetInvalidationCommand({ DistributionId: id, Id: made.Id })
  await until(
    'it is completed',
    async () => (await site.client.send(look)).Invalidation?.Status === 'Completed'
  )
  expect([cacheWord(await get('/')), cacheWord(await get('/assets/app.0a1b2c3d.js'))]).toEqual([
    'Hit from cloudfront',
    'Miss from cloudfront'
  ])
})

test('the viewer’s function is run: routes are the page, it may answer by itself, what throws is 503', async () => {
  expect((await get('/customers/42')).text).toBe('<h1>one</h1>')
  expect(await get('/gone')).toMatchObject({
    status: 410,
    headers: { 'x-by': 'function', 'x-cache': 'FunctionGeneratedResponse from cloudfront' }
  })
  const { ETag = '' } = await site.client.send(new cloudfront.DescribeFunctionCommand({ Name: 'site' }))
  const broken = {
    Name: 'site',
    IfMatch: ETag,
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' as const }
  }
  const FunctionCode = new TextEncoder().encode('function handler(event) { throw new Error("no") }')
  const updated = await site.client.send(new cloudfront.UpdateFunctionCommand({ ...broken, FunctionCode }))
  expect((await get('/customers/42')).status).toBe(200)
  await site.client.send(new cloudfront.PublishFunctionCommand({ Name: 'site', IfMatch: updated.ETag }))
  expect(await get('/customers/42')).toMatchObject({
    status: 503,
    headers: { 'x-cache': 'FunctionExecutionError from cloudfront' }
  })
})

test('a missing file is refused to who may not list the bucket, and 404 to who may; the error is kept for its time', async () => {
  await site.aws.setClock({ speed: 1 })
  expect(await get('/assets/nope.js')).toMatchObject({
    status: 403,
    headers: { 'x-cache': 'Error from cloudfront', 'content-type': 'application/xml' }
  })
  await site.put('assets/nope.js', 'here now')
  expect((await get('/assets/nope.js')).status).toBe(403)
  await site.aws.setClock({ speed: 1000 })
  await until('the error is forgotten', async () => (await get('/assets/nope.js')).status === 200)
  const { Distribution } = await site.client.send(new cloudfront.GetDistributionCommand({ Id: id }))
  await site.open({ ...reading(Distribution?.ARN ?? '', 's3:*', '*') })
  expect((await get('/assets/other.js')).status).toBe(404)
})

test('a bucket that does not know the distribution refuses it', async () => {
  await site.open(reading('arn:aws:cloudfront::123456789012:distribution/OTHER', 's3:GetObject', '/*'))
  expect((await get('/')).status).toBe(403)
})

/** Changes the distribution. */
async function change(
  changed: (config: cloudfront.DistributionConfig) => Partial<cloudfront.DistributionConfig>
): Promise<void> {
  const { DistributionConfig, ETag } = await site.client.send(
    new cloudfront.GetDistributionConfigCommand({ Id: id })
  )
  if (DistributionConfig === undefined) throw new Error('there is no distribution')
  const command = {
    Id: id,
    IfMatch: ETag,
    DistributionConfig: { ...DistributionConfig, ...changed(DistributionConfig) }
  }
  await site.client.send(new cloudfront.UpdateDistributionCommand(command))
}

test('an error page that is configured stands in for the error, with its own status', async () => {
  const page = { ErrorCode: 403, ResponsePagePath: '/index.html', ResponseCode: '200', ErrorCachingMinTTL: 0 }
  await change(() => ({ CustomErrorResponses: { Quantity: 1, Items: [page] } }))
  expect(await get('/assets/nope.js')).toMatchObject({
    status: 200,
    text: '<h1>one</h1>',
    headers: { 'content-type': 'text/html; charset=utf-8' }
  })
})

test('what is cached, how long and by what is the policy’s: not at all, or by the query too', async () => {
  const keep = (CachePolicyId: string) =>
    change(({ DefaultCacheBehavior }) => ({
      DefaultCacheBehavior: {
        TargetOriginId: 'bucket',
        ViewerProtocolPolicy: 'redirect-to-https',
        ...DefaultCacheBehavior,
        CachePolicyId
      }
    }))
  const words = async (...paths: readonly string[]): Promise<readonly string[]> => {
    const found: string[] = []
    for (const path of paths) found.push(cacheWord(await get(path)).replace(' from cloudfront', ''))
    return found
  }
  await keep('4135ea2d-6df8-44a3-9df3-4b5a84be39ad')
  expect((await words('/', '/'))[1]).not.toBe('Hit')
  const parameters = {
    EnableAcceptEncodingGzip: true,
    HeadersConfig: { HeaderBehavior: 'none' as const },
    CookiesConfig: { CookieBehavior: 'none' as const },
    QueryStringsConfig: { QueryStringBehavior: 'all' as const }
  }
  const { CachePolicy } = await site.client.send(
    new cloudfront.CreateCachePolicyCommand({
      CachePolicyConfig: {
        Name: 'by-query',
        MinTTL: 0,
        DefaultTTL: 60,
        MaxTTL: 600,
        ParametersInCacheKeyAndForwardedToOrigin: parameters
      }
    })
  )
  await keep(CachePolicy?.Id ?? '')
  expect(await words('/a.js?v=1', '/a.js?v=2')).toEqual(['Error', 'Error'])
  expect(await words('/index.html?v=1', '/index.html?v=1', '/index.html?v=2')).toEqual([
    'Miss',
    'Hit',
    'Miss'
  ])
})

test('http is sent to https, other methods and other hosts are refused', async () => {
  expect(await visit(edges, `http://${host}/a?b=c`)).toMatchObject({
    status: 301,
    headers: { location: `https://${host}/a?b=c` }
  })
  expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(403)
  expect((await get('/', { headers: { host: 'other.acme.test' } })).status).toBe(403)
  const own = Object.keys(edges.hosts).find((name) => name.endsWith('.cloudfront.net'))
  expect((await visit(edges, `https://${own}/`)).text).toBe('<h1>one</h1>')
})
