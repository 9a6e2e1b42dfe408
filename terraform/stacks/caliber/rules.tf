# What a tenant may be called and where it may live. A rule is a resource that is wanted only where it is broken, and its
# precondition refuses that: a refusal names the rule, and no state holds any of them. Every module waits for the last of them,
# so that a refused tenant is refused in one sentence.

# Each by itself, so that what one of them asks AWS for does not hold up the others.
locals {
  keeps_client_slug = can(regex("^[a-z][a-z0-9-]{1,12}$", local.client)) && !can(regex("--|-$", local.client))

  keeps_client_reserved = !contains(["bootstrap", "verify"], local.client) && !can(regex("-(dev|stg|prod)-saas", local.client))

  keeps_shared_plan = local.client != "saasshared" || var.plan == "SaaS"

  keeps_environment = contains(keys(local.by_environment), var.env)

  keeps_subdomain_label = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.subdomain))

  keeps_subdomain_reserved = (
    local.mode == "shared" ? alltrue([for claim in local.claims : claim == local.shared_subdomain]) :
    length(setintersection(local.claims, ["www", "api", "saas-api", "saas-api-dev", "saas-api-stg"])) == 0
  )

  keeps_subdomain_of_environment = alltrue([
    for claim in local.claims : var.env == "prod" ? !can(regex("-(dev|stg)$", claim)) : endswith(claim, "-${var.env}")
  ])

  keeps_hosts_in_zone = alltrue([for host in local.hosts : endswith(host, ".${var.domain}")])

  keeps_vpc_cidr = local.is_own ? can(regex(local.private_ranges, var.vpc_cidr)) : var.vpc_cidr == null

  keeps_frontend_region = !var.frontend_enabled || local.partition == "aws"

  keeps_image = local.is_own == (var.image != null)

  keeps_saas_values = local.is_own || alltrue([
    for name in ["docdb_uri", "rds_endpoint", "api_lb_dns", "api_lb_zone"] : local.saas[name] != null
  ])

  keeps_saas_unused = !local.is_own || length(compact(local.saas_inputs)) == 0

  keeps_saas_pair = local.is_own || (var.saas_api_lb_dns == null) == (var.saas_api_lb_zone == null) && (
    local.saas.api_lb_dns == null || local.saas.api_lb_zone == local.zone_of_shared
  )

  keeps_shared_in_use = (
    local.mode == "shared" ? local.size.deletion_protection || length(local.tenants) == 0 :
    local.is_own || lookup(local.platform, "is_protected", true)
  )

  keeps_restored_names = alltrue([
    for identifier in compact([var.restored_cluster_identifier, var.restored_postgres_identifier]) : startswith(identifier, "${local.name}-")
  ])
}

resource "terraform_data" "client_slug" {
  count = local.keeps_client_slug ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_client_slug
      error_message = "client must be 2 to 13 letters, digits and single hyphens, start with a letter and end with none of the hyphens, so that <client>-<env>-dedicated-api fits a load balancer's 32 characters."
    }
  }
}

resource "terraform_data" "client_reserved" {
  count = local.keeps_client_reserved ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_client_reserved
      error_message = "client must not be bootstrap or verify, whose states and names are those of the stacks called so, nor have -<env>-saas in it, which an environment's roles take for a SaaS tenant of theirs."
    }
  }
}

resource "terraform_data" "shared_plan" {
  count = local.keeps_shared_plan ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_shared_plan
      error_message = "client SaaSShared must have plan SaaS: it is what SaaS tenants share, and no tenant of its own."
    }
  }
}

resource "terraform_data" "environment" {
  count = local.keeps_environment ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_environment
      error_message = "env must be dev, stg or prod; what the documents call staging is stg."
    }
  }
}

resource "terraform_data" "subdomain_label" {
  count = local.keeps_subdomain_label ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_subdomain_label
      error_message = "subdomain must be one DNS label in lower case, without dots, such as acme-stg."
    }
  }
}

