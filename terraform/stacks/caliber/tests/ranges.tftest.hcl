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

run "a_public_range_is_refused" {
  command         = plan
  expect_failures = [terraform_data.vpc_cidr]

  variables {
    vpc_cidr = "172.32.0.0/16"
  }
}

run "the_last_private_range_is_taken" {
  command = plan

  variables {
    vpc_cidr = "172.31.0.0/16"
  }

  assert {
    condition     = module.network[0].vpc_cidr == "172.31.0.0/16"
    error_message = "Every private range can be a tenant's."
  }

  assert {
    condition = alltrue([
      for cidr in [
        "10.0.0.0/16", "10.255.0.0/16", "172.16.0.0/16", "172.19.0.0/16", "172.20.0.0/16", "172.29.0.0/16", "172.30.0.0/16",
        "172.31.0.0/16", "192.168.0.0/16",
      ] : can(regex(local.private_ranges, cidr))
    ])
    error_message = "10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 are private up to their edges."
  }

  assert {
    condition = !anytrue([
      for cidr in [
        "9.255.0.0/16", "11.0.0.0/16", "100.10.0.0/16", "52.95.0.0/16", "110.0.0.0/16", "172.1.0.0/16", "172.15.0.0/16",
        "172.32.0.0/16", "172.160.0.0/16", "192.16.0.0/16", "192.167.0.0/16", "192.169.0.0/16", "203.10.0.0/16",
      ] : can(regex(local.private_ranges, cidr))
    ])
    error_message = "What is beside a private range belongs to others."
  }
}
