# The most that the plan role can do, whatever is attached to it: every pull request gets that role, and its workflow file is
# the pull request's own. It reads how things are set up, holds the locks of states, and sees no value of a secret.
locals {
  # What describes, gets and lists is allowed of these services; what is theirs otherwise, and other services, is not.
  plan_services = sort(distinct(concat([
    "acm", "cloudfront", "cloudwatch", "ec2", "ecr", "ecs", "elasticloadbalancing", "iam", "kms", "logs", "rds", "route53",
    "s3", "secretsmanager", "servicequotas", "sns", "ssm",
  ], tolist(var.additional_plan_services))))

  plan_boundary_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = flatten([for service in local.plan_services : [for verb in ["Describe", "Get", "List"] : "${service}:${verb}*"]])
        Resource = "*"
      },
      { Sid = "HoldLocks", Effect = "Allow", Action = ["s3:DeleteObject", "s3:PutObject"], Resource = local.locks },
      { Sid = "UseStateKey", Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = aws_kms_key.state.arn },
      {
        # Parameters that are secret need kms:Decrypt, which is allowed with the states' key only.
        Sid      = "NoValuesOfSecrets"
        Effect   = "Deny"
        Action   = ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"]
        Resource = "*"
      },
      {
        Sid         = "NoObjectsButStates"
        Effect      = "Deny"
        Action      = "s3:GetObject*"
        NotResource = concat(local.states, local.locks, sort(tolist(var.additional_plan_objects)))
      },
      { Sid = "NoLogs", Effect = "Deny", Action = ["logs:GetLogEvents", "logs:GetLogRecord", "logs:GetQueryResults"], Resource = "*" },
    ]
  })
}

resource "aws_iam_policy" "plan_boundary" {
  name        = "${var.name_prefix}-plan-boundary"
  description = "The most that the role that plans can do, whatever is attached to it"
  policy      = local.plan_boundary_policy

  lifecycle {
    precondition {
      condition     = length(local.plan_boundary_policy) <= local.policy_quota
      error_message = "The plan boundary ${local.policy_too_long}"
    }
  }
}
