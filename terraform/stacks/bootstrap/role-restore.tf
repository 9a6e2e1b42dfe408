# What bringing back a database of an environment may: make one of a snapshot or of a moment beside the lost one, and take
# snapshots before a tenant goes. What it has made itself gets a password that RDS keeps; nothing else is changed, and nothing
# deleted.
locals {
  restore_statements = { for env in var.operated_environments : env => [
    {
      # Whoever asks for a database's snapshots asks for all that it may see of them.
      Sid    = "LookAtDatabases"
      Effect = "Allow"
      Action = [
        "rds:DescribeDBClusterSnapshots",
        "rds:DescribeDBClusters",
        "rds:DescribeDBInstanceAutomatedBackups",
        "rds:DescribeDBInstances",
        "rds:DescribeDBSnapshots",
      ]
      Resource = concat(local.databases_of[env], local.every_snapshot, ["${local.arn.rds}:auto-backup:*"])
    },
    {
      # Knows no resource: why a restore takes long, or has ended.
      Sid      = "ReadEvents"
      Effect   = "Allow"
      Action   = "rds:DescribeEvents"
      Resource = "*"
    },
    {
      # What is made asks for the tag; the lost one, its snapshots and its groups have it. RDS's own snapshots are called
      # rds:<database>-…
      Sid       = "RestoreAndTakeSnapshots"
      Effect    = "Allow"
      Action    = concat(local.restores, ["rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot"])
      Resource  = concat(local.databases_of[env], local.snapshots_of[env])
      Condition = local.creating
    },
    {
      # What is there already keeps its tags, so that it never passes for restored.
      Sid       = "TagWhatIsMade"
      Effect    = "Allow"
      Action    = "rds:AddTagsToResource"
      Resource  = concat(local.databases_of[env], local.snapshots_of[env])
      Condition = merge(local.on_created, { Null = { "aws:ResourceTag/Project" = "true" } })
    },
    {
      # Groups are the tenant's, or the engine's own, which have no tags.
      Sid       = "RestoreIntoGroups"
      Effect    = "Allow"
      Action    = local.restores
      Resource  = concat(local.groups_of[env], [local.option_groups])
      Condition = local.creating
    },
    {
      # AWS keeps no password of what is restored until it is told to.
      Sid       = "ChangeWhatIsRestored"
      Effect    = "Allow"
      Action    = ["rds:ModifyDBCluster", "rds:ModifyDBInstance"]
      Resource  = local.databases_of[env]
      Condition = merge(local.on_caliber, { Null = { "aws:ResourceTag/RestoredFrom" = "false" } })
    },
    local.keep_option_groups,
    local.let_rds_keep_master_passwords,
    {
      # DocumentDB's master secret is under AWS's own key.
      Sid       = "LetRdsLookAtKeys"
      Effect    = "Allow"
      Action    = "kms:DescribeKey"
      Resource  = "${local.arn.kms}:key/*"
      Condition = merge(local.via_rds, { "ForAnyValue:StringLike" = { "kms:ResourceAliases" = concat(local.aliases_of[env], ["alias/aws/secretsmanager"]) } })
    },
    {
      # RDS reads the snapshot and writes the new volume with the tenant's key.
      Sid      = "LetRdsUseTenantsKeys"
      Effect   = "Allow"
      Action   = "kms:CreateGrant"
      Resource = "${local.arn.kms}:key/*"
      Condition = merge(local.via_rds, {
        Bool                     = { "kms:GrantIsForAWSResource" = "true" }
        "ForAnyValue:StringLike" = { "kms:ResourceAliases" = local.aliases_of[env] }
      })
    },
    {
      # Postgres' master secret is under the tenant's key.
      Sid       = "LetRdsEncryptMasterPasswords"
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource  = "${local.arn.kms}:key/*"
      Condition = merge(local.via_rds_or_secrets, { "ForAnyValue:StringLike" = { "kms:ResourceAliases" = local.aliases_of[env] } })
    },
  ] }

  restores = [
    "rds:RestoreDBClusterFromSnapshot",
    "rds:RestoreDBClusterToPointInTime",
    "rds:RestoreDBInstanceFromDBSnapshot",
    "rds:RestoreDBInstanceToPointInTime",
  ]

  via_rds            = { StringEquals = { "kms:ViaService" = [for region in local.regions : "rds.${region}.amazonaws.com"] } }
  via_rds_or_secrets = { StringEquals = { "kms:ViaService" = flatten([for service in ["rds", "secretsmanager"] : [for region in local.regions : "${service}.${region}.amazonaws.com"]]) } }

  aliases_of     = { for env, reach in local.operated : env => [for path in reach.paths : "alias/caliber/${path}"] }
  every_snapshot = [for type in ["cluster-snapshot", "snapshot"] : "${local.arn.rds}:${type}:*"]
  databases_of   = { for env, names in local.every : env => flatten([for name in names : [for type in ["cluster", "db"] : "${local.arn.rds}:${type}:${name}-*"]]) }
  snapshots_of   = { for env, names in local.every : env => flatten([for name in names : [for type in ["cluster-snapshot", "snapshot"] : "${local.arn.rds}:${type}:${name}-*"]]) }
  groups_of      = { for env, names in local.every : env => flatten([for name in names : [for type in ["cluster-pg", "pg", "subgrp"] : "${local.arn.rds}:${type}:${name}-*"]]) }
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
