# The most that any role made by a stack can do: what tasks, flow logs and database monitoring need, and what
# workload_actions adds. The apply role can make roles, so without this it could make one that may more than itself.
locals {
  workload_boundary_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid    = "WriteLogs"
          Effect = "Allow"
          Action = [
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:DescribeLogStreams",
            "logs:GetLogEvents",
            "logs:PutLogEvents",
            "logs:PutRetentionPolicy",
          ]
          # RDS's monitoring writes the last one, which all databases of an account share.
          Resource = [for group in ["/caliber/*", "RDSOSMetrics", "RDSOSMetrics:*"] : "${local.arn.logs}:log-group:${group}"]
        },
        {
          Sid      = "ReadSecrets"
          Effect   = "Allow"
          Action   = "secretsmanager:GetSecretValue"
          Resource = local.secrets
        },
        {
          # RDS tags its secrets with what they open: those of other databases of the account stay shut.
          Sid       = "ReadMasterSecretsOfPostgres"
          Effect    = "Allow"
          Action    = "secretsmanager:GetSecretValue"
          Resource  = local.managed_secrets
          Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = [for name in local.named : "${local.arn.rds}:db:${name}"] } }
        },
        {
          Sid       = "ReadMasterSecretsOfDocumentDb"
          Effect    = "Allow"
          Action    = "secretsmanager:GetSecretValue"
          Resource  = local.managed_secrets
          Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = [for name in local.named : "${local.arn.rds}:cluster:${name}"] } }
        },
        {
          Sid       = "DecryptWithKeysOfStacks"
          Effect    = "Allow"
          Action    = "kms:Decrypt"
          Resource  = "${local.arn.kms}:key/*"
          Condition = local.on_caliber
        },
        {
          Sid    = "PullImagesAndOpenSessions"
          Effect = "Allow"
          Action = [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:GetAuthorizationToken",
            "ecr:GetDownloadUrlForLayer",
            "logs:DescribeLogGroups",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ]
          Resource = "*"
        },
      ],
      [for actions in [sort(tolist(var.workload_actions))] : {
        Sid      = "WhatTheAccountAdds"
        Effect   = "Allow"
        Action   = actions
        Resource = "*"
      } if length(actions) > 0],
      [
        { Sid = "NotTheStates", Effect = "Deny", Action = "s3:*", Resource = local.bucket_and_objects },
        { Sid = "NotTheStatesKey", Effect = "Deny", Action = "kms:*", Resource = aws_kms_key.state.arn },
      ],
    )
  })
}

resource "aws_iam_policy" "workload_boundary" {
  name        = "${var.name_prefix}-workload-boundary"
  description = "The most that a role made by a stack can do"
  policy      = local.workload_boundary_policy

  lifecycle {
    precondition {
      condition     = length(local.workload_boundary_policy) <= local.policy_quota
      error_message = "The workload boundary ${local.policy_too_long}"
    }
  }
}
