/** Who may do what with a tenant's services and frontend, and with what only tags tell apart. */
import { iam, on, vpcTag } from './belongings.ts'
import { form, json, rest, type Row } from './calls.ts'

const boundedRole = iam('role/caliber/acme-stg-dedicated-api-execution')

/** Registering a revision of `<client>-stg`, with this role and the tags of a client. */
const revision = (client: string, { tags = client, role = boundedRole } = {}) =>
  json('ecs', 'RegisterTaskDefinition', {
    family: `${client}-stg-dedicated-api`,
    executionRoleArn: role,
    containerDefinitions: [{ name: 'api', image: 'x', memory: 128 }],
    tags: Object.entries({ Project: 'Caliber', Client: tags, Env: 'stg' }).map(([key, value]) => ({
      key,
      value
    }))
  })
const topic = (action: string, TopicArn: string) => form('sns', action, { TopicArn })
const topicOf = (name: string): string => `arn:aws:sns:us-east-1:123456789012:${name}-alarms`
const service = (name: string) => json('ecs', 'UpdateService', { cluster: name, service: `${name}-api` })
const run = (name: string) =>
  json('ecs', 'RunTask', { cluster: name, taskDefinition: 'acme-stg-dedicated-api:1', launchType: 'FARGATE' })
const record = (zone: string, type: string) =>
  rest('route53', `POST /2013-04-01/hostedzone/${zone}/rrset`, {
    body: `<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes><Change><Action>CREATE</Action><ResourceRecordSet><Name>a.hicaliber.net</Name><Type>${type}</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>x</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`
  })

