# What an apply writes of databases, keys, logs, secrets, parameters, alarms and topics.
locals {
  write_databases = [
    {
      Sid    = "CreateDatabases"
      Effect = "Allow"
      Action = [
        "rds:CreateDBCluster",
        "rds:CreateDBClusterParameterGroup",
        "rds:CreateDBInstance",
        "rds:CreateDBParameterGroup",
        "rds:CreateDBSubnetGroup",
      ]
      # Every database has an option group; nobody of ours makes one, so it is the engine's default.
      Resource  = concat(local.databases, ["${local.arn.rds}:og:default:*"])
      Condition = local.on_created
    },
    {
      Sid    = "ChangeDatabases"
      Effect = "Allow"
      Action = [
        "rds:AddTagsToResource",
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
      Resource = concat(local.databases, ["${local.arn.rds}:og:default:*"])
    },
    {
      Sid      = "KeepFinalSnapshots"
      Effect   = "Allow"
      Action   = ["rds:AddTagsToResource", "rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot", "rds:DeleteDBCluster"]
      Resource = concat(local.databases, [for type in ["cluster-snapshot", "snapshot"] : "${local.arn.rds}:${type}:${local.named}"])
    },
    {
      # RDS makes the master secret with the caller's permissions ("Permissions required for Secrets Manager integration",
      # RDS User Guide). Its value is RDS's: no role here may read it.
      Sid      = "LetRdsKeepMasterPasswords"
      Effect   = "Allow"
      Action   = ["secretsmanager:CancelRotateSecret", "secretsmanager:CreateSecret", "secretsmanager:RotateSecret", "secretsmanager:TagResource"]
      Resource = local.managed_secrets
    },
  ]

  write_data = [
    {
      Sid       = "CreateKeys"
      Effect    = "Allow"
      Action    = "kms:CreateKey"
      Resource  = "*"
      Condition = local.on_created
    },
    {
      Sid       = "TagKeys"
      Effect    = "Allow"
      Action    = "kms:TagResource"
      Resource  = "${local.arn.kms}:key/*"
      Condition = { StringEquals = local.on_created.StringEquals, StringEqualsIfExists = local.on_caliber.StringEquals }
    },
    {
      Sid    = "ChangeKeys"
      Effect = "Allow"
      Action = [
        "kms:CreateAlias",
        "kms:DeleteAlias",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
      ]
      Resource  = "${local.arn.kms}:key/*"
      Condition = local.on_caliber
    },
    {
      # A tenant's alias has a client and an environment, which the alias of the state's key has not.
      Sid      = "NameKeys"
      Effect   = "Allow"
      Action   = ["kms:CreateAlias", "kms:DeleteAlias"]
      Resource = "${local.arn.kms}:alias/caliber/*/*"
    },
    {
      # DocumentDB's master secret is under AWS's own key, whose id only AWS knows.
      Sid       = "LetRdsLookAtKeys"
      Effect    = "Allow"
      Action    = "kms:DescribeKey"
      Resource  = "${local.arn.kms}:key/*"
      Condition = { StringEquals = { "kms:ViaService" = [for region in local.regions : "rds.${region}.amazonaws.com"] } }
    },
    {
      # Only on behalf of these services: by itself the role decrypts nothing with a tenant's key.
      Sid      = "LetServicesUseKeys"
      Effect   = "Allow"
      Action   = ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey"]
      Resource = "${local.arn.kms}:key/*"
      Condition = {
        StringEquals = merge(local.on_caliber.StringEquals, {
          "kms:ViaService" = flatten([for service in ["rds", "secretsmanager"] : [for region in local.regions : "${service}.${region}.amazonaws.com"]])
        })
      }
    },
    {
      Sid    = "WriteLogGroups"
      Effect = "Allow"
      Action = [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
      ]
      Resource = local.log_groups
    },
    {
      # For containers: no GetSecretValue, no PutSecretValue, no BatchGetSecretValue. IAM cannot tell that CreateSecret and
      # UpdateSecret come without a value.
      Sid    = "WriteSecrets"
      Effect = "Allow"
      Action = [
        "secretsmanager:CreateSecret",
        "secretsmanager:DeleteSecret",
        "secretsmanager:TagResource",
        "secretsmanager:UpdateSecret",
      ]
      Resource = local.secrets
    },
    {
      Sid      = "WriteImageParameter"
      Effect   = "Allow"
      Action   = ["ssm:AddTagsToResource", "ssm:DeleteParameter", "ssm:PutParameter"]
      Resource = local.image_parameters
    },
    {
      Sid      = "WriteAlarms"
      Effect   = "Allow"
      Action   = ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm", "cloudwatch:TagResource"]
      Resource = "${local.arn.cloudwatch}:alarm:${local.named}"
    },
    {
      Sid    = "WriteTopics"
      Effect = "Allow"
      Action = [
        "sns:CreateTopic",
        "sns:DeleteTopic",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
        "sns:TagResource",
        "sns:Unsubscribe",
      ]
      Resource = "${local.arn.sns}:${local.named}"
    },
  ]
}
