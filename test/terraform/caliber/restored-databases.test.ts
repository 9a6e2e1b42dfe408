/** Databases that were restored under names of their own take the places of the lost ones, in a plan like any other. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { callForm, signed } from '../../emulator/start.ts'
import { type Seeded, seeded } from '../../seeds/seeded.ts'
import { complaint } from '../sandbox.ts'
import { openTenantStack, type TenantStack } from './tenant-stack.ts'

const NAME = 'acme-stg-dedicated'
const RESTORED = { cluster: `${NAME}-documentdb-2`, postgres: `${NAME}-postgres-2` }
const MINUTES = 60_000
/** What the README has Terraform forget: the lost databases stay where they are. */
const FORGOTTEN = [
  'module.documentdb[0].aws_docdb_cluster.this',
  'module.documentdb[0].aws_docdb_cluster_instance.this',
  'module.documentdb[0].aws_secretsmanager_secret_rotation.master',
  'module.postgres[0].aws_db_instance.this',
  'module.postgres[0].aws_secretsmanager_secret_rotation.master'
]

let aws: Seeded
let stack: TenantStack

beforeAll(async () => {
  aws = await seeded('caliber')
  stack = await openTenantStack(aws, {
    client: 'acme',
    env: 'stg',
    file: '../../tenants/stg/acme.tfvars.json'
  })
}, 20 * MINUTES)

afterAll(async () => {
  await Promise.all([aws?.close(), stack?.[Symbol.asyncDispose]()])
})

/** Point in time for both, into the subnets of the lost ones, as a restore leaves them. */
async function restore(): Promise<void> {
  const calls: readonly Readonly<Record<string, string>>[] = [
    {
      Action: 'RestoreDBClusterToPointInTime',
      SourceDBClusterIdentifier: `${NAME}-documentdb`,
      DBClusterIdentifier: RESTORED.cluster,
      DBSubnetGroupName: `${NAME}-documentdb`
    },
    {
      Action: 'RestoreDBInstanceToPointInTime',
      SourceDBInstanceIdentifier: `${NAME}-postgres`,
      TargetDBInstanceIdentifier: RESTORED.postgres,
      DBSubnetGroupName: `${NAME}-postgres`
    }
  ]
  for (const call of calls) {
    const form = { ...call, Version: '2014-10-31', UseLatestRestorableTime: 'true' }
    const { status, text } = await callForm(aws, form, signed('rds'))
    expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' })
  }
}

test(
  'both are imported and changed in place, and nothing that holds data goes',
  async () => {
    await restore()
    expect(complaint(await stack.run(aws, 'state', 'rm', ...FORGOTTEN))).toBe('')
    const { changes, text } = await stack.plan(
      aws,
      `-var=restored_cluster_identifier=${RESTORED.cluster}`,
      `-var=restored_postgres_identifier=${RESTORED.postgres}`
    )
    expect(changes.filter((one) => !one.startsWith('output '))).toEqual([
      'delete+create module.compute[0].aws_ecs_task_definition.api',
      'update module.compute[0].aws_iam_role_policy.execution',
      'delete+create module.documentdb[0].aws_cloudwatch_log_group.this["audit"]',
      'delete+create module.documentdb[0].aws_cloudwatch_log_group.this["profiler"]',
      'update module.documentdb[0].aws_docdb_cluster.this',
      `create module.documentdb[0].aws_docdb_cluster_instance.this["${RESTORED.cluster}-1"]`,
      'create module.documentdb[0].aws_secretsmanager_secret_rotation.master',
      'delete+create module.documentdb[0].terraform_data.final_snapshot',
      'delete+create module.postgres[0].aws_cloudwatch_log_group.this["postgresql"]',
      'delete+create module.postgres[0].aws_cloudwatch_log_group.this["upgrade"]',
      'update module.postgres[0].aws_db_instance.this',
      'update module.postgres[0].aws_iam_role.monitoring[0]',
      'create module.postgres[0].aws_secretsmanager_secret_rotation.master',
      'delete+create module.postgres[0].terraform_data.final_snapshot'
    ])
    expect(text).toContain(`"importing":{"id":"${RESTORED.cluster}"}`)
    expect(text).toContain(`"importing":{"id":"${RESTORED.postgres}"}`)
  },
  5 * MINUTES
)
