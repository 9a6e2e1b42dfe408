/** Who may keep the registry, look for what is left of tenants, restore, and what an operator does not reach. */
import { form, json, state, type Row } from './calls.ts'

const reservation = '/caliber-registry/tenants/stg/acme'
const parameter = (action: string, Name: string, more: object = {}) => json('ssm', action, { Name, ...more })
const writing = { Value: 'x', Type: 'String', Overwrite: true }

const marked = (project: string) => ({ 'Tags.Tag.1.Key': 'Project', 'Tags.Tag.1.Value': project })
const restored = (name: string, project = 'Caliber') =>
  form('rds', 'RestoreDBInstanceToPointInTime', {
    SourceDBInstanceIdentifier: `${name}-postgres`,
    TargetDBInstanceIdentifier: `${name}-postgres-2`,
    UseLatestRestorableTime: 'true',
    DBSubnetGroupName: `${name}-postgres`,
    ...marked(project)
  })
const snapshot = (name: string) =>
  form('rds', 'CreateDBSnapshot', {
    DBInstanceIdentifier: `${name}-postgres`,
    DBSnapshotIdentifier: `${name}-postgres-last`,
    ...marked('Caliber')
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
  { what: 'restore a database beside the lost one', call: restored('acme-stg-dedicated'), may: 'restore' },
  {
    what: "restore one that is not marked as Caliber's",
    call: restored('acme-stg-dedicated', 'Shop'),
    may: ''
  },
  { what: 'restore a database of another environment', call: restored('acme-prod-dedicated'), may: '' },
  { what: 'restore a database of another project', call: restored('shop'), may: '' },
  { what: 'take a snapshot', call: snapshot('acme-stg-dedicated'), may: 'restore' },
  {
    what: 'delete a database',
    call: form('rds', 'DeleteDBInstance', { DBInstanceIdentifier: 'acme-stg-dedicated-postgres' }),
    may: ''
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
