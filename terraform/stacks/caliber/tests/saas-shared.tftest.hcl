mock_provider "aws" {
  mock_data "aws_ssm_parameters_by_path" {
    defaults = { names = [], values = [] }
  }
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  client             = "SaaSShared"
  plan               = "SaaS"
  env                = "stg"
  subdomain          = "saas-api-stg"
  region             = "us-east-1"
  account_id         = "111122223333"
  hosted_zone_id     = "Z0123456789ABCDEFGHIJ"
  availability_zones = ["us-east-1a", "us-east-1b"]
  vpc_cidr           = "10.30.0.0/16"
  image              = "ghcr.io/acme/api:1.4.2"
}

run "saasshared_publishes_what_its_tenants_share" {
  command = plan

  assert {
    condition     = output.cluster_name == "saasshared-stg-saas" && output.log_group == "/caliber/saasshared/stg/api" && local.tags.Client == "SaaSShared"
    error_message = "SaaSShared is named and tagged after itself."
  }

  assert {
    condition = toset([for parameter in aws_ssm_parameter.shared : parameter.name]) == toset([
      for name in ["api-lb-dns", "api-lb-zone", "docdb-uri", "platform", "rds-endpoint"] : "/caliber/saasshared/stg/shared/${name}"
    ])
    error_message = "Tenants read these and no others."
  }

  assert {
    condition     = local.size.deletion_protection && length(aws_ssm_parameter.tenant) == 0
    error_message = "What tenants stand on is protected in every environment."
  }
}

run "in_production_it_has_the_documents_host" {
  command = plan

  variables {
    env       = "prod"
    subdomain = "saas-api"
  }

  assert {
    condition     = output.api_endpoint == "saas-api.hicaliber.net"
    error_message = "SaaSShared's subdomain is saas-api."
  }
}

run "without_tenants_its_protection_can_be_taken_off" {
  command = plan

  variables {
    overrides = { deletion_protection = false }
  }

  assert {
    condition     = !local.size.deletion_protection
    error_message = "Nobody stands on it."
  }
}

run "with_tenants_its_protection_stays_on" {
  command         = plan
  expect_failures = [terraform_data.shared_in_use]

  override_data {
    target = data.aws_ssm_parameters_by_path.tenants[0]
    values = { names = ["/caliber/saasshared/stg/tenants/customer1"], values = ["customer1-stg.hicaliber.net"] }
  }

  variables {
    overrides = { deletion_protection = false }
  }
}

run "a_dedicated_saasshared_is_refused" {
  command         = plan
  expect_failures = [terraform_data.shared_plan]

  variables {
    plan      = "Dedicated"
    subdomain = "shared-stg"
  }
}

run "another_host_than_the_platforms_is_refused" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    subdomain = "shared-stg"
  }
}

run "saasshared_shares_nothing_itself" {
  command         = plan
  expect_failures = [terraform_data.saas_unused]

  variables {
    saas_rds_endpoint = "other.rds.amazonaws.com:5432"
  }
}

run "a_dedicated_client_shares_nothing" {
  command         = plan
  expect_failures = [terraform_data.saas_unused]

  variables {
    client         = "acme"
    plan           = "Dedicated"
    subdomain      = "acme-stg"
    saas_docdb_uri = "mongodb://shared.docdb.amazonaws.com:27017/"
  }
}
