mock_provider "aws" {
  mock_resource "aws_db_instance" {
    defaults = {
      master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:rds!db-0b1c-AbCdEf", secret_status = "active", kms_key_id = "" }]
    }
  }

  # RDS takes only what looks like a role's ARN.
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/acme-prod-dedicated-postgres-monitoring" }
  }
}

override_resource {
  target          = terraform_data.final_snapshot
  values          = { id = "8c2f51ab-0000-0000-0000-000000000000" }
  override_during = plan
}

variables {
  name                      = "acme-prod-dedicated"
  region                    = "eu-central-1"
  account_id                = "111122223333"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1", "subnet-2"]
  client_security_group_ids = { tasks = "sg-tasks", jobs = "sg-jobs" }
  kms_key_arn               = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
}

run "data_is_encrypted_kept_and_hard_to_delete" {
  command = plan

  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == var.kms_key_arn && !aws_db_instance.this.publicly_accessible
    error_message = "The tenant's own key encrypts the data, and no public address leads to it."
  }

  assert {
    condition     = aws_db_instance.this.backup_retention_period == 7 && aws_db_instance.this.backup_window == "02:00-03:00" && aws_db_instance.this.copy_tags_to_snapshot
    error_message = "Seven days of backups, which is also how far back any second can be restored."
  }

  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot && !aws_db_instance.this.delete_automated_backups
    error_message = "Unless asked otherwise, AWS refuses the deletion; a snapshot and the backups stay."
  }

  assert {
    condition     = aws_db_instance.this.final_snapshot_identifier == "acme-prod-dedicated-postgres-final-8c2f51ab"
    error_message = "The last snapshot's name has a part that the next instance of this name does not share."
  }

  assert {
    condition     = aws_db_instance.this.multi_az && !aws_db_instance.this.apply_immediately && aws_db_instance.this.maintenance_window == "sun:05:00-sun:06:00" && aws_db_instance.this.auto_minor_version_upgrade
    error_message = "A standby takes over, and restarts wait for the maintenance window."
  }

  assert {
    condition     = aws_db_instance.this.storage_type == "gp3" && aws_db_instance.this.allocated_storage == 20 && aws_db_instance.this.max_allocated_storage == 100
    error_message = "Storage grows by itself."
  }
}

run "connections_are_encrypted_and_logged" {
  command = plan

  assert {
    condition = { for parameter in aws_db_parameter_group.this.parameter : parameter.name => parameter.value } == {
      "rds.force_ssl"             = "1"
      log_connections             = "1"
      log_disconnections          = "1"
      log_lock_waits              = "1"
      log_statement               = "none"
      log_min_duration_statement  = "1000"
      log_autovacuum_min_duration = "10000"
    }
    error_message = "TLS only; who connects and what is slow is logged, and no statement that might hold a password."
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "postgres17"
    error_message = "The family follows the engine's major version."
  }

  assert {
    condition = { for log, group in aws_cloudwatch_log_group.this : log => group.name } == {
      postgresql = "/aws/rds/instance/acme-prod-dedicated-postgres/postgresql"
      upgrade    = "/aws/rds/instance/acme-prod-dedicated-postgres/upgrade"
    } && toset(aws_db_instance.this.enabled_cloudwatch_logs_exports) == toset(["postgresql", "upgrade"])
    error_message = "Logs go to the groups that RDS writes to, which Terraform makes."
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.kms_key_id == var.kms_key_arn && group.retention_in_days == 365])
    error_message = "Logs are encrypted with the tenant's key and kept for a year."
  }
}

run "only_the_named_groups_connect" {
  command = plan

  assert {
    condition = { for client, rule in aws_vpc_security_group_ingress_rule.clients : client => rule.referenced_security_group_id } == {
      tasks = "sg-tasks"
      jobs  = "sg-jobs"
    }
    error_message = "The instance lets in the clients' groups."
  }

  assert {
    condition     = { for client, rule in aws_vpc_security_group_egress_rule.clients : client => rule.security_group_id } == { tasks = "sg-tasks", jobs = "sg-jobs" }
    error_message = "The clients' groups let out to the instance."
  }

  assert {
    condition = alltrue([
      for rule in concat(values(aws_vpc_security_group_ingress_rule.clients), values(aws_vpc_security_group_egress_rule.clients)) :
      rule.from_port == 5432 && rule.to_port == 5432 && rule.ip_protocol == "tcp" && rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.description != null
    ])
    error_message = "One port, from group to group, never an address range, and each rule says what it is for."
  }
}

run "the_password_is_aws_s_and_changes_every_thirty_days" {
  command = apply

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.username == "caliber_admin" && aws_db_instance.this.master_user_secret_kms_key_id == var.kms_key_arn
    error_message = "AWS makes the password and keeps it under the tenant's key; Terraform never has it."
  }

  assert {
    condition     = aws_db_instance.this.password == null && aws_db_instance.this.password_wo == null
    error_message = "No password passes through Terraform."
  }

  assert {
    condition = (
      aws_secretsmanager_secret_rotation.master.secret_id == output.master_secret_arn
      && aws_secretsmanager_secret_rotation.master.rotation_rules[0].automatically_after_days == 30
      && !aws_secretsmanager_secret_rotation.master.rotate_immediately
    )
    error_message = "The managed secret rotates on our schedule, and not because the schedule was written."
  }
}

run "a_small_instance_that_may_go_without_a_trace" {
  command = plan

  variables {
    multi_az             = false
    deletion_protection  = false
    final_snapshot       = false
    apply_immediately    = true
    performance_insights = false
    monitoring_interval  = 0
    engine_version       = "16.8"
    log_retention_days   = 14
  }

  assert {
    condition     = aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.final_snapshot_identifier == null && aws_db_instance.this.delete_automated_backups && !aws_db_instance.this.deletion_protection
    error_message = "Protection, last snapshot and the backups left behind are inputs."
  }

  assert {
    condition     = length(aws_iam_role.monitoring) == 0 && !aws_db_instance.this.performance_insights_enabled && output.monitoring_role_arn == null
    error_message = "Without monitoring there is no role."
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "postgres16" && !aws_db_instance.this.multi_az
    error_message = "Version and standby are inputs."
  }
}

run "a_restored_instance_is_adopted_under_its_own_name" {
  command = plan

  variables {
    identifier = "acme-prod-restored-2026-09-01"
  }

  assert {
    condition     = aws_db_instance.this.identifier == "acme-prod-restored-2026-09-01" && aws_cloudwatch_log_group.this["upgrade"].name == "/aws/rds/instance/acme-prod-restored-2026-09-01/upgrade"
    error_message = "Instance and logs take the given name."
  }

  assert {
    condition     = aws_db_subnet_group.this.name == "acme-prod-dedicated-postgres" && jsondecode(aws_iam_role.monitoring[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceArn"] == "arn:aws:rds:eu-central-1:111122223333:db:acme-prod-restored-2026-09-01"
    error_message = "The subnets stay, and the role trusts the instance by its name."
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
