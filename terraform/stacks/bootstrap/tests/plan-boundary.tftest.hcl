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
  target          = aws_iam_policy.plan_boundary
  override_during = plan
  values          = { arn = "arn:aws:iam::111122223333:policy/the-boundary-of-plans" }
}

variables {
  account_id      = "111122223333"
  region          = "us-east-1"
  state_bucket    = "acme-state"
  hosted_zone_ids = ["Z1"]
  tenants         = [{ client = "Acme", env = "stg" }]
  trusted_callers = []
}

run "the_plan_role_reads_within_its_boundary_whatever_is_attached" {
  command = plan

  assert {
    condition     = aws_iam_role.plan.permissions_boundary == "arn:aws:iam::111122223333:policy/the-boundary-of-plans" && aws_iam_policy.plan_boundary.name == "caliber-plan-boundary"
    error_message = "The plan role has the boundary."
  }

  assert {
    condition = [for one in jsondecode(local.plan_boundary_policy).Statement : one if one.Sid != "Read"] == [
      {
        Sid      = "HoldLocks"
        Effect   = "Allow"
        Action   = ["s3:DeleteObject", "s3:PutObject"]
        Resource = ["arn:aws:s3:::acme-state/caliber/*.tfstate.tflock"]
      },
      {
        Sid      = "UseStateKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = "arn:aws:kms:us-east-1:111122223333:key/1111"
      },
      {
        Sid      = "NoValuesOfSecrets"
        Effect   = "Deny"
        Action   = ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"]
        Resource = "*"
      },
      {
        Sid         = "NoObjectsButStates"
        Effect      = "Deny"
        Action      = "s3:GetObject*"
        NotResource = ["arn:aws:s3:::acme-state/caliber/*.tfstate", "arn:aws:s3:::acme-state/caliber/*.tfstate.tflock"]
      },
      { Sid = "NoLogs", Effect = "Deny", Action = ["logs:GetLogEvents", "logs:GetLogRecord", "logs:GetQueryResults"], Resource = "*" },
    ]
    error_message = "It holds locks and uses the key of states; it reads no value, no object but states, no log."
  }

  assert {
    condition = [for one in jsondecode(local.plan_boundary_policy).Statement : [
      one.Effect, one.Resource, [for action in one.Action : action if !can(regex("^[a-z0-9-]+:(Describe|Get|List)\\*$", action))], length(one.Action),
    ] if one.Sid == "Read"] == [["Allow", "*", [], 51]]
    error_message = "Seventeen services, of each what describes, gets and lists."
  }

  assert {
    condition = alltrue([for one in concat(flatten(values(local.read_policies)), local.read_state) : alltrue([
      for action in flatten([one.Action]) : contains(local.plan_services, split(":", action)[0])
    ])])
    error_message = "What the role's own policies allow is within the boundary."
  }
}

run "an_account_reads_more_services_and_objects_and_no_more_than_that" {
  command = plan

  variables {
    additional_plan_services = ["lambda"]
    additional_plan_objects  = ["arn:aws:s3:::shop-settings/*"]
  }

  assert {
    condition     = contains(local.plan_services, "lambda") && length(local.plan_services) == 18
    error_message = "One service more."
  }

  assert {
    condition = [for one in jsondecode(local.plan_boundary_policy).Statement : one.NotResource if one.Sid == "NoObjectsButStates"] == [
      ["arn:aws:s3:::acme-state/caliber/*.tfstate", "arn:aws:s3:::acme-state/caliber/*.tfstate.tflock", "arn:aws:s3:::shop-settings/*"]
    ]
    error_message = "These objects and no others."
  }
}

run "credentials_are_no_service_to_read" {
  command = plan

  variables {
    additional_plan_services = ["sts"]
  }

  expect_failures = [var.additional_plan_services]
}

run "objects_of_every_bucket_are_refused" {
  command = plan

  variables {
    additional_plan_objects = ["arn:aws:s3:::*/*"]
  }

  expect_failures = [var.additional_plan_objects]
}
