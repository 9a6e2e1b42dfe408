module "documentdb" {
  source = "../../modules/documentdb"
  count  = local.own

  name                      = local.name
  identifier                = var.restored_cluster_identifier
  region                    = var.region
  account_id                = local.account_id
  partition                 = local.partition
  vpc_id                    = module.network[0].vpc_id
  subnet_ids                = module.network[0].database_subnet_ids
  client_security_group_ids = { tasks = module.network[0].tasks_security_group_id }
  kms_key_arn               = module.secrets.kms_key_arn
  instance_class            = local.size.documentdb_instance_class
  instance_count            = local.size.documentdb_instances
  backup_retention_days     = local.size.backup_retention_days
  deletion_protection       = local.size.deletion_protection
  final_snapshot            = local.size.final_snapshots
  log_retention_days        = local.size.log_retention_days

  depends_on = [terraform_data.rules]
}

module "postgres" {
  source = "../../modules/postgres"
  count  = local.own

  name                      = local.name
  identifier                = var.restored_postgres_identifier
  region                    = var.region
  account_id                = local.account_id
  partition                 = local.partition
  vpc_id                    = module.network[0].vpc_id
  subnet_ids                = module.network[0].database_subnet_ids
  client_security_group_ids = { tasks = module.network[0].tasks_security_group_id }
  kms_key_arn               = module.secrets.kms_key_arn
  instance_class            = local.size.postgres_instance_class
  multi_az                  = local.size.postgres_multi_az
  allocated_storage         = local.size.postgres_storage_gb
  max_allocated_storage     = local.size.postgres_max_storage_gb
  backup_retention_days     = local.size.backup_retention_days
  deletion_protection       = local.size.deletion_protection
  final_snapshot            = local.size.final_snapshots
  log_retention_days        = local.size.log_retention_days
  iam_path                  = var.iam_path
  permissions_boundary      = local.permissions_boundary

  depends_on = [terraform_data.rules]
}
