resource "aws_cloudwatch_log_group" "this" {
  for_each = local.log_groups

  name              = each.value
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_db_subnet_group" "this" {
  name        = "${var.name}-postgres"
  description = "Subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

# A prefix, because a new major version's family makes a new group while the instance still holds the old one.
resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-postgres-"
  description = "TLS and logs of ${var.name}"
  family      = local.family

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  dynamic "parameter" {
    for_each = local.logging

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

# A new id whenever the instance is another one: AWS refuses a snapshot's name that an earlier instance left behind.
resource "terraform_data" "final_snapshot" {
  triggers_replace = [local.identifier, var.kms_key_arn, var.master_username, var.database_name]
}

resource "aws_db_instance" "this" {
  identifier                  = local.identifier
  engine                      = "postgres"
  engine_version              = var.engine_version
  allow_major_version_upgrade = var.allow_major_version_upgrade
  auto_minor_version_upgrade  = var.auto_minor_version_upgrade
  instance_class              = var.instance_class
  multi_az                    = var.multi_az
  db_name                     = var.database_name
  port                        = local.port
  parameter_group_name        = aws_db_parameter_group.this.name
  ca_cert_identifier          = var.ca_cert_identifier

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = false

  username                            = var.master_username
  manage_master_user_password         = true
  master_user_secret_kms_key_id       = var.kms_key_arn
  iam_database_authentication_enabled = true

  storage_type          = "gp3"
  allocated_storage     = var.allocated_storage
  max_allocated_storage = var.max_allocated_storage
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  enabled_cloudwatch_logs_exports       = sort(keys(local.log_groups))
  performance_insights_enabled          = var.performance_insights
  performance_insights_kms_key_id       = var.performance_insights ? var.kms_key_arn : null
  performance_insights_retention_period = var.performance_insights ? 7 : null
  monitoring_interval                   = var.monitoring_interval
  monitoring_role_arn                   = one(aws_iam_role.monitoring[*].arn)

  backup_retention_period   = var.backup_retention_days
  backup_window             = var.backup_window
  maintenance_window        = var.maintenance_window
  copy_tags_to_snapshot     = true
  apply_immediately         = var.apply_immediately
  deletion_protection       = var.deletion_protection
  delete_automated_backups  = !var.final_snapshot
  skip_final_snapshot       = !var.final_snapshot
  final_snapshot_identifier = var.final_snapshot ? "${local.identifier}-final-${substr(terraform_data.final_snapshot.id, 0, 8)}" : null

  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy.monitoring]
}

# AWS made the secret and would rotate its password every seven days, out of sight of whoever copied it.
resource "aws_secretsmanager_secret_rotation" "master" {
  secret_id          = aws_db_instance.this.master_user_secret[0].secret_arn
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = var.rotation_days
  }
}
