/** What AWS itself says to whoever would delete a client's data or its load balancer. */
import { type Aws, rootCredentials } from '../../../lab/aws/aws.ts'
import { signRequest } from '../../../lab/aws/sign.ts'

type Deletion = Readonly<{ service: string; form: Readonly<Record<string, string>> }>

/** Tries each deletion as the account's owner, past Terraform; the codes of AWS's refusals, by what was to go. */
export async function tryDeletions(
  aws: Aws,
  { name, region }: Readonly<{ name: string; region: string }>
): Promise<Readonly<Record<string, string>>> {
  const balancer = (await aws.resources()).find(
    ({ id }) => id.includes(':loadbalancer/app/') && id.includes(`/${name}-api/`)
  )
  const rds = { Version: '2014-10-31', SkipFinalSnapshot: 'true' }
  const deletions: Readonly<Record<string, Deletion>> = {
    postgres: {
      service: 'rds',
      form: { ...rds, Action: 'DeleteDBInstance', DBInstanceIdentifier: `${name}-postgres` }
    },
    documentdb: {
      service: 'rds',
      form: { ...rds, Action: 'DeleteDBCluster', DBClusterIdentifier: `${name}-documentdb` }
    },
    balancer: {
      service: 'elasticloadbalancing',
      form: { Version: '2015-12-01', Action: 'DeleteLoadBalancer', LoadBalancerArn: balancer?.id ?? '' }
    }
  }
  const tried = Object.entries(deletions).map(async ([what, { service, form }]) => {
    const request = {
      method: 'POST',
      url: `${aws.url}/`,
      service,
      region,
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' }
    }
    const { method, body } = request
    const answer = await fetch(request.url, { method, body, headers: signRequest(request, rootCredentials) })
    return [what, /<Code>([^<]*)/.exec(await answer.text())?.[1] ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(tried))
}