resource "terraform_data" "subdomain_reserved" {
  count = local.keeps_subdomain_reserved ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_subdomain_reserved
      error_message = "subdomain, api_host and frontend_host must not claim www, api, saas-api or saas-api-<env> below the domain: the platform uses these itself. SaaSShared's subdomain is saas-api in prod, saas-api-<env> elsewhere."
    }
  }
}

resource "terraform_data" "subdomain_of_environment" {
  count = local.keeps_subdomain_of_environment ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_subdomain_of_environment
      error_message = "subdomain, and the label below the domain in api_host and frontend_host, must end in -<env> outside prod, such as acme-stg, and in prod in no other environment's, or two environments would claim one DNS record."
    }
  }
}

resource "terraform_data" "hosts_in_zone" {
  count = local.keeps_hosts_in_zone ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_hosts_in_zone
      error_message = "api_host and frontend_host must be below domain: their records and the proof for their certificates are made in its zone."
    }
  }
}

resource "terraform_data" "vpc_cidr" {
  count = local.keeps_vpc_cidr ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_vpc_cidr
      error_message = "vpc_cidr must be private: inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16. A SaaS tenant has no VPC of its own and leaves it out."
    }
  }
}

resource "terraform_data" "frontend_region" {
  count = local.keeps_frontend_region ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_frontend_region
      error_message = "frontend_enabled must be false in GovCloud: CloudFront is not in that partition."
    }
  }
}

resource "terraform_data" "image" {
  count = local.keeps_image ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_image
      error_message = "image must name the first image of a service; a SaaS tenant is served by SaaSShared's and leaves it out."
    }
  }
}

resource "terraform_data" "saas_values" {
  count = local.keeps_saas_values ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_saas_values
      error_message = "plan SaaS needs what SaaSShared of this environment publishes below ${local.shared_path}: apply SaaSShared first, or give saas_docdb_uri, saas_rds_endpoint, saas_api_lb_dns and saas_api_lb_zone."
    }
  }
}

resource "terraform_data" "saas_unused" {
  count = local.keeps_saas_unused ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_saas_unused
      error_message = "saas_docdb_uri, saas_docdb_secret_arn, saas_rds_endpoint, saas_api_lb_dns and saas_api_lb_zone are for SaaS tenants: a Dedicated client and SaaSShared have their own."
    }
  }
}

resource "terraform_data" "saas_pair" {
  count = local.keeps_saas_pair ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_saas_pair
      error_message = "saas_api_lb_dns and saas_api_lb_zone must be a pair: a load balancer's own name with the zone of the region's load balancers (api_lb_dns, api_lb_zone_id), or SaaSShared's host with the domain's zone (api_endpoint, hosted_zone_id)."
    }
  }
}

resource "terraform_data" "shared_in_use" {
  count = local.keeps_shared_in_use ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_shared_in_use
      error_message = local.mode == "shared" ? "overrides.deletion_protection must stay on while tenants share this stack, or it could be destroyed under them: ${join(", ", local.tenants)}." : "SaaSShared of this environment is unprotected, as before its destruction: protect it again, then add tenants."
    }
  }
}

resource "terraform_data" "restored_names" {
  count = local.keeps_restored_names ? 0 : 1

  lifecycle {
    precondition {
      condition     = local.keeps_restored_names
      error_message = "restored_cluster_identifier and restored_postgres_identifier must begin with <client>-<env>-<plan>-, or the tenant's roles, key and alarms would not reach the restored database."
    }
  }
}

resource "terraform_data" "rules" {
  depends_on = [
    terraform_data.client_slug, terraform_data.client_reserved, terraform_data.shared_plan, terraform_data.environment,
    terraform_data.subdomain_label, terraform_data.subdomain_reserved, terraform_data.subdomain_of_environment,
    terraform_data.hosts_in_zone, terraform_data.vpc_cidr, terraform_data.frontend_region,
    terraform_data.image, terraform_data.saas_values, terraform_data.saas_unused, terraform_data.saas_pair,
    terraform_data.shared_in_use, terraform_data.restored_names, aws_ssm_parameter.tenant,
  ]
}
