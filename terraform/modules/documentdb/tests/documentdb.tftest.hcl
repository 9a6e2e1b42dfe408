mock_provider "aws" {
  mock_resource "aws_docdb_cluster" {
    defaults = {
      endpoint           = "acme-prod-dedicated-documentdb.cluster-abc.eu-central-1.docdb.amazonaws.com"
      master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:rds!cluster-0b1c-AbCdEf", secret_status = "active", kms_key_id = "" }]
    }
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
    condition     = aws_docdb_cluster.this.storage_encrypted && aws_docdb_cluster.this.kms_key_id == var.kms_key_arn
    error_message = "The tenant's own key encrypts the data."
  }

  assert {
    condition     = aws_docdb_cluster.this.backup_retention_period == 7 && aws_docdb_cluster.this.preferred_backup_window == "02:00-03:00"
    error_message = "Seven days of backups, which is also how far back any second can be restored."
  }

  assert {
    condition     = aws_docdb_cluster.this.deletion_protection && !aws_docdb_cluster.this.skip_final_snapshot
    error_message = "Unless asked otherwise, AWS refuses the deletion, and a snapshot stays."
  }

  assert {
    condition     = aws_docdb_cluster.this.final_snapshot_identifier == "acme-prod-dedicated-documentdb-final-8c2f51ab"
    error_message = "The last snapshot's name has a part that the next cluster of this name does not share."
  }

  assert {
    condition     = !aws_docdb_cluster.this.apply_immediately && aws_docdb_cluster.this.preferred_maintenance_window == "sun:04:00-sun:05:00"
    error_message = "Restarts wait for the maintenance window."
  }
}

run "two_instances_take_over_from_each_other" {
  command = plan

  assert {
    condition = { for identifier, instance in aws_docdb_cluster_instance.this : identifier => instance.promotion_tier } == {
      acme-prod-dedicated-documentdb-1 = 0
      acme-prod-dedicated-documentdb-2 = 1
    }
    error_message = "Two instances, the first of which writes."
  }

  assert {
    condition = alltrue([
      for instance in aws_docdb_cluster_instance.this : instance.copy_tags_to_snapshot && instance.auto_minor_version_upgrade
      && instance.enable_performance_insights && instance.performance_insights_kms_key_id == var.kms_key_arn
      && instance.ca_cert_identifier == "rds-ca-rsa2048-g1" && instance.preferred_maintenance_window == "sun:04:00-sun:05:00"
    ])
    error_message = "Every instance copies tags to snapshots, takes minor versions in its window and keeps statistics under the tenant's key."
  }
}

run "connections_are_encrypted_and_logged" {
  command = plan

  assert {
    condition = { for parameter in aws_docdb_cluster_parameter_group.this.parameter : parameter.name => parameter.value } == {
      tls                   = "enabled"
      audit_logs            = "enabled"
      profiler              = "enabled"
      profiler_threshold_ms = "200"
    }
    error_message = "TLS only, and the audit and profiler logs on."
  }

  assert {
    condition     = aws_docdb_cluster_parameter_group.this.family == "docdb5.0"
    error_message = "The family follows the engine's version."
  }

  assert {
    condition = { for log, group in aws_cloudwatch_log_group.this : log => group.name } == {
      audit    = "/aws/docdb/acme-prod-dedicated-documentdb/audit"
      profiler = "/aws/docdb/acme-prod-dedicated-documentdb/profiler"
    } && toset(aws_docdb_cluster.this.enabled_cloudwatch_logs_exports) == toset(["audit", "profiler"])
    error_message = "Logs go to the groups that DocumentDB writes to, which Terraform makes."
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
    error_message = "The cluster lets in the clients' groups."
  }

  assert {
    condition     = { for client, rule in aws_vpc_security_group_egress_rule.clients : client => rule.security_group_id } == { tasks = "sg-tasks", jobs = "sg-jobs" }
    error_message = "The clients' groups let out to the cluster."
  }

  assert {
    condition = alltrue([
      for rule in concat(values(aws_vpc_security_group_ingress_rule.clients), values(aws_vpc_security_group_egress_rule.clients)) :
      rule.from_port == 27017 && rule.to_port == 27017 && rule.ip_protocol == "tcp" && rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.description != null
    ])
    error_message = "One port, from group to group, never an address range, and each rule says what it is for."
  }
}

run "the_password_is_aws_s_and_changes_every_thirty_days" {
  command = apply

  assert {
    condition     = aws_docdb_cluster.this.manage_master_user_password && aws_docdb_cluster.this.master_username == "caliber_admin"
    error_message = "AWS makes and keeps the password; Terraform never has it."
  }

  assert {
    condition     = aws_docdb_cluster.this.master_password == null && aws_docdb_cluster.this.master_password_wo == null
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

  assert {
    condition     = output.uri == "mongodb://acme-prod-dedicated-documentdb.cluster-abc.eu-central-1.docdb.amazonaws.com:27017/?tls=true&replicaSet=rs0&readPreference=secondaryPreferred&retryWrites=false"
    error_message = "The URI has the options that DocumentDB needs and no credentials."
  }
}

run "a_small_cluster_that_may_go_without_a_trace" {
  command = plan

  variables {
    instance_count       = 1
    deletion_protection  = false
    final_snapshot       = false
    apply_immediately    = true
    performance_insights = false
    engine_version       = "4.0.0"
    log_retention_days   = 14
  }

  assert {
    condition     = aws_docdb_cluster.this.skip_final_snapshot && aws_docdb_cluster.this.final_snapshot_identifier == null && !aws_docdb_cluster.this.deletion_protection
    error_message = "Protection and last snapshot are inputs."
  }

  assert {
    condition     = length(aws_docdb_cluster_instance.this) == 1 && aws_docdb_cluster_parameter_group.this.family == "docdb4.0"
    error_message = "Size and version are inputs."
  }
}

run "a_restored_cluster_is_adopted_under_its_own_name" {
  command = plan

  variables {
    identifier = "acme-prod-restored-2026-09-01"
  }

  assert {
    condition     = aws_docdb_cluster.this.cluster_identifier == "acme-prod-restored-2026-09-01" && contains(keys(aws_docdb_cluster_instance.this), "acme-prod-restored-2026-09-01-1")
    error_message = "Cluster and instances take the given name."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this["audit"].name == "/aws/docdb/acme-prod-restored-2026-09-01/audit" && aws_docdb_subnet_group.this.name == "acme-prod-dedicated-documentdb"
    error_message = "The logs follow the cluster's name, the subnets stay."
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
