mock_provider "aws" {}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  client             = "acme"
  env                = "stg"
  subdomain          = "acme-stg"
  region             = "us-east-1"
  account_id         = "111122223333"
  hosted_zone_id     = "Z0123456789ABCDEFGHIJ"
  availability_zones = ["us-east-1a", "us-east-1b"]
  vpc_cidr           = "10.20.0.0/16"
  image              = "ghcr.io/acme/api:1.4.2"
}

run "a_client_whose_name_does_not_fit_is_refused" {
  command         = plan
  expect_failures = [terraform_data.client_slug]

  variables {
    client = "a-client-with-a-long-name"
  }
}

run "a_client_with_a_doubled_hyphen_is_refused" {
  command         = plan
  expect_failures = [terraform_data.client_slug]

  variables {
    client = "ac--me"
  }
}

run "a_client_that_ends_with_a_hyphen_is_refused" {
  command         = plan
  expect_failures = [terraform_data.client_slug]

  variables {
    client = "acme-"
  }
}

run "the_trial_stacks_name_is_refused_as_a_client" {
  command         = plan
  expect_failures = [terraform_data.client_reserved]

  variables {
    client = "Verify"
  }
}

run "a_client_that_another_environments_roles_would_take_for_theirs_is_refused" {
  command         = plan
  expect_failures = [terraform_data.client_reserved]

  variables {
    client = "a-stg-saas"
  }
}

run "the_accounts_own_stacks_name_is_refused_as_a_client" {
  command         = plan
  expect_failures = [terraform_data.client_reserved]

  variables {
    client = "bootstrap"
  }
}

run "a_service_without_a_first_image_is_refused" {
  command         = plan
  expect_failures = [terraform_data.image]

  variables {
    image = null
  }
}

run "an_environment_that_does_not_exist_is_refused" {
  command         = plan
  expect_failures = [terraform_data.environment]

  variables {
    env       = "staging"
    subdomain = "acme-staging"
  }
}

run "cloudfront_in_govcloud_is_refused" {
  command         = plan
  expect_failures = [terraform_data.frontend_region]

  variables {
    region             = "us-gov-west-1"
    availability_zones = ["us-gov-west-1a", "us-gov-west-1b"]
  }
}

run "a_restored_cluster_of_another_tenants_name_is_refused" {
  command         = plan
  expect_failures = [terraform_data.restored_names]

  variables {
    restored_cluster_identifier = "globex-stg-dedicated-documentdb-2"
  }
}

run "a_restored_instance_without_the_tenants_name_is_refused" {
  command         = plan
  expect_failures = [terraform_data.restored_names]

  variables {
    restored_postgres_identifier = "acme-stg-postgres-2"
  }
}

run "several_broken_rules_are_told_at_once" {
  command         = plan
  expect_failures = [terraform_data.client_slug, terraform_data.environment, terraform_data.subdomain_of_environment, terraform_data.vpc_cidr]

  variables {
    client   = "4cme"
    env      = "live"
    vpc_cidr = "banana"
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
  expect_failures = [var.plan, var.domain, var.region, var.account_id, var.hosted_zone_id]

  variables {
    plan           = "dedicated"
    domain         = "hicaliber"
    region         = "virginia"
    account_id     = "1234"
    hosted_zone_id = "hicaliber.net"
  }
}
