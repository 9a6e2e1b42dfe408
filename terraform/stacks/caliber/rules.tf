# What a tenant may be called and where it may live, one rule a resource, so that a refusal names the rule it broke. They hold
# nothing and cost nothing; every module waits for the last of them, so that a refused tenant is refused in one sentence.

resource "terraform_data" "client_slug" {
  lifecycle {
    precondition {
      condition     = can(regex("^[a-z][a-z0-9-]{1,12}$", local.client)) && !can(regex("--|-$", local.client))
      error_message = "client must be 2 to 13 letters, digits and single hyphens, start with a letter and end with none of the hyphens, so that <client>-<env>-dedicated-api fits a load balancer's 32 characters."
    }
  }
}

resource "terraform_data" "client_reserved" {
  lifecycle {
    precondition {
      condition     = !contains(["saasshared", "bootstrap", "verify"], local.client)
      error_message = "client must not be SaaSShared, which holds what SaaS tenants share and comes with the tenant modes, nor bootstrap or verify, whose states and names are those of the stacks called so; name a tenant of its own."
    }
  }
}

resource "terraform_data" "plan_dedicated" {
  lifecycle {
    precondition {
      condition     = var.plan != "SaaS"
      error_message = "plan SaaS comes with the tenant modes; until then only Dedicated can be applied."
    }
  }
}

resource "terraform_data" "environment" {
  lifecycle {
    precondition {
      condition     = contains(keys(local.by_environment), var.env)
      error_message = "env must be dev, stg or prod; what the documents call staging is stg."
    }
  }
}

resource "terraform_data" "subdomain_label" {
  lifecycle {
    precondition {
      condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.subdomain))
      error_message = "subdomain must be one DNS label in lower case, without dots, such as acme-stg."
    }
  }
}

resource "terraform_data" "subdomain_reserved" {
  lifecycle {
    precondition {
      condition     = length(setintersection(local.claims, ["www", "api", "saas-api"])) == 0
      error_message = "subdomain, api_host and frontend_host must not claim www, api or saas-api below the domain: the platform uses these itself."
    }
  }
}

resource "terraform_data" "subdomain_of_environment" {
  lifecycle {
    precondition {
      condition = alltrue([
        for claim in local.claims : var.env == "prod" ? !can(regex("-(dev|stg)$", claim)) : endswith(claim, "-${var.env}")
      ])
      error_message = "subdomain, and the label below the domain in api_host and frontend_host, must end in -<env> outside prod, such as acme-stg, and in prod in no other environment's, or two environments would claim one DNS record."
    }
  }
}

resource "terraform_data" "hosts_in_zone" {
  lifecycle {
    precondition {
      condition     = alltrue([for host in local.hosts : endswith(host, ".${var.domain}")])
      error_message = "api_host and frontend_host must be below domain: their records and the proof for their certificates are made in its zone."
    }
  }
}

resource "terraform_data" "vpc_cidr" {
  lifecycle {
    precondition {
      condition     = can(regex(local.private_ranges, var.vpc_cidr))
      error_message = "vpc_cidr must be private: inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16."
    }
  }
}

resource "terraform_data" "frontend_region" {
  lifecycle {
    precondition {
      condition     = !var.frontend_enabled || local.partition == "aws"
      error_message = "frontend_enabled must be false in GovCloud: CloudFront is not in that partition."
    }
  }
}

resource "terraform_data" "rules" {
  depends_on = [
    terraform_data.client_slug, terraform_data.client_reserved, terraform_data.plan_dedicated, terraform_data.environment,
    terraform_data.subdomain_label, terraform_data.subdomain_reserved, terraform_data.subdomain_of_environment,
    terraform_data.hosts_in_zone, terraform_data.vpc_cidr, terraform_data.frontend_region,
  ]
}
