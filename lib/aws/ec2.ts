import { AwsError } from './denied.ts'
import type { AwsConnection } from './connection.ts'
import { sts } from './sts.ts'

export type Ec2 = Readonly<{
  countVpcs: () => Promise<number>
  /** Elastic IP addresses, in use or not. */
  countAddresses: () => Promise<number>
}>

const VERSION = '2016-11-15'

/**
 * Two counts of EC2, asked by plain signed requests: the SDK's client would add 2 MB to a bundle for them. Credentials are
 * those that the SDK finds.
 */
export const ec2 = (connection: AwsConnection): Ec2 => ({
  countVpcs: async () => {
    let token: string | undefined
    let count = 0
    do {
      const answer = await ask(connection, {
        Action: 'DescribeVpcs',
        MaxResults: '1000',
        ...(token === undefined ? {} : { NextToken: token })
      })
      count += occurrences(answer, /<vpcId>/g)
      token = /<nextToken>([^<]+)<\/nextToken>/.exec(answer)?.[1]
    } while (token !== undefined)
    return count
  },
  countAddresses: async () =>
    occurrences(await ask(connection, { Action: 'DescribeAddresses' }), /<publicIp>/g)
})

/** The answer's XML, or its error by AWS's code. */
async function ask(connection: AwsConnection, query: Readonly<Record<string, string>>): Promise<string> {
  const { AwsClient } = await import('aws4fetch')
  const { region, endpoint = endpointOf(region), signal } = connection
  const client = new AwsClient({
    ...(await sts(connection).credentials()),
    service: 'ec2',
    region,
    retries: 3
  })
  const response = await client.fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ ...query, Version: VERSION }).toString(),
    ...(signal === undefined ? {} : { signal })
  })
  const text = await response.text()
  if (response.ok) return text
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? `HTTP ${response.status}`
  const message = /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? text.slice(0, 200)
  throw new AwsError(
    code,
    `EC2 answered ${response.status} to ${query['Action']}: ${message}`,
    response.status
  )
}

const endpointOf = (region: string): string =>
  `https://ec2.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`

const occurrences = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length
