# What an apply writes of keys, logs, secrets, parameters, alarms and topics.
locals {
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
      Condition = local.creating
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
      Condition = local.via_rds
    },
    {
      # Only on behalf of these services: by itself the role decrypts nothing with a tenant's key.
      Sid      = "LetServicesUseKeys"
      Effect   = "Allow"
      Action   = ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey"]
      Resource = "${local.arn.kms}:key/*"
      Condition = {
        StringEquals = merge(local.on_caliber.StringEquals, local.via_rds_or_secrets.StringEquals)
      }
    },
    {
      # AWS asks for it beside CreateLogGroup, when there is no group yet that could have a tag.
      Sid       = "EncryptLogGroups"
      Effect    = "Allow"
      Action    = "logs:AssociateKmsKey"
      Resource  = local.log_groups
      Condition = { StringEqualsIfExists = local.on_caliber.StringEquals }
    },
    {
      # Secrets are containers here: no GetSecretValue, no PutSecretValue, no UpdateSecret. IAM cannot tell that
      # CreateSecret comes without a value.
      Sid    = "CreateWhatHasAName"
      Effect = "Allow"
      Action = concat(local.tagging, [
        "cloudwatch:PutMetricAlarm",
        "logs:CreateLogGroup",
        "secretsmanager:CreateSecret",
        "sns:CreateTopic",
        "ssm:PutParameter",
      ])
      Resource  = local.what_has_a_name
      Condition = local.creating
    },
    {
      Sid    = "ChangeWhatHasAName"
      Effect = "Allow"
      Action = concat(local.tagging, [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:PutMetricAlarm",
        "logs:DeleteLogGroup",
        "logs:PutRetentionPolicy",
        "secretsmanager:DeleteSecret",
        "sns:DeleteTopic",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
        "sns:Unsubscribe",
        "ssm:DeleteParameter",
        "ssm:PutParameter",
      ])
      Resource  = local.what_has_a_name
      Condition = local.changing
    },
  ]

  tagging = [
    "cloudwatch:TagResource",
    "logs:TagResource",
    "secretsmanager:TagResource",
    "sns:TagResource",
    "ssm:AddTagsToResource",
  ]

  what_has_a_name = concat(local.log_groups, [local.secrets], local.parameters, local.alarms, local.topics)
}
