/** Who may keep the registry, look for what is left of tenants, restore, and what an operator does not reach. */
import { database } from './belongings.ts'
import { form, json, state, type Row } from './calls.ts'

const reservation = '/caliber-registry/tenants/stg/acme'
const parameter = (action: string, Name: string, more: object = {}) => json('ssm', action, { Name, ...more })
const writing = { Value: 'x', Type: 'String', Overwrite: true }

const marked = (project: string, name = 'Project') => ({
  'Tags.Tag.1.Key': name,
  'Tags.Tag.1.Value': project
})
const lost = database.DBInstanceIdentifier
const restored = (SourceDBInstanceIdentifier: string, project = 'Caliber') =>
  form('rds', 'RestoreDBInstanceToPointInTime', {
    SourceDBInstanceIdentifier,
    TargetDBInstanceIdentifier: `${SourceDBInstanceIdentifier}-2`,
    UseLatestRestorableTime: 'true',
    ...marked(project)
  })
const onLost = (action: string, more: Readonly<Record<string, string>>) =>
  form('rds', action, { DBInstanceIdentifier: lost, ...more })
const withoutTag = (name: string) =>
  form('rds', 'RemoveTagsFromResource', {
    ResourceName: `arn:aws:rds:us-east-1:123456789012:db:${lost}`,
    'TagKeys.member.1': name
  })

export const operations: readonly Row[] = [
  { what: 'reserve a name', call: parameter('PutParameter', reservation, writing), may: 'registry' },
  { what: 'read a reservation', call: parameter('GetParameter', reservation), may: 'registry' },
  { what: 'free a name', call: parameter('DeleteParameter', reservation), may: 'registry' },
  {
    what: 'list reservations',
    call: json('ssm', 'GetParametersByPath', { Path: '/caliber-registry', Recursive: true }),
    may: 'registry inspect'
  },
  {
    what: 'list the parameters of tenants',
    call: json('ssm', 'GetParametersByPath', { Path: '/caliber/acme/stg', Recursive: true }),
    may: ''
  },
  {
    what: 'write a parameter beside the registry',
    call: parameter('PutParameter', '/caliber-registry-of-others', writing),
    may: ''
  },
  {
    what: 'find resources by their tags',
    call: json('tagging', 'GetResources', { TagFilters: [{ Key: 'Project', Values: ['Caliber'] }] }),
    may: 'inspect'
  },
  { what: 'list every DocumentDB cluster', call: form('rds', 'DescribeDBClusters', {}), may: 'inspect' },
  { what: 'restore a database beside the lost one', call: restored(lost), may: 'restore' },
  {
    what: "restore one that is not marked as Caliber's",
    call: restored(lost, 'Shop'),
    may: ''
  },
  {
    what: 'restore a database of another environment',
    call: restored('acme-prod-dedicated-postgres'),
    may: ''
  },
  { what: 'restore a database of another project', call: restored('shop-postgres'), may: '' },
  {
    what: 'take a snapshot',
    call: onLost('CreateDBSnapshot', { DBSnapshotIdentifier: `${lost}-last`, ...marked('Caliber') }),
    may: 'apply restore'
  },
  {
    what: 'change the database that is lost',
    call: onLost('ModifyDBInstance', { BackupRetentionPeriod: '1' }),
    may: 'apply'
  },
  {
    what: 'make it pass for a restored one',
    call: form('rds', 'AddTagsToResource', {
      ResourceName: `arn:aws:rds:us-east-1:123456789012:db:${lost}`,
      ...marked('x', 'RestoredFrom')
    }),
    may: 'apply'
  },
  {
    what: 'take the tag of a restored one off',
    call: withoutTag('RestoredFrom'),
    may: 'apply'
  },
  { what: 'take another tag off', call: withoutTag('Project'), may: '' },
  {
    what: 'delete the database that is lost',
    call: onLost('DeleteDBInstance', { SkipFinalSnapshot: 'true' }),
    may: 'apply'
  },
  {
    what: 'roll out in another environment',
    call: json('ecs', 'UpdateService', {
      cluster: 'acme-prod-dedicated',
      service: 'acme-prod-dedicated-api'
    }),
    may: ''
  },
  {
    what: 'write which image runs in another environment',
    call: parameter('PutParameter', '/caliber/acme/prod/api-image', writing),
    may: ''
  },
  {
    what: 'read a secret of another environment',
    call: json('secretsmanager', 'GetSecretValue', { SecretId: 'caliber/acme/prod/key' }),
    may: ''
  },
  {
    what: 'read a state of another environment',
    call: state('GET', '/caliber/acme/prod/terraform.tfstate'),
    may: 'plan apply'
  },
  {
    what: 'roll out what SaaS tenants share',
    call: json('ecs', 'UpdateService', {
      cluster: 'saasshared-stg-saas',
      service: 'saasshared-stg-saas-api'
    }),
    may: 'deployAny'
  }
]
