# What a deployment may: family, service, bucket, distribution and image parameter of a tenant, or of an environment's tenants.
locals {
  # Whoever builds deploys to a tenant of theirs; operators roll out what was built.
  push_statements = [
    {
      # Knows no resource; it only says who asks.
      Sid      = "LogInToRegistry"
      Effect   = "Allow"
      Action   = "ecr:GetAuthorizationToken"
      Resource = "*"
    },
    {
      Sid    = "PushImages"
      Effect = "Allow"
      Action = [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ]
      Resource = "${local.arn.ecr}:repository/${var.image_repository}"
    },
  ]

  deploy_statements = { for key, reach in local.reaches : key => concat([for one in local.push_statements : one if contains(keys(local.tenants), key)], [
    {
      Sid      = "LookUpImages"
      Effect   = "Allow"
      Action   = "ecr:DescribeImages"
      Resource = "${local.arn.ecr}:repository/${var.image_repository}"
    },
    {
      Sid      = "RegisterRevisions"
      Effect   = "Allow"
      Action   = ["ecs:RegisterTaskDefinition", "ecs:TagResource"]
      Resource = local.families[key]
    },
    {
      # ECS judges none of these by the family; a revision that is deregistered still runs where it runs.
      Sid      = "ReadAndRetireRevisions"
      Effect   = "Allow"
      Action   = ["ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition"]
      Resource = "*"
    },
    {
      Sid    = "RollOut"
      Effect = "Allow"
      Action = [
        "ecs:DescribeServiceDeployments",
        "ecs:DescribeServiceRevisions",
        "ecs:DescribeServices",
        "ecs:ListServiceDeployments",
        "ecs:StopServiceDeployment",
        "ecs:UpdateService",
      ]
      Resource = flatten([for name in reach.services : [for type in ["service", "service-deployment", "service-revision"] :
        "${local.arn.ecs}:${type}/${name}/${name}-api${type == "service" ? "" : "/*"}"
      ]])
    },
    {
      Sid       = "RunOneOffTasks"
      Effect    = "Allow"
      Action    = "ecs:RunTask"
      Resource  = local.families[key]
      Condition = local.on_clusters[key]
    },
    {
      Sid      = "WatchTasks"
      Effect   = "Allow"
      Action   = ["ecs:DescribeTasks", "ecs:StopTask", "ecs:TagResource"]
      Resource = [for name in reach.services : "${local.arn.ecs}:task/${name}/*"]
    },
    {
      Sid       = "FindTasks"
      Effect    = "Allow"
      Action    = "ecs:ListTasks"
      Resource  = "*"
      Condition = local.on_clusters[key]
    },
    {
      Sid       = "PassTheTwoRoles"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = local.task_roles[key]
      Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
    },
    {
      # Before it deploys it looks whether what tasks need is there: roles, and secrets that have a value.
      Sid      = "LookAtTheTwoRoles"
      Effect   = "Allow"
      Action   = "iam:GetRole"
      Resource = local.task_roles[key]
    },
    {
      Sid      = "LookAtSecrets"
      Effect   = "Allow"
      Action   = "secretsmanager:DescribeSecret"
      Resource = [for path in reach.service_paths : "${local.arn.secretsmanager}:secret:caliber/${path}/*"]
    },
    {
      Sid       = "LookAtMasterSecretOfPostgres"
      Effect    = "Allow"
      Action    = "secretsmanager:DescribeSecret"
      Resource  = local.managed_secrets
      Condition = local.of_postgres[key]
    },
    {
      Sid      = "ReadLogs"
      Effect   = "Allow"
      Action   = "logs:GetLogEvents"
      Resource = flatten([for path in reach.service_paths : [for end in ["", ":*"] : "${local.arn.logs}:log-group:/caliber/${path}/api${end}"]])
    },
    {
      Sid      = "WriteImage"
      Effect   = "Allow"
      Action   = ["ssm:GetParameter", "ssm:PutParameter"]
      Resource = [for path in reach.service_paths : "${local.arn.ssm}:parameter/caliber/${path}/api-image"]
    },
    {
      Sid      = "ListFrontend"
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = local.frontends[key]
    },
    {
      Sid      = "SyncFrontend"
      Effect   = "Allow"
      Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      Resource = [for arn in local.frontends[key] : "${arn}/*"]
    },
    merge(
      {
        Sid      = "InvalidateFrontend"
        Effect   = "Allow"
        Action   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
        Resource = "${local.cloudfront}:distribution/${coalesce(reach.distribution_id, "*")}"
      },
      # Until its id is known, the tags that the stack gave it say whose it is.
      reach.distribution_id != null ? {} : { Condition = { StringEquals = merge(local.on_caliber.StringEquals, {
        for tag, value in reach.tags : "aws:ResourceTag/${tag}" => value
      }) } },
    ),
  ]) }

  families    = { for key, reach in local.reaches : key => [for name in reach.services : "${local.arn.ecs}:task-definition/${name}-api:*"] }
  on_clusters = { for key, reach in local.reaches : key => { ArnLike = { "ecs:cluster" = [for name in reach.services : "${local.arn.ecs}:cluster/${name}"] } } }
  frontends   = { for key, reach in local.reaches : key => [for name in reach.names : "arn:${local.partition}:s3:::${name}-frontend-${var.account_id}"] }
  task_roles = { for key, reach in local.reaches : key => flatten([
    for name in reach.services : [for role in ["execution", "task"] : "${local.iam}:role/caliber/${name}-api-${role}"]
  ]) }
}

resource "aws_iam_role" "deploy" {
  for_each = local.reaches

  name                 = "${var.name_prefix}-deploy-${each.key}"
  description          = "Deploys ${each.key}: its image, service and frontend"
  assume_role_policy   = local.trust["deploy-${each.key}"]
  max_session_duration = 3600

  lifecycle {
    precondition {
      condition     = length(local.trust["deploy-${each.key}"]) <= var.trust_policy_quota
      error_message = "The trust policy of the deploy role of ${each.key} ${local.trust_too_long}"
    }
  }

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "deploy" {
  for_each = local.reaches

  name   = "deploy"
  role   = aws_iam_role.deploy[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.deploy_statements[each.key] })
}
