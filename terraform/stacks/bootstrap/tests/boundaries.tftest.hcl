mock_provider "aws" {}

override_resource {
  target          = aws_kms_key.state
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/1111"
    key_id = "1111"
  }
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
    condition = { for one in jsondecode(aws_iam_policy.apply_boundary.policy).Statement : one.Sid => one.Effect } == {
      WhatItsPoliciesAllow     = "Allow"
      NotItsOwnPowers          = "Deny"
      NoRoleWithoutBoundary    = "Deny"
      BoundariesStay           = "Deny"
      OnlyRolesOfStacks        = "Deny"
      NoPeopleAndNoAccount     = "Deny"
      NobodyElse               = "Deny"
      NoValuesOfSecrets        = "Deny"
      StatesAreWrittenAndRead  = "Deny"
      StatesStay               = "Deny"
      NotTheStateOfThis        = "Deny"
      TheStatesKeyIsUsedOnly   = "Deny"
      TheStatesKeyKeepsItsName = "Deny"
    }
    error_message = "What its policies allow, without twelve things."
  }

  assert {
    condition     = alltrue([for one in jsondecode(aws_iam_policy.apply_boundary.policy).Statement : !can(one.Condition) || one.Sid == "NoRoleWithoutBoundary"])
    error_message = "No denial but one depends on a condition."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_policy.apply_boundary.policy).Statement : one.Resource if one.Sid == "NotItsOwnPowers"] == [[
      "arn:aws:iam::111122223333:oidc-provider/*",
      "arn:aws:iam::111122223333:policy/caliber-*",
      "arn:aws:iam::111122223333:role/caliber-*",
    ]]
    error_message = "Roles and policies of this stack and every provider are out of its reach."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_policy.apply_boundary.policy).Statement : [one.Resource, one.Condition] if one.Sid == "NoRoleWithoutBoundary"] == [[
      "*", { StringNotEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/caliber-workload-boundary" } }
    ]]
    error_message = "Wherever a role is made, it has the workload boundary."
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
    condition = sort(flatten([for one in jsondecode(aws_iam_policy.workload_boundary.policy).Statement : one.Action if one.Effect == "Allow"])) == tolist([
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetAuthorizationToken",
      "ecr:GetDownloadUrlForLayer",
      "kms:Decrypt",
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:DescribeLogGroups",
      "logs:DescribeLogStreams",
      "logs:GetLogEvents",
      "logs:PutLogEvents",
      "logs:PutRetentionPolicy",
      "secretsmanager:GetSecretValue",
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ])
    error_message = "Logs, secrets of stacks, images and sessions."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_policy.workload_boundary.policy).Statement : one.Resource if one.Effect == "Deny"] == [
      ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"], "arn:aws:kms:us-east-1:111122223333:key/1111"
    ]
    error_message = "Never the states, whatever is added."
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
