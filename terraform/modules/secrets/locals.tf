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

  # A service principal has no IAM policy, so CloudWatch Logs is admitted here, for the tenant's own log groups only.
  logs = var.log_group_prefix == null ? [] : [{
    Sid       = "LogGroupsOfThisTenant"
    Effect    = "Allow"
    Principal = { Service = "logs.${var.region}.amazonaws.com" }
    Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    Resource  = "*"
    Condition = {
      ArnLike = {
        "kms:EncryptionContext:aws:logs:arn" = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:${var.log_group_prefix}*"
      }
    }
  }]

  key_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.administration], local.logs)
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
