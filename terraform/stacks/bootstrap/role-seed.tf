# What seeding may: write the secrets of a tenant, or of an environment's tenants, from their databases' master secrets and what
# their states say of hosts.
locals {
  # RDS names master secrets itself and tags them with the database that they open.
  of_postgres = { for key, reach in local.reaches : key => {
    ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = [for name in reach.services : "${local.arn.rds}:db:${name}-*"] }
  } }
  of_documentdb = { for key, reach in local.reaches : key => {
    ArnLike = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = [for name in reach.services : "${local.arn.rds}:cluster:${name}-*"] }
  } }

  # A tenant that is served by SaaSShared reads its master secrets, but only who owns databases rotates them: its own tasks are
  # replaced afterwards. The schedule stays the stack's.
  rotations = { for key, reach in local.reaches : key => [
    for tag, database in { primaryDBClusterArn = "cluster", primaryDBInstanceArn = "db" } : {
      Sid                                      = "RotateMasterSecretOf${title(database)}"
      Effect                                   = "Allow"
      Action                                   = ["secretsmanager:DescribeSecret", "secretsmanager:RotateSecret"]
      Resource                                 = local.managed_secrets
      Condition = {
        ArnLike      = { "aws:ResourceTag/aws:rds:${tag}" = [for name in reach.names : "${local.arn.rds}:${database}:${name}-*"] }
        BoolIfExists = { "secretsmanager:ModifyRotationRules" = "false" }
      }
    }
  ] }

  seed_statements = { for key, reach in local.reaches : key => concat(local.rotations[key], [
    {
      Sid    = "WriteSecrets"
      Effect = "Allow"
      Action = [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:ListSecretVersionIds",
        "secretsmanager:PutSecretValue",
      ]
      Resource = [for path in reach.paths : "${local.arn.secretsmanager}:secret:caliber/${path}/*"]
    },
    {
      Sid       = "ReadMasterSecretOfPostgres"
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = local.managed_secrets
      Condition = local.of_postgres[key]
    },
    {
      Sid       = "ReadMasterSecretOfDocumentDb"
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = local.managed_secrets
      Condition = local.of_documentdb[key]
    },
    {
      # The tenant's key by its alias, and the one of who serves it; through Secrets Manager only.
      Sid      = "UseTenantsKey"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = "${local.arn.kms}:key/*"
      Condition = {
        StringEquals             = { "kms:ViaService" = [for region in local.regions : "secretsmanager.${region}.amazonaws.com"] }
        "ForAnyValue:StringLike" = { "kms:ResourceAliases" = [for path in distinct(concat(reach.paths, reach.service_paths)) : "alias/caliber/${path}"] }
      }
    },
    {
      Sid       = "FindState"
      Effect    = "Allow"
      Action    = "s3:ListBucket"
      Resource  = local.bucket_arn
      Condition = { StringLike = { "s3:prefix" = concat(["env:/"], [for path in reach.paths : "caliber/${path}/*"]) } }
    },
    {
      Sid      = "ReadState"
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = [for path in reach.paths : "${local.bucket_arn}/caliber/${path}/terraform.tfstate"]
    },
    merge(local.use_state_key, { Action = "kms:Decrypt" }),
  ]) }
}

resource "aws_iam_role" "seed" {
  for_each = local.reaches

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
  for_each = local.reaches

  name   = "seed"
  role   = aws_iam_role.seed[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.seed_statements[each.key] })
}
