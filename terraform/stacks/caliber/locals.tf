locals {
  client = lower(var.client)
  name   = "${local.client}-${var.env}-${lower(var.plan)}"

  # Three modes: a client with everything of its own, what SaaS tenants share, and a tenant that has hosts, frontend and secrets only.
  mode   = var.plan == "Dedicated" ? "dedicated" : local.client == "saasshared" ? "shared" : "tenant"
  is_own = local.mode != "tenant"
  own    = local.is_own ? 1 : 0

  # A SaaS tenant's host is on the shared load balancer, whose certificate covers it.
  is_certificate_made = local.is_own && var.api_certificate_arn == null

  tags = {
    Project   = "Caliber"
    Client    = var.client
    Plan      = var.plan
    Env       = var.env
    ManagedBy = "Terraform"
  }

  # Where people and browsers go, in one place.
  api_host      = coalesce(var.api_host, "${var.subdomain}.${var.domain}")
  frontend_host = var.frontend_enabled ? coalesce(var.frontend_host, "www.${var.subdomain}.${var.domain}") : null
  hosts         = compact([local.api_host, local.frontend_host])

  # The labels right below the domain that the tenant takes records in, chosen hosts' among them: what a subdomain must not be,
  # they must not be either.
  claims = distinct(concat([var.subdomain], [
    for host in local.hosts : regex("[^.]*$", trimsuffix(host, ".${var.domain}")) if endswith(host, ".${var.domain}")
  ]))

  private_ranges = "^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)"

  partition  = startswith(var.region, "us-gov-") ? "aws-us-gov" : "aws"
  account_id = var.account_id == null ? one(data.aws_caller_identity.current[*].account_id) : var.account_id
  zones = var.availability_zones == null ? slice(
    sort(one(data.aws_availability_zones.available[*].names)), 0, 2
  ) : var.availability_zones
  hosted_zone_id = var.hosted_zone_id == null ? one(data.aws_route53_zone.domain[*].zone_id) : var.hosted_zone_id

  permissions_boundary = (
    var.permissions_boundary == null ? null :
    "arn:${local.partition}:iam::${local.account_id}:policy/${var.permissions_boundary}"
  )

  api_port          = 8000
  health_check_path = "/healthz"

  # The names that log groups have by our choice, and by AWS's; the key's policy admits these and no others.
  logs = "/caliber/${local.client}/${var.env}/"
  log_group_prefixes = [
    local.logs,
    "/aws/docdb/${local.name}-",
    "/aws/rds/instance/${local.name}-",
  ]
}
