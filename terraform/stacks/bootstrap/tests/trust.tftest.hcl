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
  tenants      = [{ client = "Acme", env = "stg" }]

  trusted_callers = [{
    owner         = "acme"
    owner_id      = "1001"
    repository    = "infra"
    repository_id = "42"
    environments  = ["caliber-stg"]
    suite_commits = ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
  }]
}

run "pull_requests_and_main_may_plan" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.plan.assume_role_policy).Statement == [
      {
        Effect    = "Allow"
        Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = { StringEquals = {
          "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:repository_id" = "42"
          "token.actions.githubusercontent.com:sub"           = ["repo:acme/infra:pull_request", "repo:acme@1001/infra@42:pull_request"]
        } }
      },
      {
        Effect    = "Allow"
        Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = { StringEquals = {
          "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:repository_id" = "42"
          "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
          "token.actions.githubusercontent.com:sub"           = ["repo:acme/infra:ref:refs/heads/main", "repo:acme@1001/infra@42:ref:refs/heads/main"]
          "token.actions.githubusercontent.com:job_workflow_ref" = [
            "caliber/actions/.github/workflows/terraform-plan.yml@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "caliber/actions/.github/workflows/doctor.yml@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "caliber/actions/.github/workflows/verify-in-your-account.yml@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          ]
        } }
      },
    ]
    error_message = "One statement for pull requests, one for main with the suite's workflows that read."
  }
}

run "an_environments_jobs_may_apply" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.apply.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = {
        "token.actions.githubusercontent.com:aud"              = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:repository_id"    = "42"
        "token.actions.githubusercontent.com:ref"              = "refs/heads/main"
        "token.actions.githubusercontent.com:environment"      = ["caliber-stg"]
        "token.actions.githubusercontent.com:job_workflow_ref" = ["caliber/actions/.github/workflows/terraform-apply.yml@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
        "token.actions.githubusercontent.com:sub"              = ["repo:acme/infra:environment:caliber-stg", "repo:acme@1001/infra@42:environment:caliber-stg"]
      } }
    }]
    error_message = "Environment, ref, repository and workflow at a commit, all of them."
  }

  assert {
    condition = {
      deploy = jsondecode(aws_iam_role.deploy["acme-stg"].assume_role_policy).Statement
      seed   = jsondecode(aws_iam_role.seed["acme-stg"].assume_role_policy).Statement
      } == { for role, files in {
        deploy = ["build-image", "deploy-api", "deploy-frontend"]
        seed   = ["reseed"]
        } : role => [{
          Effect    = "Allow"
          Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
          Action    = "sts:AssumeRoleWithWebIdentity"
          Condition = { StringEquals = {
            "token.actions.githubusercontent.com:aud"              = "sts.amazonaws.com"
            "token.actions.githubusercontent.com:repository_id"    = "42"
            "token.actions.githubusercontent.com:ref"              = "refs/heads/main"
            "token.actions.githubusercontent.com:environment"      = ["caliber-stg"]
            "token.actions.githubusercontent.com:job_workflow_ref" = [for file in files : "caliber/actions/.github/workflows/${file}.yml@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
            "token.actions.githubusercontent.com:sub"              = ["repo:acme/infra:environment:caliber-stg", "repo:acme@1001/infra@42:environment:caliber-stg"]
          } }
      }]
    }
    error_message = "A tenant's jobs run in its environment, by the files of the role; one that no caller lists is not trusted."
  }

  assert {
    condition     = aws_iam_role.deploy["acme-stg"].name == "caliber-deploy-acme-stg" && aws_iam_role.seed["acme-stg"].name == "caliber-seed-acme-stg"
    error_message = "The roles of a tenant are named after it, in lower case."
  }
}

run "nothing_but_exact_values_is_trusted" {
  command = plan

  assert {
    condition     = alltrue([for policy in values(local.trust) : !can(regex("[*?]|ForAllValues|ForAnyValue|Like|IfExists", policy))])
    error_message = "No wildcard and no operator but StringEquals in any trust policy."
  }

  assert {
    condition = alltrue(flatten([for policy in values(local.trust) : [
      for statement in jsondecode(policy).Statement : keys(statement.Condition) == ["StringEquals"] && alltrue([
        for key in ["aud", "repository_id", "sub"] : contains(keys(statement.Condition.StringEquals), "token.actions.githubusercontent.com:${key}")
      ])
    ]]))
    error_message = "Every statement says audience, repository and subject."
  }

  assert {
    condition     = alltrue([for policy in values(local.trust) : length(policy) <= 2048])
    error_message = "One caller fits into what IAM allows at first."
  }
}

run "the_suite_itself_runs_its_workflows_from_main" {
  command = plan

  variables {
    trusted_callers = [{
      owner         = "caliber"
      owner_id      = "7"
      repository    = "actions"
      repository_id = "70"
      environments  = ["caliber-stg"]
      suite_commits = []
    }]
  }

  assert {
    condition = jsondecode(aws_iam_role.apply.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"] == [
      "caliber/actions/.github/workflows/terraform-apply.yml@refs/heads/main"
    ]
    error_message = "Only the suite's own repository is trusted with a branch of the suite."
  }
}

run "who_pins_nothing_and_has_no_environment_gets_pull_requests_planned_only" {
  command = plan

  variables {
    trusted_callers = [{
      owner         = "acme"
      owner_id      = "1001"
      repository    = "infra"
      repository_id = "42"
      environments  = []
      suite_commits = []
    }]
  }

  assert {
    condition     = length(jsondecode(aws_iam_role.plan.assume_role_policy).Statement) == 1
    error_message = "Without a commit of the suite only pull requests are planned."
  }

  assert {
    condition = jsondecode(aws_iam_role.apply.assume_role_policy).Statement == [
      { Sid = "Nobody", Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }
    ]
    error_message = "A role that nobody may take says so."
  }
}

run "another_issuer_changes_every_condition" {
  command = plan

  variables {
    issuer            = "token.actions.githubusercontent.com/acme"
    oidc_provider_arn = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/acme"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0
    error_message = "The provider that is there is used."
  }

  assert {
    condition = alltrue(flatten([for policy in values(local.trust) : [for statement in jsondecode(policy).Statement :
      statement.Principal.Federated == var.oidc_provider_arn && alltrue([for key in keys(statement.Condition.StringEquals) : startswith(key, "${var.issuer}:")])
    ]]))
    error_message = "Keys begin with the issuer's host and path."
  }
}

run "a_trust_policy_that_is_too_long_fails_the_plan" {
  command = plan

  variables {
    trusted_callers = [for number in [42, 43] : {
      owner         = "acme"
      owner_id      = "1001"
      repository    = "infra-${number}"
      repository_id = tostring(number)
      environments  = ["caliber-stg"]
      suite_commits = ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"]
    }]
  }

  expect_failures = [aws_iam_role.plan, aws_iam_role.deploy]
}

run "a_raised_quota_takes_it" {
  command = plan

  variables {
    trust_policy_quota = 4096
    trusted_callers = [for number in [42, 43] : {
      owner         = "acme"
      owner_id      = "1001"
      repository    = "infra-${number}"
      repository_id = tostring(number)
      environments  = ["caliber-stg"]
      suite_commits = ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"]
    }]
  }

  assert {
    condition     = length(jsondecode(aws_iam_role.apply.assume_role_policy).Statement) == 2
    error_message = "One statement a caller."
  }
}
