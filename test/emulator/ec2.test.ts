import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Aws } from '../../lab/aws/aws.ts'
import { taggedResources } from '../../lib/aws/tagged-resources.ts'
import { callForm, clientOptions, element, signed, startForTests, type Reply } from './start.ts'

let aws: Aws

beforeAll(async () => {
  aws = await startForTests()
})
afterAll(() => aws?.close())

const ec2 = (form: Readonly<Record<string, string>>): Promise<Reply> => callForm(aws, form, signed('ec2'))

test('a rule between groups keeps its description, and its next one', async () => {
  const vpc = element(await ec2({ Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }), 'vpcId')
  const created = await ec2({
    Action: 'CreateSecurityGroup',
    GroupName: 'a',
    GroupDescription: 'a',
    VpcId: vpc
  })
  const group = element(created, 'groupId')
  await ec2({
    Action: 'AuthorizeSecurityGroupIngress',
    GroupId: group,
    'IpPermissions.1.IpProtocol': 'tcp',
    'IpPermissions.1.FromPort': '443',
    'IpPermissions.1.ToPort': '443',
    'IpPermissions.1.Groups.1.GroupId': group,
    'IpPermissions.1.Groups.1.Description': 'from its own'
  })
  const find = { 'Filter.1.Name': 'group-id', 'Filter.1.Value.1': group }
  const described = async (): Promise<string> =>
    (await ec2({ Action: 'DescribeSecurityGroupRules', ...find })).text
  const rules = await described()
  expect(rules).toContain('<description>from its own</description>')
  await ec2({
    Action: 'ModifySecurityGroupRules',
    GroupId: group,
    'SecurityGroupRule.1.SecurityGroupRuleId': ruleDescribed(rules),
    'SecurityGroupRule.1.SecurityGroupRule.IpProtocol': 'tcp',
    'SecurityGroupRule.1.SecurityGroupRule.FromPort': '443',
    'SecurityGroupRule.1.SecurityGroupRule.ToPort': '443',
    'SecurityGroupRule.1.SecurityGroupRule.ReferencedGroupId': group,
    'SecurityGroupRule.1.SecurityGroupRule.Description': 'from itself'
  })
  expect(await described()).toContain('<description>from itself</description>')
})

/** The id of the rule whose element holds the first description. */
function ruleDescribed(xml: string): string {
  const item = xml.split('<item>').find((part) => part.includes('from its own')) ?? ''
  return /<securityGroupRuleId>([^<]+)</.exec(item)?.[1] ?? ''
}

test('a deleted NAT gateway is described for a while, and no resource any more, tagged or not', async () => {
  const vpc = element(await ec2({ Action: 'CreateVpc', CidrBlock: '10.1.0.0/16' }), 'vpcId')
  const subnet = element(
    await ec2({ Action: 'CreateSubnet', VpcId: vpc, CidrBlock: '10.1.0.0/24' }),
    'subnetId'
  )
  const address = element(await ec2({ Action: 'AllocateAddress', Domain: 'vpc' }), 'allocationId')
  const created = await ec2({ Action: 'CreateNatGateway', SubnetId: subnet, AllocationId: address })
  const id = element(created, 'natGatewayId')
  const gateways = async () =>
    (await aws.resources()).filter(({ type }) => type === 'nat-gateway').map((one) => one.id)
  await ec2({ Action: 'CreateTags', 'ResourceId.1': id, 'Tag.1.Key': 'Project', 'Tag.1.Value': 'Caliber' })
  const tagged = async () =>
    (await taggedResources(clientOptions(aws)).list('us-east-1', { key: 'Project', value: 'Caliber' })).map(
      ({ arn }) => arn.split('/')[1]
    )
  expect([await gateways(), await tagged()]).toEqual([[id], [id]])
  await ec2({ Action: 'DeleteNatGateway', NatGatewayId: id })
  expect([await gateways(), await tagged()]).toEqual([[], []])
})
