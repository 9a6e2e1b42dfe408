mock_provider "aws" {}

variables {
  client             = "Acme"
  plan               = "Dedicated"
  env                = "stg"
  subdomain          = "acme-stg"
  region             = "us-east-1"
  account_id         = "111122223333"
  availability_zones = ["us-east-1a", "us-east-1b"]
  vpc_cidr           = "10.20.0.0/16"
  image              = "ghcr.io/acme/api:1.4.2"
}

run "a_dedicated_tenant_is_named_and_tagged_after_itself" {
  command = plan

  assert {
    condition     = output.cluster_name == "acme-stg-dedicated" && output.service_name == "acme-stg-dedicated-api"
    error_message = "Names are <client>-<env>-dedicated in lower case."
  }

  assert {
    condition     = length("${local.client}-${var.env}-dedicated-api") <= 32
    error_message = "A load balancer's name has at most 32 characters."
  }

  assert {
    condition = local.tags == {
      Project   = "Caliber"
      Client    = "Acme"
      Plan      = "Dedicated"
      Env       = "stg"
      ManagedBy = "Terraform"
    }
    error_message = "The five tags have exactly these keys, and Client is spelled as the tenant spells it."
  }

  assert {
    condition     = output.api_host == "acme-stg.hicaliber.net" && output.frontend_host == "www.acme-stg.hicaliber.net"
    error_message = "The API is at <subdomain>.<domain>, the frontend at www.<subdomain>.<domain>."
  }

  assert {
    condition     = output.log_group == "/caliber/acme/stg/api" && output.flow_log_group == "/caliber/acme/stg/flow-logs"
    error_message = "Log groups stand under /caliber/<client>/<env>/, which the key's policy names."
  }
}

run "the_environment_sets_how_long_things_are_kept" {
  command = plan

  assert {
    condition     = local.log_retention_days == 30 && local.recovery_window_days == 7
    error_message = "stg keeps logs for 30 days and deleted secrets for 7."
  }
}

run "production_keeps_longest" {
  command = plan

  variables {
    env       = "prod"
    subdomain = "acme"
  }

  assert {
    condition     = local.log_retention_days == 365 && local.recovery_window_days == 30
    error_message = "prod keeps logs for a year and deleted secrets for 30 days."
  }
}

run "a_region_of_another_partition_changes_every_arn" {
  command = plan

  variables {
    region             = "us-gov-west-1"
    availability_zones = ["us-gov-west-1a", "us-gov-west-1b"]
    log_retention_days = 90
  }

  assert {
    condition     = local.partition == "aws-us-gov" && local.log_retention_days == 90
    error_message = "The partition follows from the region; a given retention wins."
  }
}
