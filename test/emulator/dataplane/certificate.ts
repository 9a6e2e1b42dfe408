/** A certificate of ACM that is issued because its record stands in a public zone. */
import type { Aws } from '../../../lab/aws/aws.ts'
import { callJson, send, signed } from '../start.ts'
import { until } from './platform.ts'

type Described = Readonly<{
  Certificate: Readonly<{
    Status: string
    DomainValidationOptions: readonly { ResourceRecord: Readonly<{ Name: string; Value: string }> }[]
  }>
}>

/** ARN of an issued certificate for a host; its domain's zone is made when there is none. */
export async function issueCertificate(aws: Aws, host: string): Promise<string> {
  const call = async (action: string, body: object) =>
    JSON.parse((await callJson(aws, signed('acm'), [`CertificateManager.${action}`, body])).text) as unknown
  const requested = await call('RequestCertificate', { DomainName: host, ValidationMethod: 'DNS' })
  const { CertificateArn } = requested as { CertificateArn: string }
  const { Certificate } = (await call('DescribeCertificate', { CertificateArn })) as Described
  const zone = await aws.createHostedZone(host.split('.').slice(-2).join('.'))
  for (const { ResourceRecord } of Certificate.DomainValidationOptions)
    await addRecord(aws, zone, ResourceRecord)
  await until('the certificate is issued', async () => {
    const seen = (await call('DescribeCertificate', { CertificateArn })) as Described
    return seen.Certificate.Status === 'ISSUED'
  })
  return CertificateArn
}

/** An alias record of a public zone. */
export function addAlias(aws: Aws, zone: string, [name, target]: readonly [string, string]): Promise<void> {
  const alias = `<HostedZoneId>Z2P70J7EXAMPLE</HostedZoneId><DNSName>${target}</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth>`
  return changeRecord(aws, zone, `<Name>${name}</Name><Type>A</Type><AliasTarget>${alias}</AliasTarget>`)
}

function addRecord(
  aws: Aws,
  zone: string,
  { Name, Value }: Readonly<{ Name: string; Value: string }>
): Promise<void> {
  const value = `<ResourceRecords><ResourceRecord><Value>${Value}</Value></ResourceRecord></ResourceRecords>`
  return changeRecord(aws, zone, `<Name>${Name}</Name><Type>CNAME</Type><TTL>60</TTL>${value}`)
}

async function changeRecord(aws: Aws, zone: string, record: string): Promise<void> {
  const change = `<Change><Action>UPSERT</Action><ResourceRecordSet>${record}</ResourceRecordSet></Change>`
  const namespace = 'https://route53.amazonaws.com/doc/2013-04-01/'
  const body = `<ChangeResourceRecordSetsRequest xmlns="${namespace}"><ChangeBatch><Changes>${change}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`
  const path = `/2013-04-01/hostedzone/${zone}/rrset`
  const headers = { 'content-type': 'application/xml' }
  const answer = await send(aws, signed('route53'), { method: 'POST', path, body, headers })
  if (!answer.ok) throw new Error(await answer.text())
}
