# What seeding one tenant may: write its secrets from its databases' master secrets and what its state says of hosts.
locals {
  # RDS names master secrets itself and tags them with the database that they open.
  of_postgres = { for name, tenant in local.tenants : name => {
    ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = "${local.arn.rds}:db:${tenant.name}-*" }
  } }
  of_documentdb = { for name, tenant in local.tenants : name => {
    ArnLike = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = "${local.arn.rds}:cluster:${tenant.name}-*" }
  } }

  seed_statements = { for name, tenant in local.tenants : name => [
    {
      Sid    = "WriteSecrets"
      Effect = "Allow"
      Action = [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:ListSecretVersionIds",
        "secretsmanager:PutSecretValue",
      ]
      Resource = "${local.arn.secretsmanager}:secret:caliber/${tenant.client}/${tenant.env}/*"
    },
    {
      Sid       = "ReadMasterSecretOfPostgres"
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = local.managed_secrets
      Condition = local.of_postgres[name]
    },
    {
      Sid       = "ReadMasterSecretOfDocumentDb"
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = local.managed_secrets
      Condition = local.of_documentdb[name]
    },
    {
      # The tenant's key by its alias, and through Secrets Manager only.
      Sid      = "UseTenantsKey"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = "${local.arn.kms}:key/*"
      Condition = {
        StringEquals               = { "kms:ViaService" = [for region in local.regions : "secretsmanager.${region}.amazonaws.com"] }
        "ForAnyValue:StringEquals" = { "kms:ResourceAliases" = "alias/caliber/${tenant.client}/${tenant.env}" }
      }
    },
    {
      Sid       = "FindState"
      Effect    = "Allow"
      Action    = "s3:ListBucket"
      Resource  = local.bucket_arn
      Condition = { StringLike = { "s3:prefix" = ["env:/", "caliber/${tenant.client}/${tenant.env}/*"] } }
    },
    {
      Sid      = "ReadState"
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${local.bucket_arn}/caliber/${tenant.client}/${tenant.env}/terraform.tfstate"
    },
    merge(local.use_state_key, { Action = "kms:Decrypt" }),
  ] }
}

resource "aws_iam_role" "seed" {
  for_each = local.tenants

  name                 = "${var.name_prefix}-seed-${each.key}"
  description          = "Writes the secrets of ${each.key}"
  assume_role_policy   = local.trust["seed-${each.key}"]
  max_session_duration = 3600

  lifecycle {
    precondition {
      condition     = length(local.trust["seed-${each.key}"]) <= var.trust_policy_quota
      error_message = "The trust policy of the seed role of ${each.key} ${local.trust_too_long}"
    }
  }

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "seed" {
  for_each = local.tenants

  name   = "seed"
  role   = aws_iam_role.seed[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.seed_statements[each.key] })
}
