import { acm } from '../../../lib/aws/acm.ts'
import type { AwsConnection } from '../../../lib/aws/connection.ts'
import { ec2 } from '../../../lib/aws/ec2.ts'
import { iam } from '../../../lib/aws/iam.ts'
import { s3Bucket } from '../../../lib/aws/s3.ts'
import { secretDates } from '../../../lib/aws/secret-dates.ts'
import { mayReadSecret } from '../../../lib/aws/secret-probe.ts'
import { quotas } from '../../../lib/aws/quotas.ts'
import { sts } from '../../../lib/aws/sts.ts'
import type { AwsPort } from './ports.ts'
import { type QuotaName, QUOTAS } from './quota-codes.ts'

/** The real AWS behind the port. */
export function awsPort(connection: AwsConnection): AwsPort {
  const roles = iam(connection)
  const at = (region: string): AwsConnection => ({ ...connection, region })
  return {
    identity: () => sts(connection).callerIdentity(),
    describeOidcProvider: (arn) => roles.describeOidcProvider(arn),
    describeRole: (name) => roles.describeRole(name),
    usageOf: (quota, region) => countOf(quota, at(region)),
    limitOf: (quota, region) => quotas(at(region)).limitOf(QUOTAS[quota]),
    givesRole: (role, token) => sts(connection).givesRole(role, token),
    mayReadSecret: (name) => mayReadSecret(connection, name),
    readState: async ({ bucket, region, key }) => (await s3Bucket(at(region), bucket, 1).get(key))?.text,
    secretDates: (arn) => secretDates(at(arn.split(':')[3] ?? connection.region), arn)
  }
}

function countOf(quota: QuotaName, connection: AwsConnection): Promise<number> {
  switch (quota) {
    case 'vpcs':
      return ec2(connection).countVpcs()
    case 'addresses':
      return ec2(connection).countAddresses()
    case 'certificates':
      return acm(connection).countCertificates()
  }
}