export const services: readonly Row[] = [
  {
    what: 'register a revision with the role of the tenant',
    call: revision('acme'),
    may: 'apply deploy deployAny'
  },
  {
    what: 'register a revision of another tenant',
    call: revision('globex'),
    may: 'apply deployAny'
  },
  {
    what: 'register one of another tenant as its own',
    call: revision('globex', { tags: 'acme' }),
    may: 'apply deployAny'
  },
  {
    what: 'pass tasks a role of another tenant',
    call: revision('acme', { role: iam('role/caliber/globex-stg-dedicated-api-task') }),
    may: 'apply deployAny'
  },
  {
    what: 'pass tasks the apply role',
    call: revision('acme', { role: iam('role/caliber-apply') }),
    may: ''
  },
  {
    what: 'pass a role to another service',
    call: json('events', 'PutTargets', {
      Rule: 'r',
      Targets: [{ Id: '1', Arn: boundedRole, RoleArn: boundedRole }]
    }),
    may: ''
  },
  {
    what: 'retire a revision of another tenant, which IAM cannot tell apart: allowed, documented',
    call: json('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'globex-stg-dedicated-api:1' }),
    may: 'deploy deployAny'
  },
  { what: 'roll the service out', call: service('acme-stg-dedicated'), may: 'apply deploy deployAny' },
  {
    what: 'roll out the service of another tenant',
    call: service('globex-stg-dedicated'),
    may: 'apply deployAny'
  },
  {
    what: 'delete the service',
    call: json('ecs', 'DeleteService', { cluster: 'acme-stg-dedicated', service: 'acme-stg-dedicated-api' }),
    may: 'apply'
  },
  {
    what: "roll out another project's service, which is called like one of Caliber",
    call: service('shop-dedicated'),
    may: ''
  },
  {
    what: "delete another project's cluster of such a name",
    call: json('ecs', 'DeleteCluster', { cluster: 'shop-dedicated' }),
    may: ''
  },
  {
    what: 'take it over by a tag',
    call: json('ecs', 'TagResource', {
      resourceArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/shop-dedicated',
      tags: [{ key: 'Project', value: 'Caliber' }]
    }),
    may: ''
  },
  { what: 'delete a topic', call: topic('DeleteTopic', topicOf('acme-stg-dedicated')), may: 'apply' },
  { what: "delete another project's topic", call: topic('DeleteTopic', topicOf('shop-dedicated')), may: '' },
  { what: 'run a one-off task', call: run('acme-stg-dedicated'), may: 'deploy deployAny' },
  { what: "run it on another tenant's cluster", call: run('globex-stg-dedicated'), may: 'deployAny' },
  {
    what: 'push an image',
    call: json('ecr', 'InitiateLayerUpload', { repositoryName: 'caliber/api' }),
    may: 'deploy'
  },
  {
    what: 'push to another repository',
    call: json('ecr', 'InitiateLayerUpload', { repositoryName: 'shop/api' }),
    may: ''
  },
  {
    what: "read the service's log",
    call: json('logs', 'GetLogEvents', { logGroupName: '/caliber/acme/stg/api', logStreamName: 's' }),
    may: 'deploy deployAny'
  },
  {
    what: "read another tenant's log",
    call: json('logs', 'GetLogEvents', { logGroupName: '/caliber/globex/stg/api', logStreamName: 's' }),
    may: 'deployAny'
  },
  {
    what: 'publish the frontend',
    call: rest('s3', 'PUT /acme-stg-dedicated-frontend-123456789012/index.html', { body: 'x' }),
    may: 'deploy deployAny'
  },
  {
    what: "publish another tenant's frontend",
    call: rest('s3', 'PUT /globex-stg-dedicated-frontend-123456789012/index.html', { body: 'x' }),
    may: 'deployAny'
  },
  {
    what: 'invalidate the distribution',
    call: rest('cloudfront', 'POST /2020-05-31/distribution/E1ACMESTG/invalidation', {
      body: '<InvalidationBatch/>'
    }),
    may: 'deploy'
  },
  {
    what: 'invalidate another distribution',
    call: rest('cloudfront', 'POST /2020-05-31/distribution/E2GLOBEX/invalidation', {
      body: '<InvalidationBatch/>'
    }),
    may: ''
  }
]

export const tagged: readonly Row[] = [
  {
    what: 'make a network of Caliber',
    call: form('ec2', 'CreateVpc', { CidrBlock: '10.1.0.0/16', ...vpcTag('Caliber') }),
    may: 'apply'
  },
  {
    what: 'make a network of another project',
    call: form('ec2', 'CreateVpc', { CidrBlock: '10.1.0.0/16', ...vpcTag('Shop') }),
    may: ''
  },
  {
    what: 'make a network without tags',
    call: form('ec2', 'CreateVpc', { CidrBlock: '10.1.0.0/16' }),
    may: ''
  },
  {
    what: 'take over a network of another project',
    call: on('vpc-theirs', (id) =>
      form('ec2', 'CreateTags', { 'ResourceId.1': id, 'Tag.1.Key': 'Project', 'Tag.1.Value': 'Caliber' })
    ),
    may: ''
  },
  {
    what: 'delete a network of another project',
    call: on('vpc-theirs', (VpcId) => form('ec2', 'DeleteVpc', { VpcId })),
    may: ''
  },
  {
    what: 'delete a network of Caliber',
    call: on('vpc-ours', (VpcId) => form('ec2', 'DeleteVpc', { VpcId })),
    may: 'apply'
  },
  {
    what: 'start a machine',
    call: form('ec2', 'RunInstances', { ImageId: 'ami-1', MinCount: '1', MaxCount: '1' }),
    may: ''
  },
  {
    what: 'take over a key of another project',
    call: on('key-theirs', (KeyId) =>
      json('kms', 'TagResource', { KeyId, Tags: [{ TagKey: 'Project', TagValue: 'Caliber' }] })
    ),
    may: ''
  },
  {
    what: 'delete a key of another project',
    call: on('key-theirs', (KeyId) => json('kms', 'ScheduleKeyDeletion', { KeyId })),
    may: ''
  },
  {
    what: 'encrypt with a key of Caliber',
    call: on('key-ours', (KeyId) => json('kms', 'GenerateDataKey', { KeyId, KeySpec: 'AES_256' })),
    may: ''
  },
  { what: 'write an address into the zone', call: on('zone', (id) => record(id, 'A')), may: 'apply' },
  { what: "write the zone's mail records", call: on('zone', (id) => record(id, 'MX')), may: '' },
  { what: 'write into another zone', call: record('Z9876543210XYZ', 'A'), may: '' }
]
