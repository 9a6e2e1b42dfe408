# Everything that an environment decides, in one place; var.overrides changes single lines of it for one tenant.
locals {
  by_environment = {
    dev = {
      api_tasks                 = 1
      documentdb_instance_class = "db.t4g.medium"
      documentdb_instances      = 1
      postgres_instance_class   = "db.t4g.micro"
      postgres_multi_az         = false
      postgres_storage_gb       = 20
      postgres_max_storage_gb   = 100
      backup_retention_days     = 7
      deletion_protection       = false
      final_snapshots           = false
      alarms                    = false
      access_logs               = false
      log_retention_days        = 14
      recovery_window_days      = 0
    }

    stg = {
      api_tasks                 = 1
      documentdb_instance_class = "db.t4g.medium"
      documentdb_instances      = 1
      postgres_instance_class   = "db.t4g.small"
      postgres_multi_az         = false
      postgres_storage_gb       = 20
      postgres_max_storage_gb   = 100
      backup_retention_days     = 7
      deletion_protection       = false
      final_snapshots           = false
      alarms                    = false
      access_logs               = false
      log_retention_days        = 30
      recovery_window_days      = 7
    }

    prod = {
      api_tasks                 = 2
      documentdb_instance_class = "db.r6g.large"
      documentdb_instances      = 2
      postgres_instance_class   = "db.m6g.large"
      postgres_multi_az         = true
      postgres_storage_gb       = 50
      postgres_max_storage_gb   = 500
      backup_retention_days     = 7
      deletion_protection       = true
      final_snapshots           = true
      alarms                    = true
      access_logs               = true
      log_retention_days        = 365
      recovery_window_days      = 30
    }
  }

  # An environment that does not exist is refused by a rule; until then prod stands in, so that the rule is what is told.
  size = merge(
    try(local.by_environment[var.env], local.by_environment.prod),
    local.mode == "shared" ? { deletion_protection = true } : {}, # tenants stand on it, whatever the environment
    { for name, value in var.overrides : name => value if value != null },
    var.log_retention_days == null ? {} : { log_retention_days = var.log_retention_days },
  )
}
