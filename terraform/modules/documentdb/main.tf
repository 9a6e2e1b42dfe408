resource "aws_cloudwatch_log_group" "this" {
  for_each = local.log_groups

  name              = each.value
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_docdb_subnet_group" "this" {
  name        = "${var.name}-documentdb"
  description = "Subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

# A prefix, because a new engine's family makes a new group while the cluster still holds the old one.
resource "aws_docdb_cluster_parameter_group" "this" {
  name_prefix = "${var.name}-documentdb-"
  description = "TLS, audit and profiler of ${var.name}"
  family      = local.family

  parameter {
    name         = "tls"
    value        = "enabled"
    apply_method = "pending-reboot"
  }

  parameter {
    name         = "audit_logs"
    value        = "enabled"
    apply_method = "immediate"
  }

  parameter {
    name         = "profiler"
    value        = "enabled"
    apply_method = "immediate"
  }

  parameter {
    name         = "profiler_threshold_ms"
    value        = "200"
    apply_method = "immediate"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# A new id whenever the cluster is another one: AWS refuses a snapshot's name that an earlier cluster left behind.
resource "terraform_data" "final_snapshot" {
  triggers_replace = [local.identifier, var.kms_key_arn, var.master_username]
}

resource "aws_docdb_cluster" "this" {
  cluster_identifier              = local.identifier
  engine                          = "docdb"
  engine_version                  = var.engine_version
  allow_major_version_upgrade     = var.allow_major_version_upgrade
  port                            = local.port
  db_subnet_group_name            = aws_docdb_subnet_group.this.name
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]

  master_username             = var.master_username
  manage_master_user_password = true

  storage_encrypted               = true
  kms_key_id                      = var.kms_key_arn
  enabled_cloudwatch_logs_exports = ["audit", "profiler"] # the groups above

  backup_retention_period      = var.backup_retention_days
  preferred_backup_window      = var.backup_window
  preferred_maintenance_window = var.maintenance_window
  apply_immediately            = var.apply_immediately

  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !var.final_snapshot
  final_snapshot_identifier = var.final_snapshot ? "${local.identifier}-final-${substr(terraform_data.final_snapshot.id, 0, 8)}" : null

  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_docdb_cluster_instance" "this" {
  for_each = toset(local.instances)

  identifier                   = each.value
  cluster_identifier           = aws_docdb_cluster.this.id
  instance_class               = var.instance_class
  promotion_tier               = index(local.instances, each.value)
  ca_cert_identifier           = var.ca_cert_identifier
  auto_minor_version_upgrade   = var.auto_minor_version_upgrade
  preferred_maintenance_window = var.maintenance_window
  apply_immediately            = var.apply_immediately
  copy_tags_to_snapshot        = true

  enable_performance_insights     = var.performance_insights
  performance_insights_kms_key_id = var.performance_insights ? var.kms_key_arn : null
}

# AWS made the secret and would rotate its password every seven days, out of sight of whoever copied it.
resource "aws_secretsmanager_secret_rotation" "master" {
  secret_id          = aws_docdb_cluster.this.master_user_secret[0].secret_arn
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = var.rotation_days
  }
}
