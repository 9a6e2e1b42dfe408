# Whose things a deploy or a seed role may touch: one tenant's, or those of every tenant of an environment.
locals {
  # `<client>-<env>` → names of the stack and of the one whose service it uses, and their paths in secrets, parameters and logs.
  tenants = { for tenant in local.told_tenants : "${tenant.client}-${tenant.env}" => {
    names           = ["${tenant.client}-${tenant.env}-${lower(tenant.plan)}"]
    paths           = ["${tenant.client}/${tenant.env}"]
    services        = ["${tenant.server}-${tenant.env}-${lower(tenant.plan)}"]
    service_paths   = ["${tenant.server}/${tenant.env}"]
    tags            = { Client = tenant.tag, Env = tenant.env }
    environment     = coalesce(tenant.environment, "caliber-${tenant.env}")
    distribution_id = tenant.distribution_id
  } }

  # `<env>` → the same of all its tenants: those that operators work on have no roles of their own.
  operated = { for env in var.operated_environments : env => {
    names           = local.every[env]
    paths           = ["*/${env}"]
    services        = local.every[env]
    service_paths   = ["*/${env}"]
    tags            = { Env = env }
    environment     = "caliber-${env}"
    distribution_id = null
  } }

  reaches = merge(local.tenants, local.operated)

  # A SaaS tenant is served by SaaSShared.
  told_tenants = [for tenant in var.tenants : merge(tenant, {
    client = lower(tenant.client)
    tag    = tenant.client
    server = tenant.plan == "SaaS" ? "saasshared" : lower(tenant.client)
  })]
  every = { for env in var.operated_environments : env => [for name in local.names : replace(name, "*-", "*-${env}-")] }
}
