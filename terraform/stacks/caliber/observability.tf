module "observability" {
  source = "../../modules/observability"
  count  = local.own

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
  postgres_identifier   = module.postgres[0].identifier
  documentdb_identifier = module.documentdb[0].cluster_identifier

  load_balancer = {
    arn_suffix              = module.alb[0].arn_suffix
    target_group_arn_suffix = module.alb[0].target_group_arn_suffix
  }

  service = {
    cluster_name = module.compute[0].cluster_name
    service_name = module.compute[0].service_name
  }

  depends_on = [terraform_data.rules]
}
