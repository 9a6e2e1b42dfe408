# What an apply writes of databases.
locals {
  # Every database has an option group; nobody of ours makes one, so it is the engine's default, which has no tags.
  option_groups = "${local.arn.rds}:og:default:*"
  snapshots     = flatten([for type in ["cluster-snapshot", "snapshot"] : [for name in local.named : "${local.arn.rds}:${type}:${name}"]])

  keep_option_groups = {
    Sid      = "KeepOptionGroups"
    Effect   = "Allow"
    Action   = ["rds:ModifyDBCluster", "rds:ModifyDBInstance"]
    Resource = local.option_groups
  }

  # RDS makes the master secret with the caller's permissions ("Permissions required for Secrets Manager integration", RDS User
  # Guide), under a name that it keeps for itself. Its value is RDS's: neither who applies nor who restores may read it.
  let_rds_keep_master_passwords = {
    Sid      = "LetRdsKeepMasterPasswords"
    Effect   = "Allow"
    Action   = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"]
    Resource = local.managed_secrets
  }

  write_databases = concat(
    [
      {
        Sid    = "CreateDatabases"
        Effect = "Allow"
        Action = [
          "rds:AddTagsToResource",
          "rds:CreateDBCluster",
          "rds:CreateDBClusterParameterGroup",
          "rds:CreateDBInstance",
          "rds:CreateDBParameterGroup",
          "rds:CreateDBSubnetGroup",
        ]
        Resource  = concat(local.databases, [local.option_groups])
        Condition = local.creating
      },
      {
        Sid    = "ChangeDatabases"
        Effect = "Allow"
        Action = [
          "rds:AddTagsToResource",
          "rds:CreateDBClusterSnapshot",
          "rds:CreateDBSnapshot",
          "rds:DeleteDBCluster",
          "rds:DeleteDBClusterParameterGroup",
          "rds:DeleteDBInstance",
          "rds:DeleteDBParameterGroup",
          "rds:DeleteDBSubnetGroup",
          "rds:ModifyDBCluster",
          "rds:ModifyDBClusterParameterGroup",
          "rds:ModifyDBInstance",
          "rds:ModifyDBParameterGroup",
          "rds:ModifyDBSubnetGroup",
          "rds:ResetDBClusterParameterGroup",
          "rds:ResetDBParameterGroup",
        ]
        Resource  = local.databases
        Condition = local.changing
      },
      {
        # What a restore has left on a database goes when the stack adopts it; then it is out of the restore role's reach.
        Sid      = "AdoptWhatIsRestored"
        Effect   = "Allow"
        Action   = "rds:RemoveTagsFromResource"
        Resource = local.databases_themselves
        Condition = merge(local.on_caliber, {
          "ForAllValues:StringEquals" = { "aws:TagKeys" = "RestoredFrom" }
          Null                        = { "aws:TagKeys" = "false" }
        })
      },
      local.keep_option_groups,
      {
        # RDS copies the database's tags onto them; the call that deletes the database has none.
        Sid       = "KeepFinalSnapshots"
        Effect    = "Allow"
        Action    = ["rds:AddTagsToResource", "rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot", "rds:DeleteDBCluster"]
        Resource  = local.snapshots
        Condition = { StringEqualsIfExists = local.on_caliber.StringEquals }
      },
      local.let_rds_keep_master_passwords,
    ],
    # RDS tags its secrets with what they open; when they rotate is the stack's, for its own databases.
    [for tag, database in { primaryDBClusterArn = "cluster", primaryDBInstanceArn = "db" } : {
      Sid                                       = "ScheduleMasterPasswordsOf${title(database)}"
      Effect                                    = "Allow"
      Action                                    = ["secretsmanager:CancelRotateSecret", "secretsmanager:RotateSecret"]
      Resource                                  = local.managed_secrets
      Condition                                 = { ArnLike = { "aws:ResourceTag/aws:rds:${tag}" = [for name in local.named : "${local.arn.rds}:${database}:${name}"] } }
    }],
  )
}
