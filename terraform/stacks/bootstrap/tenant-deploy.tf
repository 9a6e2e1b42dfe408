# What a deployment of one tenant may: its image repository, family, service, bucket, distribution and image parameter.
locals {
  deploy_statements = { for name, tenant in local.tenants : name => [
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
        "ecr:DescribeImages",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ]
      Resource = "${local.arn.ecr}:repository/${var.image_repository}"
    },
    {
      Sid      = "RegisterRevisions"
      Effect   = "Allow"
      Action   = ["ecs:RegisterTaskDefinition", "ecs:TagResource"]
      Resource = "${local.arn.ecs}:task-definition/${tenant.name}-api:*"
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
      Resource = [for type in ["service", "service-deployment", "service-revision"] :
        "${local.arn.ecs}:${type}/${tenant.name}/${tenant.name}-api${type == "service" ? "" : "/*"}"
      ]
    },
    {
      Sid       = "RunOneOffTasks"
      Effect    = "Allow"
      Action    = "ecs:RunTask"
      Resource  = "${local.arn.ecs}:task-definition/${tenant.name}-api:*"
      Condition = { ArnEquals = { "ecs:cluster" = "${local.arn.ecs}:cluster/${tenant.name}" } }
    },
    {
      Sid      = "WatchTasks"
      Effect   = "Allow"
      Action   = ["ecs:DescribeTasks", "ecs:StopTask", "ecs:TagResource"]
      Resource = "${local.arn.ecs}:task/${tenant.name}/*"
    },
    {
      Sid       = "FindTasks"
      Effect    = "Allow"
      Action    = "ecs:ListTasks"
      Resource  = "*"
      Condition = { ArnEquals = { "ecs:cluster" = "${local.arn.ecs}:cluster/${tenant.name}" } }
    },
    {
      Sid       = "PassTheTwoRoles"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = [for role in ["execution", "task"] : "${local.iam}:role/caliber/${tenant.name}-api-${role}"]
      Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
    },
    {
      # Before it deploys it looks whether what tasks need is there: roles, and secrets that have a value.
      Sid      = "LookAtTheTwoRoles"
      Effect   = "Allow"
      Action   = "iam:GetRole"
      Resource = [for role in ["execution", "task"] : "${local.iam}:role/caliber/${tenant.name}-api-${role}"]
    },
    {
      Sid      = "LookAtSecrets"
      Effect   = "Allow"
      Action   = "secretsmanager:DescribeSecret"
      Resource = "${local.arn.secretsmanager}:secret:caliber/${tenant.client}/${tenant.env}/*"
    },
    {
      Sid       = "LookAtMasterSecretOfPostgres"
      Effect    = "Allow"
      Action    = "secretsmanager:DescribeSecret"
      Resource  = local.managed_secrets
      Condition = local.of_postgres[name]
    },
    {
      Sid      = "ReadLogs"
      Effect   = "Allow"
      Action   = "logs:GetLogEvents"
      Resource = ["${local.arn.logs}:log-group:/caliber/${tenant.client}/${tenant.env}/api", "${local.arn.logs}:log-group:/caliber/${tenant.client}/${tenant.env}/api:*"]
    },
    {
      Sid      = "WriteImage"
      Effect   = "Allow"
      Action   = ["ssm:GetParameter", "ssm:PutParameter"]
      Resource = "${local.arn.ssm}:parameter/caliber/${tenant.client}/${tenant.env}/api-image"
    },
    {
      Sid      = "ListFrontend"
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = "arn:${local.partition}:s3:::${tenant.name}-frontend-${var.account_id}"
    },
    {
      Sid      = "SyncFrontend"
      Effect   = "Allow"
      Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      Resource = "arn:${local.partition}:s3:::${tenant.name}-frontend-${var.account_id}/*"
    },
    merge(
      {
        Sid      = "InvalidateFrontend"
        Effect   = "Allow"
        Action   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
        Resource = "${local.cloudfront}:distribution/${coalesce(tenant.distribution_id, "*")}"
      },
      # Until its id is known, the tags that the stack gave it say whose it is.
      tenant.distribution_id != null ? {} : { Condition = { StringEquals = {
        "aws:ResourceTag/Project" = "Caliber", "aws:ResourceTag/Client" = tenant.tag, "aws:ResourceTag/Env" = tenant.env
      } } },
    ),
  ] }
}

resource "aws_iam_role" "deploy" {
  for_each = local.tenants

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
  for_each = local.tenants

  name   = "deploy"
  role   = aws_iam_role.deploy[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.deploy_statements[each.key] })
}
