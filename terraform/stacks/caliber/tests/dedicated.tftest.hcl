mock_provider "aws" {}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  client             = "Acme"
  plan               = "Dedicated"
  env                = "stg"
  subdomain          = "acme-stg"
  region             = "us-east-1"
  account_id         = "111122223333"
  hosted_zone_id     = "Z0123456789ABCDEFGHIJ"
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
    condition     = output.log_group == "/caliber/acme/stg/api" && output.flow_log_group == "/caliber/acme/stg/flow-logs"
    error_message = "Log groups stand under /caliber/<client>/<env>/, which the key's policy names."
  }

  assert {
    condition     = output.image_parameter == "/caliber/acme/stg/api-image"
    error_message = "The image of the last rollout is found by client and environment."
  }

  assert {
    condition     = output.frontend_bucket == "acme-stg-dedicated-frontend-111122223333"
    error_message = "A bucket's name ends in the account, as such names are AWS-wide."
  }

  assert {
    condition     = local.permissions_boundary == "arn:aws:iam::111122223333:policy/caliber-workload-boundary"
    error_message = "Every role has the boundary that the bootstrap stack makes."
  }
}

run "hosts_follow_from_the_subdomain" {
  command = plan

  assert {
    condition     = output.api_endpoint == "acme-stg.hicaliber.net" && output.frontend_url == "https://www.acme-stg.hicaliber.net"
    error_message = "The API is at <subdomain>.<domain>, the frontend at www.<subdomain>.<domain>."
  }

  assert {
    condition     = output.hosted_zone_id == "Z0123456789ABCDEFGHIJ" && length(data.aws_route53_zone.domain) == 0
    error_message = "A zone that is given is not looked up."
  }
}

run "hosts_can_be_chosen" {
  command = plan

  variables {
    api_host      = "api.acme-stg.hicaliber.net"
    frontend_host = "acme-stg.hicaliber.net"
  }

  assert {
    condition     = output.api_endpoint == "api.acme-stg.hicaliber.net" && output.frontend_url == "https://acme-stg.hicaliber.net"
    error_message = "A given host replaces the derived one everywhere."
  }
}

run "without_a_frontend_there_is_neither_bucket_nor_distribution" {
  command = plan

  variables {
    frontend_enabled = false
  }

  assert {
    condition     = output.frontend_url == null && output.frontend_bucket == null && output.distribution_id == null
    error_message = "Steps that deploy a frontend learn from null that there is none."
  }

  assert {
    condition     = one(local.hosts) == "acme-stg.hicaliber.net"
    error_message = "No record and no certificate is made for a frontend that is not there."
  }
}

run "a_client_of_the_greatest_length_fits_a_load_balancers_name" {
  command = plan

  variables {
    client    = "thirteenchars"
    env       = "prod"
    subdomain = "thirteen"
  }

  assert {
    condition     = length(output.service_name) == 32
    error_message = "A load balancer's name has at most 32 characters."
  }
}

run "staging_is_small_and_quickly_rebuilt" {
  command = plan

  assert {
    condition = (
      output.api_desired_count == 1 && local.size.documentdb_instances == 1 && !local.size.postgres_multi_az &&
      !local.size.deletion_protection && !local.size.final_snapshots && !local.size.alarms && !local.size.access_logs
    )
    error_message = "stg has one of everything, without alarms, access logs and protection."
  }

  assert {
    condition     = local.size.log_retention_days == 30 && local.size.recovery_window_days == 7 && local.size.backup_retention_days == 7
    error_message = "stg keeps logs for 30 days, deleted secrets and backups for 7."
  }

  assert {
    condition     = output.access_log_bucket == null && output.alarm_topic_arn == null
    error_message = "What is off is told as null."
  }
}

run "production_is_doubled_protected_and_watched" {
  command = plan

  variables {
    env       = "prod"
    subdomain = "acme"
  }

  assert {
    condition     = output.api_desired_count == 2 && local.size.documentdb_instances == 2 && local.size.postgres_multi_az
    error_message = "prod has two tasks, two DocumentDB instances and Postgres in two zones."
  }

  assert {
    condition     = local.size.deletion_protection && local.size.final_snapshots && local.size.alarms && local.size.access_logs
    error_message = "prod is protected from deletion, snapshotted before it, and watched."
  }

  assert {
    condition     = local.size.log_retention_days == 365 && local.size.recovery_window_days == 30 && local.size.backup_retention_days == 7
    error_message = "prod keeps logs for a year, deleted secrets for 30 days and backups for 7."
  }

  assert {
    condition     = output.access_log_bucket == "acme-prod-dedicated-access-logs-111122223333"
    error_message = "Access logs go to a bucket of the tenant."
  }
}

run "a_tenant_can_differ_from_its_environment_in_single_lines" {
  command = plan

  variables {
    overrides          = { api_tasks = 3, deletion_protection = true }
    log_retention_days = 90
  }

  assert {
    condition     = output.api_desired_count == 3 && local.size.deletion_protection && local.size.log_retention_days == 90
    error_message = "What is given wins."
  }

  assert {
    condition     = local.size.documentdb_instances == 1 && local.size.recovery_window_days == 7
    error_message = "What is not given stays the environment's."
  }
}

run "govcloud_changes_every_arn" {
  command = plan

  variables {
    region             = "us-gov-west-1"
    availability_zones = ["us-gov-west-1a", "us-gov-west-1b"]
    frontend_enabled   = false
  }

  assert {
    condition     = local.permissions_boundary == "arn:aws-us-gov:iam::111122223333:policy/caliber-workload-boundary"
    error_message = "The partition follows from the region."
  }
}

run "roles_go_without_a_boundary_only_when_told_so" {
  command = plan

  variables {
    permissions_boundary = null
  }

  assert {
    condition     = local.permissions_boundary == null
    error_message = "null takes the boundary off."
  }
}
