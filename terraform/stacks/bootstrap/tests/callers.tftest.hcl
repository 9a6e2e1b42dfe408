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

run "who_operates_gets_roles_of_the_environments_that_it_lists_and_nobody_else_does" {
  command = plan

  variables {
    operated_environments = ["stg", "prod"]
    trusted_callers = concat(var.trusted_callers, [{
      owner         = "caliber"
      owner_id      = "7"
      repository    = "actions"
      repository_id = "70"
      environments  = ["caliber-stg", "caliber-stg-deploy"]
      suite_commits = []
      roles         = ["apply", "operate"]
    }])
  }

  assert {
    condition = { for role, policy in local.trust : role => try([for one in jsondecode(policy).Statement : one.Condition.StringEquals["token.actions.githubusercontent.com:repository_id"]], []) } == {
      plan              = ["42", "42"]
      apply             = ["42", "70"]
      registry          = ["70"]
      inspect           = ["70"]
      deploy-stg        = ["70"]
      restore-stg       = ["70"]
      seed-stg          = ["70"]
      deploy-prod       = []
      restore-prod      = []
      seed-prod         = []
      deploy-acme-stg   = ["42", "43"]
      deploy-globex-stg = ["42"]
      seed-acme-stg     = ["42"]
      seed-globex-stg   = ["42"]
    }
    error_message = "The suite's own repository operates; no tenant's role is its."
  }

  assert {
    condition = { for role in ["registry", "inspect", "deploy-stg", "restore-stg", "seed-stg"] : role => jsondecode(local.trust[role]).Statement[0].Condition.StringEquals } == merge(
      { for role, files in { registry                          = ["decommission-tenant", "onboard-tenant"], inspect = ["decommission-tenant", "orphans"] } : role => {
        "token.actions.githubusercontent.com:aud"              = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:repository_id"    = "70"
        "token.actions.githubusercontent.com:ref"              = "refs/heads/main"
        "token.actions.githubusercontent.com:sub"              = ["repo:caliber/actions:ref:refs/heads/main", "repo:caliber@7/actions@70:ref:refs/heads/main"]
        "token.actions.githubusercontent.com:job_workflow_ref" = [for file in files : "caliber/actions/.github/workflows/${file}.yml@refs/heads/main"]
      } },
      { for role, files in { deploy                            = ["deploy-api", "deploy-frontend", "scale"], restore = ["decommission-tenant", "restore-database"], seed = ["reseed"] } : "${role}-stg" => {
        "token.actions.githubusercontent.com:aud"              = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:repository_id"    = "70"
        "token.actions.githubusercontent.com:ref"              = "refs/heads/main"
        "token.actions.githubusercontent.com:environment"      = ["caliber-stg-deploy"]
        "token.actions.githubusercontent.com:sub"              = ["repo:caliber/actions:environment:caliber-stg-deploy", "repo:caliber@7/actions@70:environment:caliber-stg-deploy"]
        "token.actions.githubusercontent.com:job_workflow_ref" = [for file in files : "caliber/actions/.github/workflows/${file}.yml@refs/heads/main"]
      } },
    )
    error_message = "Registry and inspections from main without an environment, the rest from the environment for deployments."
  }

  assert {
    condition = [for one in jsondecode(local.trust.apply).Statement : [for ref in flatten([one.Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"]]) : regex("[a-z-]+[.]yml", ref)]] == [
      ["terraform-apply.yml"], ["terraform-apply.yml", "restore-database.yml"]
    ]
    error_message = "Only who operates applies by other files, too."
  }

  assert {
    condition = keys(output.operator_role_arns) == ["deploy-prod", "deploy-stg", "inspect", "registry", "restore-prod", "restore-stg", "seed-prod", "seed-stg"] && alltrue([
      for role in concat(values(aws_iam_role.registry), values(aws_iam_role.restore), [aws_iam_role.deploy["stg"], aws_iam_role.seed["stg"]]) :
      contains(keys(output.operator_role_arns), trimprefix(role.name, "caliber-"))
    ]) && output.variables.AWS_ROLE_PREFIX == "arn:aws:iam::111122223333:role/caliber"
    error_message = "Workflows make a role's ARN of the prefix, the role and the environment."
  }
}

run "who_operates_lists_no_tenants" {
  command = plan

  variables {
    trusted_callers = [{ owner = "acme", owner_id = "1001", repository = "infra", repository_id = "42", environments = [], suite_commits = [], roles = ["operate"], tenants = ["acme/stg"] }]
  }

  expect_failures = [var.trusted_callers]
}

run "an_environment_that_there_is_not_is_not_operated" {
  command = plan

  variables {
    operated_environments = ["staging"]
    trusted_callers       = []
  }

  expect_failures = [var.operated_environments]
}

run "a_tenant_is_not_called_like_what_another_has" {
  command = plan

  variables {
    tenants         = [{ client = "acme-stg-saas", env = "prod" }]
    trusted_callers = []
  }

  expect_failures = [var.tenants]
}

run "saas_shared_is_saas" {
  command = plan

  variables {
    tenants         = [{ client = "SaaSShared", env = "stg" }]
    trusted_callers = []
  }

  expect_failures = [var.tenants]
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
