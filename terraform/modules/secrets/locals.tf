locals {
  path = "caliber/${var.client}/${var.env}"

  account_root = "arn:${var.partition}:iam::${var.account_id}:root"

  # The account's IAM policies decide who uses the key. Without this statement nobody could change the key again.
  administration = {
    Sid       = "IamPoliciesDecide"
    Effect    = "Allow"
    Principal = { AWS = local.account_root }
    Action    = "kms:*"
    Resource  = "*"
  }

  # A service principal has no IAM policy, so services are admitted here, for what is the tenant's only.
  logs = length(var.log_group_prefixes) == 0 ? [] : [{
    Sid       = "LogGroupsOfThisTenant"
    Effect    = "Allow"
    Principal = { Service = "logs.${var.region}.amazonaws.com" }
    Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    Resource  = "*"
    Condition = {
      ArnLike = {
        "kms:EncryptionContext:aws:logs:arn" = [
          for prefix in var.log_group_prefixes : "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:${prefix}*"
        ]
      }
    }
  }]

  alarms = var.alarm_prefix == null ? [] : [{
    Sid       = "AlarmsOfThisTenant"
    Effect    = "Allow"
    Principal = { Service = "cloudwatch.amazonaws.com" }
    Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
    Resource  = "*"
    Condition = {
      StringEquals = { "aws:SourceAccount" = var.account_id }
      ArnLike = {
        "aws:SourceArn" = "arn:${var.partition}:cloudwatch:${var.region}:${var.account_id}:alarm:${var.alarm_prefix}*"
      }
    }
  }]

  key_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.administration], local.logs, local.alarms)
  })

  reader_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyTheReaders"
      Effect    = "Deny"
      Principal = "*"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { ArnNotEquals = { "aws:PrincipalArn" = var.reader_role_arns } }
    }]
  })
}
