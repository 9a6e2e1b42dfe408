# What the apply role can never do, whatever policy it is given: leave this boundary, change who it is, become somebody
# else, make a role without the workload boundary, read a secret or change one's value, or touch how states are kept.
locals {
  own_powers = [
    "${local.iam}:oidc-provider/*",
    "${local.iam}:policy/${var.name_prefix}-*",
    "${local.iam}:role/${var.name_prefix}-*",
  ]

  apply_boundary_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "WhatItsPoliciesAllow", Effect = "Allow", Action = "*", Resource = "*" },
      { Sid = "NotItsOwnPowers", Effect = "Deny", Action = "iam:*", Resource = local.own_powers },
      {
        Sid    = "NoRoleWithoutBoundary"
        Effect = "Deny"
        Action = [
          "iam:AttachRolePolicy",
          "iam:CreateRole",
          "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:PutRolePolicy",
        ]
        Resource  = "*"
        Condition = { StringNotEquals = { "iam:PermissionsBoundary" = local.workload_boundary } }
      },
      { Sid = "BoundariesStay", Effect = "Deny", Action = "iam:DeleteRolePermissionsBoundary", Resource = "*" },
      {
        Sid         = "OnlyRolesOfStacks"
        Effect      = "Deny"
        Action      = ["iam:PassRole", "iam:UpdateAssumeRolePolicy"]
        NotResource = local.stack_roles
      },
      {
        Sid    = "NoPeopleAndNoAccount"
        Effect = "Deny"
        Action = [
          "account:*",
          "iam:*AccessKey*",
          "iam:*Account*",
          "iam:*Group*",
          "iam:*LoginProfile*",
          "iam:*MFADevice*",
          "iam:*OpenIDConnect*",
          "iam:*SAML*",
          "iam:*User*",
          "organizations:*",
        ]
        Resource = "*"
      },
      { Sid = "NobodyElse", Effect = "Deny", Action = ["sts:AssumeRole*", "sts:GetFederationToken"], Resource = "*" },
      {
        Sid    = "NoValuesOfSecrets"
        Effect = "Deny"
        Action = [
          "secretsmanager:BatchGetSecretValue",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:UpdateSecret",
          "secretsmanager:UpdateSecretVersionStage",
        ]
        Resource = "*"
      },
      {
        Sid       = "StatesAreWrittenAndRead"
        Effect    = "Deny"
        NotAction = ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]
        Resource  = local.bucket_and_objects
      },
      { Sid = "StatesStay", Effect = "Deny", Action = "s3:DeleteObject", Resource = "${local.bucket_arn}/*.tfstate" },
      { Sid = "NotTheStateOfThis", Effect = "Deny", Action = "s3:*", Resource = "${local.bucket_arn}/bootstrap/*" },
      {
        Sid       = "TheStatesKeyIsUsedOnly"
        Effect    = "Deny"
        NotAction = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = aws_kms_key.state.arn
      },
      { Sid = "TheStatesKeyKeepsItsName", Effect = "Deny", Action = "kms:*", Resource = "arn:${local.partition}:kms:*:${var.account_id}:${aws_kms_alias.state.name}" },
    ]
  })
}

resource "aws_iam_policy" "apply_boundary" {
  name        = "${var.name_prefix}-apply-boundary"
  description = "What the role that applies can never do, whatever policy it is given"
  policy      = local.apply_boundary_policy

  lifecycle {
    precondition {
      condition     = length(local.apply_boundary_policy) <= local.policy_quota
      error_message = "The apply boundary ${local.policy_too_long}"
    }
  }
}
