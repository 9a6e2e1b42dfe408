import type { PlanJson, ResourceChange } from './plan-model.ts'

/** Types whose destruction loses data, identities or keys that no apply brings back. */
const STATEFUL_TYPES: ReadonlySet<string> = new Set([
  'aws_db_instance',
  'aws_db_cluster_snapshot',
  'aws_db_snapshot',
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_global_cluster',
  'aws_docdb_cluster',
  'aws_docdb_cluster_instance',
  'aws_docdb_global_cluster',
  'aws_docdbelastic_cluster',
  'aws_neptune_cluster',
  'aws_neptune_cluster_instance',
  'aws_redshift_cluster',
  'aws_redshiftserverless_namespace',
  'aws_dynamodb_table',
  'aws_dynamodb_global_table',
  'aws_keyspaces_table',
  'aws_timestreamwrite_table',
  'aws_qldb_ledger',
  'aws_dsql_cluster',
  'aws_memorydb_cluster',
  'aws_s3_bucket',
  'aws_s3_directory_bucket',
  'aws_s3tables_table',
  'aws_s3tables_table_bucket',
  'aws_s3control_bucket',
  'aws_ebs_volume',
  'aws_ebs_snapshot',
  'aws_efs_file_system',
  'aws_fsx_lustre_file_system',
  'aws_fsx_ontap_file_system',
  'aws_fsx_openzfs_file_system',
  'aws_fsx_windows_file_system',
  'aws_kms_key',
  'aws_kms_external_key',
  'aws_kms_replica_key',
  'aws_secretsmanager_secret',
  'aws_ssm_parameter',
  'aws_ecr_repository',
  'aws_ecrpublic_repository',
  'aws_backup_vault',
  'aws_glacier_vault',
  'aws_cognito_user_pool',
  'aws_opensearch_domain',
  'aws_elasticsearch_domain',
  'aws_opensearchserverless_collection',
  'aws_elasticache_cluster',
  'aws_elasticache_replication_group',
  'aws_elasticache_serverless_cache',
  'aws_msk_cluster',
  'aws_msk_serverless_cluster',
  'aws_mq_broker',
  'aws_kinesis_stream',
  'aws_sqs_queue',
  'aws_acmpca_certificate_authority',
  'aws_route53_zone',
  'aws_lightsail_database',
  'aws_codecommit_repository'
])

/** True when the object itself goes: a delete, or a replace in either order. Forgetting keeps it. */
export function isStatefulDestroy(change: ResourceChange): boolean {
  return (
    change.mode === 'managed' && STATEFUL_TYPES.has(change.type) && change.change.actions.includes('delete')
  )
}

/** The address, and for a deposed object (the old half of an earlier replace) its key. */
export function nameOf(change: Pick<ResourceChange, 'address' | 'deposed'>): string {
  return change.deposed === undefined ? change.address : `${change.address} (deposed ${change.deposed})`
}

/** Addresses of databases, buckets, keys and other stateful objects that the plan destroys or replaces, in plan order. */
export function findStatefulDestroys(plan: PlanJson): readonly string[] {
  const deferred = (plan.deferred_changes ?? []).map(({ resource_change }) => resource_change)
  return [...plan.resource_changes, ...deferred].filter(isStatefulDestroy).map(nameOf)
}
