locals {
  client = lower(var.client)
  name   = "${local.client}-${var.env}-dedicated"

  tags = {
    Project   = "Caliber"
    Client    = var.client
    Plan      = var.plan
    Env       = var.env
    ManagedBy = "Terraform"
  }

  api_host      = "${var.subdomain}.${var.domain}"
  frontend_host = "www.${local.api_host}"

  # dev is torn down and built again within the hour, which a secret still waiting for its deletion would block. The others
  # keep time to undo a mistake: the least that AWS offers in stg, the most in prod.
  by_env = {
    dev  = { log_retention_days = 14, recovery_window_days = 0 }
    stg  = { log_retention_days = 30, recovery_window_days = 7 }
    prod = { log_retention_days = 365, recovery_window_days = 30 }
  }
  log_retention_days   = coalesce(var.log_retention_days, local.by_env[var.env].log_retention_days)
  recovery_window_days = local.by_env[var.env].recovery_window_days

  partition  = startswith(var.region, "us-gov-") ? "aws-us-gov" : "aws"
  account_id = var.account_id == null ? one(data.aws_caller_identity.current[*].account_id) : var.account_id
  zones = var.availability_zones == null ? slice(
    sort(one(data.aws_availability_zones.available[*].names)), 0, 2
  ) : var.availability_zones

  logs = "/caliber/${local.client}/${var.env}/"
}
