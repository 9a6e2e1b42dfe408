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

run "a_subdomain_of_two_labels_is_refused" {
  command         = plan
  expect_failures = [terraform_data.subdomain_label]

  variables {
    subdomain = "api.acme-stg"
  }
}

run "the_platforms_www_is_refused_as_a_subdomain" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    env       = "prod"
    subdomain = "www"
  }
}

run "the_platforms_api_is_refused_as_a_subdomain" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    env       = "prod"
    subdomain = "api"
  }
}

run "the_platforms_saas_api_is_refused_as_a_subdomain" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    env       = "prod"
    subdomain = "saas-api"
  }
}

run "the_platforms_name_in_development_is_refused_as_a_subdomain" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    env       = "dev"
    subdomain = "saas-api-dev"
  }
}

run "the_platforms_name_in_staging_is_refused_as_a_subdomain" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    subdomain = "saas-api-stg"
  }
}

run "the_platforms_name_is_refused_as_an_api_host" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    env       = "prod"
    subdomain = "acme"
    api_host  = "saas-api.hicaliber.net"
  }
}

run "a_name_below_the_platforms_is_refused_as_a_frontend_host" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    env           = "prod"
    subdomain     = "acme"
    frontend_host = "www.api.hicaliber.net"
  }
}

run "staging_must_not_claim_productions_record" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    subdomain = "acme"
  }
}

run "production_must_not_claim_stagings_record" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    env = "prod"
  }
}

run "development_must_end_in_its_own_name" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    env = "dev"
  }
}

run "production_must_not_claim_developments_record" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    env       = "prod"
    subdomain = "acme-dev"
  }
}

run "staging_must_not_claim_productions_record_by_an_api_host" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    api_host = "acme.hicaliber.net"
  }
}

run "staging_must_not_claim_productions_record_by_a_frontend_host" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    frontend_host = "www.acme.hicaliber.net"
  }
}

run "production_must_not_claim_stagings_record_by_an_api_host" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    env       = "prod"
    subdomain = "acme"
    api_host  = "acme-stg.hicaliber.net"
  }
}

run "production_must_not_claim_stagings_record_by_a_frontend_host" {
  command         = plan
  expect_failures = [terraform_data.subdomain_of_environment]

  variables {
    env           = "prod"
    subdomain     = "acme"
    frontend_host = "www.acme-stg.hicaliber.net"
  }
}

run "a_frontend_host_outside_the_zone_is_refused" {
  command         = plan
  expect_failures = [terraform_data.hosts_in_zone]

  variables {
    frontend_host = "www.acme.example"
  }
}

run "an_api_host_outside_the_zone_is_refused" {
  command         = plan
  expect_failures = [terraform_data.hosts_in_zone]

  variables {
    api_host = "acme-stg.hicaliber.net.example"
  }
}
