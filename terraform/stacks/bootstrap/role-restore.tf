# What bringing back a database of an environment may: make one of a snapshot or of a moment beside the lost one, and take
# snapshots before a tenant goes. It changes and deletes nothing that is there.
locals {
  restore_statements = { for env in var.operated_environments : env => [
    {
      # Instances are asked for by their cluster as well, which names none of them.
      Sid    = "LookAtDatabases"
      Effect = "Allow"
      Action = [
        "rds:DescribeDBClusterSnapshots",
        "rds:DescribeDBClusters",
        "rds:DescribeDBInstances",
        "rds:DescribeDBSnapshots",
        "rds:ListTagsForResource",
      ]
      Resource = concat(local.databases_of[env], local.snapshots_of[env])
    },
    {
      # The new one gets the tag; the lost one, its snapshots and groups have it.
      Sid    = "Restore"
      Effect = "Allow"
      Action = [
        "rds:AddTagsToResource",
        "rds:RestoreDBClusterFromSnapshot",
        "rds:RestoreDBClusterToPointInTime",
        "rds:RestoreDBInstanceFromDBSnapshot",
        "rds:RestoreDBInstanceToPointInTime",
      ]
      Resource  = concat(local.databases_of[env], local.snapshots_of[env], local.groups_of[env], [local.option_groups])
      Condition = local.creating
    },
    {
      Sid       = "TakeSnapshots"
      Effect    = "Allow"
      Action    = ["rds:AddTagsToResource", "rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot"]
      Resource  = concat(local.databases_of[env], local.snapshots_of[env])
      Condition = local.creating
    },
    {
      # RDS asks for the tenant's key in the caller's name, to read the snapshot and to write the new volume.
      Sid      = "LetRdsUseTenantsKeys"
      Effect   = "Allow"
      Action   = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]
      Resource = "${local.arn.kms}:key/*"
      Condition = {
        StringEquals             = { "kms:ViaService" = [for region in local.regions : "rds.${region}.amazonaws.com"] }
        "ForAnyValue:StringLike" = { "kms:ResourceAliases" = [for path in local.operated[env].paths : "alias/caliber/${path}"] }
      }
    },
  ] }

  databases_of = { for env, names in local.every : env => flatten([
    for name in names : [for type in ["cluster", "db"] : "${local.arn.rds}:${type}:${name}-*"]
  ]) }
  groups_of = { for env, names in local.every : env => flatten([
    for name in names : [for type in ["cluster-pg", "pg", "subgrp"] : "${local.arn.rds}:${type}:${name}-*"]
  ]) }
  # Those that RDS takes itself begin with `rds:` and the database's name.
  snapshots_of = { for env, names in local.every : env => flatten([
    for name in names : [for type in ["cluster-snapshot", "snapshot"] : "${local.arn.rds}:${type}:${name}-*"]
  ]) }
}

resource "aws_iam_role" "restore" {
  for_each = local.operated

  name                 = "${var.name_prefix}-restore-${each.key}"
  description          = "Restores databases of ${each.key} beside the lost ones, and takes snapshots"
  assume_role_policy   = local.trust["restore-${each.key}"]
  max_session_duration = 7200

  lifecycle {
    precondition {
      condition     = length(local.trust["restore-${each.key}"]) <= var.trust_policy_quota
      error_message = "The trust policy of the restore role of ${each.key} ${local.trust_too_long}"
    }
  }

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "restore" {
  for_each = local.operated

  name   = "restore"
  role   = aws_iam_role.restore[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.restore_statements[each.key] })
}
