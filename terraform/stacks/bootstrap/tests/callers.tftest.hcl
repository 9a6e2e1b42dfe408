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
  account_id   = "111122223333"
  region       = "us-east-1"
  state_bucket = "acme-state"
  tenants      = [{ client = "Acme", env = "stg" }, { client = "globex", env = "stg" }]

  # A team with infrastructure, and one whose repository deploys one tenant.
  trusted_callers = [
    {
      owner         = "acme"
      owner_id      = "1001"
      repository    = "infra"
      repository_id = "42"
      environments  = ["caliber-stg", "caliber-stg-deploy"]
      suite_commits = ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
    },
    {
      owner         = "acme"
      owner_id      = "1001"
      repository    = "api"
      repository_id = "43"
      environments  = ["caliber-stg-deploy"]
      suite_commits = ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
      roles         = ["deploy"]
      tenants       = ["Acme/stg"]
    },
  ]
  trust_policy_quota = 4096
}

run "a_caller_gets_the_roles_and_tenants_that_it_lists_and_all_where_it_lists_none" {
  command = plan

  assert {
    condition = { for role, policy in local.trust : role => [for one in jsondecode(policy).Statement : one.Condition.StringEquals["token.actions.githubusercontent.com:repository_id"]] } == {
      plan              = ["42", "42"]
      apply             = ["42"]
      deploy-acme-stg   = ["42", "43"]
      deploy-globex-stg = ["42"]
      seed-acme-stg     = ["42"]
      seed-globex-stg   = ["42"]
    }
    error_message = "The second repository deploys its one tenant and nothing else."
  }
}

run "an_environment_is_trusted_where_it_is_listed_and_one_for_deployments_never_applies" {
  command = plan

  assert {
    condition = { for role, policy in local.trust : role => [for one in jsondecode(policy).Statement : one.Condition.StringEquals["token.actions.githubusercontent.com:environment"]] if role != "plan" } == {
      apply             = [["caliber-stg"]]
      deploy-acme-stg   = [["caliber-stg", "caliber-stg-deploy"], ["caliber-stg-deploy"]]
      deploy-globex-stg = [["caliber-stg", "caliber-stg-deploy"]]
      seed-acme-stg     = [["caliber-stg", "caliber-stg-deploy"]]
      seed-globex-stg   = [["caliber-stg", "caliber-stg-deploy"]]
    }
    error_message = "Environments that the caller lists, of an apply those that a review protects."
  }
}

run "a_caller_that_lists_no_tenant_at_all_gets_none" {
  command = plan

  variables {
    trusted_callers = [{
      owner         = "acme"
      owner_id      = "1001"
      repository    = "infra"
      repository_id = "42"
      environments  = ["caliber-stg"]
      suite_commits = ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
      tenants       = []
    }]
  }

  assert {
    condition     = alltrue([for role, policy in local.trust : jsondecode(policy).Statement[0].Effect == (contains(["plan", "apply"], role) ? "Allow" : "Deny")])
    error_message = "An empty list is nobody, a missing one is all."
  }
}

run "a_role_that_is_none_is_refused" {
  command = plan

  variables {
    trusted_callers = [{ owner = "acme", owner_id = "1001", repository = "infra", repository_id = "42", environments = [], suite_commits = [], roles = ["admin"] }]
  }

  expect_failures = [var.trusted_callers]
}

run "a_tenant_that_the_account_has_not_is_refused" {
  command = plan

  variables {
    trusted_callers = [{ owner = "acme", owner_id = "1001", repository = "infra", repository_id = "42", environments = [], suite_commits = [], tenants = ["acme/prod"] }]
  }

  expect_failures = [var.trusted_callers]
}

run "a_tenant_is_not_called_like_a_stack" {
  command = plan

  variables {
    tenants         = [{ client = "Verify", env = "stg" }]
    trusted_callers = []
  }

  expect_failures = [var.tenants]
}

run "and_not_bootstrap" {
  command = plan

  variables {
    tenants         = [{ client = "bootstrap", env = "stg" }]
    trusted_callers = []
  }

  expect_failures = [var.tenants]
}

run "nor_is_one_of_an_environment_that_there_is_not" {
  command = plan

  variables {
    tenants         = [{ client = "acme", env = "staging" }]
    trusted_callers = []
  }

  expect_failures = [var.tenants]
}

run "a_tenant_whose_name_the_stack_would_refuse_is_refused_here" {
  command = plan

  variables {
    tenants         = [{ client = "acme-", env = "stg" }]
    trusted_callers = []
  }

  expect_failures = [var.tenants]
}
