# Who keeps the registry of tenants, and who looks whether a tenant can go: operators' jobs on main, without an environment.
locals {
  registry_parameters = ["${local.arn.ssm}:parameter/caliber-registry", "${local.arn.ssm}:parameter/caliber-registry/*"]

  read_registry = {
    Sid      = "ReadReservations"
    Effect   = "Allow"
    Action   = ["ssm:GetParameter", "ssm:GetParametersByPath"]
    Resource = local.registry_parameters
  }

  registry_statements = {
    registry = [
      local.read_registry,
      {
        Sid      = "WriteReservations"
        Effect   = "Allow"
        Action   = ["ssm:DeleteParameter", "ssm:PutParameter"]
        Resource = local.registry_parameters[1]
      },
    ]
    inspect = [
      merge(local.read_registry, { Action = "ssm:GetParametersByPath" }),
      {
        Sid      = "FindTenantsOfSaasShared"
        Effect   = "Allow"
        Action   = "ssm:GetParametersByPath"
        Resource = flatten([for end in ["", "/*"] : "${local.arn.ssm}:parameter/caliber/saasshared/*/tenants${end}"])
      },
      {
        Sid    = "LookAtDatabases"
        Effect = "Allow"
        Action = [
          "rds:DescribeDBClusterSnapshots",
          "rds:DescribeDBClusters",
          "rds:DescribeDBInstances",
          "rds:DescribeDBSnapshots",
        ]
        # Lists them without a name, to find those of restores: AWS judges that on every one.
        Resource = concat([for type in ["cluster", "db"] : "${local.arn.rds}:${type}:*"], local.every_snapshot)
      },
      {
        # Neither knows a resource; the second finds what carries a tag, whatever service it is of.
        Sid    = "LookAtLoadBalancersAndTags"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:DescribeLoadBalancerAttributes",
          "elasticloadbalancing:DescribeLoadBalancers",
          "tag:GetResources",
        ]
        Resource = "*"
      },
      {
        Sid      = "CountObjects"
        Effect   = "Allow"
        Action   = "s3:ListBucketVersions"
        Resource = local.buckets
      },
    ]
  }

  registry_roles = { for role, purpose in {
    registry = "Reserves names and addresses for tenants, and releases them"
    inspect  = "Looks whether a tenant can go, and for what belongs to none"
  } : role => purpose if length(var.operated_environments) > 0 }
}

resource "aws_iam_role" "registry" {
  for_each = local.registry_roles

  name                 = "${var.name_prefix}-${each.key}"
  description          = each.value
  assume_role_policy   = local.trust[each.key]
  max_session_duration = 3600

  lifecycle {
    precondition {
      condition     = length(local.trust[each.key]) <= var.trust_policy_quota
      error_message = "The trust policy of the ${each.key} role ${local.trust_too_long}"
    }
  }

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "registry" {
  for_each = local.registry_roles

  name   = each.key
  role   = aws_iam_role.registry[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.registry_statements[each.key] })
}
