/** Things of Caliber and things of others, which the account's owner made before anybody is judged. */
import type { Aws } from '../../../lab/aws/aws.ts'
import { callForm, callJson, element, send, signed } from '../../emulator/start.ts'
import type { Account } from './account.ts'
import type { Call } from './calls.ts'

/** Ids that AWS chose, by the names that the rows call them. */
const ids: Record<string, string> = {}

/** A call about one of them. */
export const on =
  (name: string, call: (id: string) => Call): Call =>
  (aws, who) =>
    call(ids[name] ?? `no ${name}`)(aws, who)

export const tfstate = 'caliber/acme/stg/terraform.tfstate'
export const others = 'caliber/globex/stg/terraform.tfstate'

/** An ARN of IAM in the account. */
export const iam = (rest: string): string => `arn:aws:iam::123456789012:${rest}`

const trust = '{"Version":"2012-10-17","Statement":[]}'
export const everything =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
export const workload = iam('policy/caliber-workload-boundary')

/** Fields of a new role under the stacks' path. */
export const role = {
  RoleName: 'new',
  Path: '/caliber/',
  AssumeRolePolicyDocument: trust,
  'Tags.member.1.Key': 'Project',
  'Tags.member.1.Value': 'Caliber'
}
export const bounded = { ...role, PermissionsBoundary: workload }

/** A database of Caliber that somebody may want back. */
export const database = {
  DBInstanceIdentifier: 'acme-stg-dedicated-lost',
  Engine: 'postgres',
  DBInstanceClass: 'db.t4g.micro',
  AllocatedStorage: '20',
  MasterUsername: 'caliber',
  MasterUserPassword: 'never-read-by-anybody',
  'Tags.Tag.1.Key': 'Project',
  'Tags.Tag.1.Value': 'Caliber'
}

/** Tags of a new network. */
export const vpcTag = (project: string): Record<string, string> => ({
  'TagSpecification.1.ResourceType': 'vpc',
  'TagSpecification.1.Tag.1.Key': 'Project',
  'TagSpecification.1.Tag.1.Value': project
})

/** Makes them all: states, secrets and services of two tenants, a role within the boundary, and things of two projects. */
export async function makeBelongings({ github: { aws }, zone }: Account): Promise<void> {
  ids['zone'] = zone
  for (const key of [tfstate, others, 'bootstrap/terraform.tfstate'])
    await send(aws, signed('s3'), { method: 'PUT', path: `/acme-state/${key}`, body: '{}' })
  const Tags = [{ Key: 'Project', Value: 'Caliber' }]
  for (const client of ['acme', 'globex']) {
    const secret = { Name: `caliber/${client}/stg/key`, SecretString: 'x', Tags }
    await callJson(aws, signed('secretsmanager'), ['secretsmanager.CreateSecret', secret])
    const parameter = { Name: `/caliber/${client}/stg/api-image`, Value: 'x', Type: 'String', Tags }
    await callJson(aws, signed('ssm'), ['AmazonSSM.PutParameter', parameter])
    await makeNamed(aws, `${client}-stg-dedicated`, 'Caliber')
  }
  await makeNamed(aws, 'shop-dedicated', 'Shop')
  await callForm(aws, { Action: 'CreateDBInstance', ...database }, signed('rds'))
  await callForm(aws, { Action: 'CreateRole', ...bounded, RoleName: 'made' }, signed('iam'))
  ids['key-state'] = await keyId(aws, ['DescribeKey', { KeyId: 'alias/caliber/terraform-state' }])
  await makeFor(aws, 'ours', 'Caliber')
  await makeFor(aws, 'theirs', 'Shop')
}

/** A service, a topic and an alarm that are called as Caliber's are. */
async function makeNamed(aws: Aws, name: string, project: string): Promise<void> {
  const ecs = (action: string, body: object) =>
    callJson(aws, signed('ecs'), [`AmazonEC2ContainerServiceV20141113.${action}`, { ...body, tags }])
  const tags = [{ key: 'Project', value: project }]
  await ecs('CreateCluster', { clusterName: name })
  const containerDefinitions = [{ name: 'api', image: 'x', memory: 128 }]
  await ecs('RegisterTaskDefinition', { family: `${name}-api`, containerDefinitions })
  const service = { serviceName: `${name}-api`, taskDefinition: `${name}-api`, desiredCount: 0 }
  await ecs('CreateService', { cluster: name, ...service })
  const tag = { 'Tags.member.1.Key': 'Project', 'Tags.member.1.Value': project }
  await callForm(aws, { Action: 'CreateTopic', Name: `${name}-alarms`, ...tag }, signed('sns'))
}

async function makeFor(aws: Aws, name: string, project: string): Promise<void> {
  const network = { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16', ...vpcTag(project) }
  ids[`vpc-${name}`] = element(await callForm(aws, network, signed('ec2')), 'vpcId')
  const Tags = [{ TagKey: 'Project', TagValue: project }]
  ids[`key-${name}`] = await keyId(aws, ['CreateKey', { Tags }])
}

async function keyId(aws: Aws, [action, body]: readonly [string, object]): Promise<string> {
  const { text } = await callJson(aws, signed('kms'), [`TrentService.${action}`, body])
  return (JSON.parse(text) as { KeyMetadata: { KeyId: string } }).KeyMetadata.KeyId
}
