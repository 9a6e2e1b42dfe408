/** A private bucket behind a distribution, made as the frontend module makes it. */
import * as cloudfront from '@aws-sdk/client-cloudfront'
import type { Aws } from '../../../lab/aws/aws.ts'
import { clientOptions, send, signed } from '../start.ts'
import { issueCertificate } from './certificate.ts'

export const host = 'www.acme.test'
const bucket = 'site'
export const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6'

export type Site = Readonly<{
  aws: Aws
  client: cloudfront.CloudFrontClient
  id: string
  put: (key: string, body: string, headers?: Readonly<Record<string, string>>) => Promise<void>
  remove: (key: string) => Promise<void>
  /** The bucket's policy, with this statement alone. */
  open: (statement: object) => Promise<void>
  invalidate: (reference: string, ...paths: readonly string[]) => Promise<cloudfront.Invalidation>
}>

const code = `function handler(event) {
  const request = event.request
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1)
  if (request.uri === '/gone') return { statusCode: 410, statusDescription: 'Gone', headers: { 'x-by': { value: 'function' } } }
  if (!last.includes('.')) request.uri = '/index.html'
  return request
}`

/** Creates bucket, function, headers policy and distribution; the distribution may read, not list. */
export async function createSite(aws: Aws): Promise<Site> {
  const client = new cloudfront.CloudFrontClient(clientOptions(aws))
  await s3(aws, `PUT /${bucket}`)
  const access = await client.send(
    new cloudfront.CreateOriginAccessControlCommand({
      OriginAccessControlConfig: {
        Name: 'site',
        SigningProtocol: 'sigv4',
        SigningBehavior: 'always',
        OriginAccessControlOriginType: 's3'
      }
    })
  )
  const { Distribution } = await client.send(
    new cloudfront.CreateDistributionCommand({
      DistributionConfig: await configure(aws, client, access.OriginAccessControl?.Id ?? '')
    })
  )
  const site = enterSite(aws, Distribution?.Id ?? '')
  await site.open(reading(Distribution?.ARN ?? '', 's3:GetObject', '/*'))
  return site
}

/** What lets a distribution do something with the bucket. */
export const reading = (distribution: string, action: string, end = '') => ({
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: action,
  Resource: `arn:aws:s3:::${bucket}${end}`,
  Condition: { StringEquals: { 'aws:SourceArn': distribution } }
})

/** The site on a fork. */
export function enterSite(aws: Aws, id: string): Site {
  const client = new cloudfront.CloudFrontClient(clientOptions(aws))
  return {
    aws,
    client,
    id,
    put: (key, body, headers = {}) => s3(aws, `PUT /${bucket}/${key}`, { body, headers }),
    remove: (key) => s3(aws, `DELETE /${bucket}/${key}`),
    open: (statement) => {
      const body = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
      return s3(aws, `PUT /${bucket}?policy=`, { body })
    },
    invalidate: async (reference, ...paths) => {
      const Paths = { Quantity: paths.length, Items: [...paths] }
      const command = new cloudfront.CreateInvalidationCommand({
        DistributionId: id,
        InvalidationBatch: { CallerReference: reference, Paths }
      })
      const { Invalidation } = await client.send(command)
      if (Invalidation === undefined) throw new Error('there is no invalidation')
      return Invalidation
    }
  }
}

type Sent = Readonly<{ body?: string; headers?: Readonly<Record<string, string>> }>

async function s3(aws: Aws, call: string, sent: Sent = {}): Promise<void> {
  const [method = '', path = ''] = call.split(' ')
  const answer = await send(aws, signed('s3'), { method, path, ...sent })
  if (!answer.ok) throw new Error(await answer.text())
}

async function createFunction(client: cloudfront.CloudFrontClient): Promise<string> {
  const created = await client.send(
    new cloudfront.CreateFunctionCommand({
      Name: 'site',
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      FunctionCode: new TextEncoder().encode(code)
    })
  )
  await client.send(new cloudfront.PublishFunctionCommand({ Name: 'site', IfMatch: created.ETag }))
  return created.FunctionSummary?.FunctionMetadata?.FunctionARN ?? ''
}

async function createHeaders(client: cloudfront.CloudFrontClient): Promise<string> {
  const { ResponseHeadersPolicy } = await client.send(
    new cloudfront.CreateResponseHeadersPolicyCommand({
      ResponseHeadersPolicyConfig: {
        Name: 'site',
        SecurityHeadersConfig: {
          StrictTransportSecurity: {
            Override: true,
            IncludeSubdomains: true,
            AccessControlMaxAgeSec: 31_536_000
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { Override: true, FrameOption: 'DENY' }
        },
        CustomHeadersConfig: {
          Quantity: 1,
          Items: [{ Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin', Override: true }]
        }
      }
    })
  )
  return ResponseHeadersPolicy?.Id ?? ''
}

async function configure(
  aws: Aws,
  client: cloudfront.CloudFrontClient,
  access: string
): Promise<cloudfront.DistributionConfig> {
  return {
    CallerReference: 'site',
    Comment: '',
    Enabled: true,
    DefaultRootObject: 'index.html',
    Aliases: { Quantity: 1, Items: [host] },
    Origins: {
      Quantity: 1,
      Items: [
        {
          Id: 'bucket',
          DomainName: `${bucket}.s3.us-east-1.amazonaws.com`,
          OriginAccessControlId: access,
          S3OriginConfig: { OriginAccessIdentity: '' }
        }
      ]
    },
    DefaultCacheBehavior: {
      TargetOriginId: 'bucket',
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: CACHING_OPTIMIZED,
      ResponseHeadersPolicyId: await createHeaders(client),
      FunctionAssociations: {
        Quantity: 1,
        Items: [{ EventType: 'viewer-request', FunctionARN: await createFunction(client) }]
      }
    },
    CustomErrorResponses: { Quantity: 1, Items: [{ ErrorCode: 403, ErrorCachingMinTTL: 5 }] },
    ViewerCertificate: {
      ACMCertificateArn: await issueCertificate(aws, host),
      SSLSupportMethod: 'sni-only',
      MinimumProtocolVersion: 'TLSv1.2_2021'
    }
  }
}
