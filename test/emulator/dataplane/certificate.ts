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

async function addRecord(
  aws: Aws,
  zone: string,
  { Name, Value }: Readonly<{ Name: string; Value: string }>
): Promise<void> {
  const record = `<Name>${Name}</Name><Type>CNAME</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>${Value}</Value></ResourceRecord></ResourceRecords>`
  const change = `<Change><Action>UPSERT</Action><ResourceRecordSet>${record}</ResourceRecordSet></Change>`
  const body = `<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes>${change}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`
  const path = `/2013-04-01/hostedzone/${zone}/rrset`
  const answer = await send(aws, signed('route53'), {
    method: 'POST',
    path,
    body,
    headers: { 'content-type': 'application/xml' }
  })
  if (!answer.ok) throw new Error(await answer.text())
}
