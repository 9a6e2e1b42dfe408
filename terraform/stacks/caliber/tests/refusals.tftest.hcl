mock_provider "aws" {}

variables {
  client             = "acme"
  env                = "stg"
  subdomain          = "acme-stg"
  region             = "us-east-1"
  account_id         = "111122223333"
  availability_zones = ["us-east-1a", "us-east-1b"]
  vpc_cidr           = "10.20.0.0/16"
  image              = "ghcr.io/acme/api:1.4.2"
}

run "the_saas_plan_waits_for_the_tenant_modes" {
  command         = plan
  expect_failures = [var.plan]

  variables {
    plan = "SaaS"
  }
}

run "the_shared_tenant_waits_for_the_tenant_modes" {
  command         = plan
  expect_failures = [var.client]

  variables {
    client = "SaaSShared"
  }
}

run "a_subdomain_of_the_platform_is_refused" {
  command         = plan
  expect_failures = [var.subdomain]

  variables {
    env       = "prod"
    subdomain = "saas-api"
  }
}

run "staging_must_not_claim_productions_record" {
  command         = plan
  expect_failures = [var.subdomain]

  variables {
    subdomain = "acme"
  }
}

run "a_subdomain_of_two_labels_is_refused" {
  command         = plan
  expect_failures = [var.subdomain]

  variables {
    subdomain = "api.acme-stg"
  }
}

run "zones_of_another_region_are_refused" {
  command         = plan
  expect_failures = [var.availability_zones]

  variables {
    availability_zones = ["eu-central-1a", "eu-central-1b"]
  }
}

run "bad_inputs_are_refused_by_name" {
  command         = plan
  expect_failures = [var.client, var.plan, var.env, var.domain, var.region, var.account_id]

  variables {
    client     = "a-client-with-a-long-name"
    plan       = "dedicated"
    env        = "staging"
    domain     = "hicaliber"
    region     = "virginia"
    account_id = "1234"
  }
}
