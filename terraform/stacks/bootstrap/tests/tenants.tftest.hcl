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

run "a_distribution_is_found_by_its_id_or_by_its_tags" {
  command = plan

  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.deploy["globex-prod"].policy).Statement : one if one.Sid == "InvalidateFrontend"] == [{
      Sid      = "InvalidateFrontend"
      Effect   = "Allow"
      Action   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
      Resource = "arn:aws:cloudfront::111122223333:distribution/E2GLOBEX"
    }]
    error_message = "With an id it is that distribution."
  }

  assert {
    condition = alltrue([for one in jsondecode(aws_iam_role_policy.deploy["acme-stg"].policy).Statement :
      !can(regex("globex", jsonencode(one))) && (one.Resource != "*" || can(one.Condition) || contains(["LogInToRegistry", "ReadAndRetireRevisions"], one.Sid))
    ])
    error_message = "All of it names the tenant, but for what knows no resource."
  }
}

run "stacks_in_two_regions_are_told_apart_by_names_and_tags" {
  command = plan

  variables {
    stack_regions = ["us-east-1", "eu-central-1"]
  }

  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.deploy["acme-stg"].policy).Statement : one.Resource if one.Sid == "WriteImage"] == [
      ["arn:aws:ssm:*:111122223333:parameter/caliber/acme/stg/api-image"]
    ]
    error_message = "The region is left open, the name is not."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.seed["acme-stg"].policy).Statement : one.Condition.StringEquals if one.Sid == "UseTenantsKey"] == [
      { "kms:ViaService" = ["secretsmanager.us-east-1.amazonaws.com", "secretsmanager.eu-central-1.amazonaws.com"] }
    ]
    error_message = "Where services are named, both regions are."
  }
}
