import type { QuotaCode } from '../../../lib/aws/quotas.ts'

/** What a tenant takes of an account that AWS limits. */
export type QuotaName = 'vpcs' | 'addresses' | 'certificates'

/** The quotas as Service Quotas names them. */
export const QUOTAS: Readonly<Record<QuotaName, QuotaCode & Readonly<{ title: string }>>> = {
  vpcs: { service: 'vpc', code: 'L-F678F1CE', title: 'VPCs' },
  addresses: { service: 'ec2', code: 'L-0263D0A3', title: 'Elastic IP addresses' },
  certificates: { service: 'acm', code: 'L-F141DD1D', title: 'ACM certificates' }
}

/** CloudFront takes certificates of us-east-1 only. */
export const CLOUDFRONT_REGION = 'us-east-1'

/** What one Dedicated tenant takes of a quota: by the stack's defaults, and where it has a NAT gateway in each of two zones. */
export type Share = Readonly<{ usual: number; doubled: number }>

/** The share of a tenant that lives in a region; of certificates there, or where CloudFront takes them from. */
export function shareOf(name: QuotaName, region: string): Share {
  switch (name) {
    case 'vpcs':
      return { usual: 1, doubled: 1 }
    case 'addresses':
      return { usual: 1, doubled: 2 }
    case 'certificates': {
      // The API's is in the tenant's region, the frontend's where CloudFront takes it from.
      const both = region === CLOUDFRONT_REGION ? 2 : 1
      return { usual: both, doubled: both }
    }
  }
}
