# Policies as data: built from inputs alone, so that a plan knows them and tests assert on the JSON.
locals {
  log_groups        = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group"
  log_group_arn     = "${local.log_groups}:${var.log_group}"
  session_group_arn = "${local.log_groups}:${local.session_log_group}"

  # arn:…:secret:name:key:stage:version → arn:…:secret:name
  secret_arns = sort(distinct([for reference in values(var.secrets) : join(":", slice(split(":", reference), 0, 7))]))

  # null when the image comes from a registry that needs no AWS permission.
  ecr = try(regex("^(?P<account>[0-9]{12})\\.dkr\\.ecr\\.(?P<region>[a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/(?P<repository>[^:@]+)", var.image), null)

  tasks_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TasksOfThisAccount"
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnLike      = { "aws:SourceArn" = "arn:${var.partition}:ecs:${var.region}:${var.account_id}:*" }
      }
    }]
  })

  write_logs = [{
    Sid      = "WriteLogs"
    Effect   = "Allow"
    Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    Resource = ["${local.log_group_arn}:*"]
  }]

  read_secrets = length(var.secrets) == 0 ? [] : [{
    Sid      = "ReadSecrets"
    Effect   = "Allow"
    Action   = ["secretsmanager:GetSecretValue"]
    Resource = local.secret_arns
  }]

  decrypt_secrets = length(var.secrets) == 0 || var.kms_key_arn == null ? [] : [{
    Sid       = "DecryptSecrets"
    Effect    = "Allow"
    Action    = ["kms:Decrypt"]
    Resource  = [var.kms_key_arn]
    Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${var.region}.amazonaws.com" } }
  }]

  # GetAuthorizationToken knows no resource; the rest is one repository.
  pull_image = local.ecr == null ? [] : [
    {
      Sid      = "LogInToRegistry"
      Effect   = "Allow"
      Action   = ["ecr:GetAuthorizationToken"]
      Resource = ["*"]
    },
    {
      Sid      = "PullImage"
      Effect   = "Allow"
      Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      Resource = ["arn:${var.partition}:ecr:${local.ecr.region}:${local.ecr.account}:repository/${local.ecr.repository}"]
    },
  ]

  # What AWS documents for ECS Exec; describing log groups and opening channels know no resource.
  open_sessions = [
    {
      Sid    = "OpenSessions"
      Effect = "Allow"
      Action = [
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel", "logs:DescribeLogGroups",
      ]
      Resource = ["*"]
    },
    {
      Sid      = "LogSessions"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = [local.session_group_arn, "${local.session_group_arn}:*"]
    },
    {
      Sid      = "EncryptSessions"
      Effect   = "Allow"
      Action   = ["kms:Decrypt"]
      Resource = [var.kms_key_arn]
    },
  ]

  sessions_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = local.open_sessions
  })

  execution_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.write_logs, local.read_secrets, local.decrypt_secrets, local.pull_image)
  })
}
