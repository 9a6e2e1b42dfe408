module "observability" {
  source = "../../modules/observability"

  name                  = local.name
  region                = var.region
  account_id            = local.account_id
  partition             = local.partition
  kms_key_arn           = module.secrets.kms_key_arn
  alarms_enabled        = local.size.alarms
  alarm_emails          = var.alarm_emails
  access_logs_enabled   = local.size.access_logs
  access_log_bucket     = "${local.name}-access-logs-${local.account_id}"
  force_destroy         = !local.size.deletion_protection
  postgres_identifier   = module.postgres.identifier
  documentdb_identifier = module.documentdb.cluster_identifier

  load_balancer = {
    arn_suffix              = module.alb.arn_suffix
    target_group_arn_suffix = module.alb.target_group_arn_suffix
  }

  service = {
    cluster_name = module.compute.cluster_name
    service_name = module.compute.service_name
  }

  depends_on = [terraform_data.rules]
}
