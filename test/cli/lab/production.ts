/** A production client as the registry has it, what is changed of it, and how plans and states tell of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePlanJson, type PlanJson, type ResourceChange } from '../../../lib/terraform/plan-model.ts'
import { stack, terraformFolder } from '../../terraform/sandbox.ts'

type Variables = Readonly<Record<string, unknown>>

const example = JSON.parse(
  readFileSync(join(terraformFolder, stack, 'examples/prod.tfvars.json'), 'utf8')
) as Variables

/** Everything that a client in production can have, under the documents' name. */
export const PRODUCTION: Variables = { ...example, client: 'Acme', subdomain: 'acme' }

/**
 * An instance more, shorter memories of backups and logs, one NAT gateway, more memory, nobody to be woken, no protection;
 * and the zones, which stay the same, looked up.
 */
export const CHANGE: Variables = {
  overrides: { backup_retention_days: 9, deletion_protection: false, documentdb_instances: 3 },
  memory: 4096,
  log_retention_days: 90,
  single_nat_gateway: true,
  availability_zones: null,
  alarm_emails: []
}

/** What that change is, resource by resource, without outputs. */
export const CHANGED = [
  'update terraform_data.protection',
  'update module.alb[0].aws_lb.this',
  'update module.compute[0].aws_cloudwatch_log_group.api',
  'delete+create module.compute[0].aws_ecs_task_definition.api',
  'update module.documentdb[0].aws_cloudwatch_log_group.this["audit"]',
  'update module.documentdb[0].aws_cloudwatch_log_group.this["profiler"]',
  'update module.documentdb[0].aws_docdb_cluster.this',
  'create module.documentdb[0].aws_docdb_cluster_instance.this["acme-prod-dedicated-documentdb-3"]',
  'update module.frontend[0].aws_s3_bucket.this',
  'update module.network[0].aws_cloudwatch_log_group.flow_logs',
  'delete module.network[0].aws_eip.nat["eu-central-1b"]',
  'delete module.network[0].aws_nat_gateway.this["eu-central-1b"]',
  'update module.network[0].aws_route.nat["eu-central-1b"]',
  'update module.observability[0].aws_s3_bucket.access_logs[0]',
  'delete module.observability[0].aws_sns_topic_subscription.email["operations@globex.example"]',
  'update module.postgres[0].aws_cloudwatch_log_group.this["postgresql"]',
  'update module.postgres[0].aws_cloudwatch_log_group.this["upgrade"]',
  'update module.postgres[0].aws_db_instance.this'
] as const

/** `create module.network.aws_vpc.this`, one a resource; `output <name>` for a changed output. Empty: nothing to do. */
export function changesOf(json: string): readonly string[] {
  const plan = parsePlanJson(json, 'the plan')
  return [...plan.resource_changes.flatMap(told), ...outputsTold(plan)]
}

function told({ address, change }: ResourceChange): readonly string[] {
  const actions = change.actions.join('+')
  return actions === 'no-op' || actions === 'read' ? [] : [`${actions} ${address}`]
}

function outputsTold({ output_changes = {} }: PlanJson): readonly string[] {
  return Object.entries(output_changes).flatMap(([name, { actions }]) =>
    actions.join() === 'no-op' ? [] : [`output ${name}`]
  )
}

/** Outputs of a state's text; `sensitive` is left out where it is false. */
export type Told = Readonly<Record<string, Readonly<{ sensitive?: boolean; value: unknown }>>>

export const outputsOf = (state: string): Told => (JSON.parse(state) as { outputs: Told }).outputs
