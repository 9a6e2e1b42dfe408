mock_provider "aws" {}

override_resource {
  target          = aws_kms_key.state
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/1111"
    key_id = "1111"
  }
}

override_resource {
  target          = aws_iam_policy.apply_boundary
  override_during = plan
  values          = { arn = "arn:aws:iam::111122223333:policy/the-boundary-of-applies" }
}

variables {
  account_id      = "111122223333"
  region          = "us-east-1"
  state_bucket    = "acme-state"
  hosted_zone_ids = ["Z1"]
  tenants         = [{ client = "Acme", env = "stg" }, { client = "globex", env = "prod", distribution_id = "E2GLOBEX" }]
  trusted_callers = []
}

run "the_apply_role_lives_within_its_boundary" {
  command = plan

  assert {
    condition     = aws_iam_role.apply.permissions_boundary == "arn:aws:iam::111122223333:policy/the-boundary-of-applies" && aws_iam_policy.apply_boundary.name == "caliber-apply-boundary"
    error_message = "The apply role has the boundary."
  }

  assert {
    condition = jsondecode(aws_iam_policy.apply_boundary.policy).Statement == [
      { Sid = "WhatItsPoliciesAllow", Effect = "Allow", Action = "*", Resource = "*" },
      {
        Sid    = "NotItsOwnPowers"
        Effect = "Deny"
        Action = "iam:*"
        Resource = [
          "arn:aws:iam::111122223333:oidc-provider/*",
          "arn:aws:iam::111122223333:policy/caliber-*",
          "arn:aws:iam::111122223333:role/caliber-*",
        ]
      },
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
        Condition = { StringNotEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/caliber-workload-boundary" } }
      },
      { Sid = "BoundariesStay", Effect = "Deny", Action = "iam:DeleteRolePermissionsBoundary", Resource = "*" },
      {
        Sid         = "OnlyRolesOfStacks"
        Effect      = "Deny"
        Action      = ["iam:PassRole", "iam:UpdateAssumeRolePolicy"]
        NotResource = "arn:aws:iam::111122223333:role/caliber/*"
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
        Resource  = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"]
      },
      { Sid = "StatesStay", Effect = "Deny", Action = "s3:DeleteObject", Resource = "arn:aws:s3:::acme-state/*.tfstate" },
      { Sid = "NotTheStateOfThis", Effect = "Deny", Action = "s3:*", Resource = "arn:aws:s3:::acme-state/bootstrap/*" },
      {
        Sid       = "TheStatesKeyIsUsedOnly"
        Effect    = "Deny"
        NotAction = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "arn:aws:kms:us-east-1:111122223333:key/1111"
      },
      { Sid = "TheStatesKeyKeepsItsName", Effect = "Deny", Action = "kms:*", Resource = "arn:aws:kms:*:111122223333:alias/caliber/terraform-state" },
    ]
    error_message = "What its policies allow, without twelve things, each to the letter."
  }

  assert {
    condition     = alltrue([for role in [aws_iam_role.plan, aws_iam_role.apply] : role.path == null || role.path == "/"]) && alltrue([for role in merge(aws_iam_role.deploy, aws_iam_role.seed) : role.path == null || role.path == "/"])
    error_message = "Roles of this stack are not at the path that the apply role reaches."
  }

  assert {
    condition     = length(aws_iam_policy.apply_boundary.policy) <= 6144 && length(aws_iam_policy.workload_boundary.policy) <= 6144
    error_message = "Boundaries are policies and as long as these."
  }
}

run "roles_of_stacks_can_do_what_workloads_do" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_policy.workload_boundary.policy).Statement == [
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
        Resource = [
          "arn:aws:logs:us-east-1:111122223333:log-group:/caliber/*",
          "arn:aws:logs:us-east-1:111122223333:log-group:RDSOSMetrics",
          "arn:aws:logs:us-east-1:111122223333:log-group:RDSOSMetrics:*",
        ]
      },
      {
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "arn:aws:secretsmanager:us-east-1:111122223333:secret:caliber/*"
      },
      {
        Sid       = "ReadMasterSecretsOfPostgres"
        Effect    = "Allow"
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
        Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:*-dedicated*", "arn:aws:rds:us-east-1:111122223333:db:*-saas*"] } }
      },
      {
        Sid       = "ReadMasterSecretsOfDocumentDb"
        Effect    = "Allow"
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
        Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = ["arn:aws:rds:us-east-1:111122223333:cluster:*-dedicated*", "arn:aws:rds:us-east-1:111122223333:cluster:*-saas*"] } }
      },
      {
        Sid       = "DecryptWithKeysOfStacks"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = "arn:aws:kms:us-east-1:111122223333:key/*"
        Condition = { StringEquals = { "aws:ResourceTag/Project" = "Caliber" } }
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
      { Sid = "NotTheStates", Effect = "Deny", Action = "s3:*", Resource = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"] },
      { Sid = "NotTheStatesKey", Effect = "Deny", Action = "kms:*", Resource = "arn:aws:kms:us-east-1:111122223333:key/1111" },
    ]
    error_message = "Logs, secrets of stacks, images and sessions; never the states, whatever is added."
  }

  assert {
    condition     = !anytrue([for one in jsondecode(aws_iam_policy.workload_boundary.policy).Statement : one.Effect == "Allow" && anytrue([for action in flatten([one.Action]) : endswith(action, "*")])])
    error_message = "Nothing is allowed by a wildcard."
  }
}

run "an_account_adds_what_its_workloads_need" {
  command = plan

  variables {
    workload_actions = ["s3:PutObject", "s3:GetObject"]
  }

  assert {
    condition = [for one in jsondecode(aws_iam_policy.workload_boundary.policy).Statement : one if one.Sid == "WhatTheAccountAdds"] == [
      { Sid = "WhatTheAccountAdds", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "*" }
    ]
    error_message = "These actions and no more."
  }
}

run "policies_of_the_account_are_attached_besides" {
  command = plan

  variables {
    additional_plan_policy_arns  = ["arn:aws:iam::111122223333:policy/shop-reads"]
    additional_apply_policy_arns = ["arn:aws:iam::111122223333:policy/shop-writes"]
  }

  assert {
    condition     = keys(aws_iam_role_policy_attachment.plan_additional) == ["arn:aws:iam::111122223333:policy/shop-reads"] && keys(aws_iam_role_policy_attachment.apply_additional) == ["arn:aws:iam::111122223333:policy/shop-writes"]
    error_message = "Each role gets its own."
  }
}
