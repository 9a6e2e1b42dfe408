import type { QuotaCode } from '../../../lib/aws/quotas.ts'

/** What a tenant takes of an account that AWS limits. */
export type QuotaName = 'vpcs' | 'addresses' | 'certificates'

/** The quotas as Service Quotas names them, and how much of each one more tenant takes. */
export const QUOTAS: Readonly<Record<QuotaName, QuotaCode & Readonly<{ title: string; perTenant: number }>>> =
  {
    vpcs: { service: 'vpc', code: 'L-F678F1CE', title: 'VPCs', perTenant: 1 },
    addresses: { service: 'ec2', code: 'L-0263D0A3', title: 'Elastic IP addresses', perTenant: 1 },
    certificates: { service: 'acm', code: 'L-F141DD1D', title: 'ACM certificates', perTenant: 1 }
  }
