# What SaaSShared tells its tenants, and what they tell it: parameters of the account, so that neither needs the other's state.
locals {
  shared_path  = "/caliber/saasshared/${var.env}/shared"
  tenants_path = "/caliber/saasshared/${var.env}/tenants"

  # Names that the documents give as flags, and one with everything else, for the steps that act on the shared service.
  shared_values = local.mode != "shared" ? {} : {
    docdb-uri    = module.documentdb[0].uri
    rds-endpoint = module.postgres[0].endpoint
    api-lb-dns   = module.alb[0].dns_name
    api-lb-zone  = module.alb[0].zone_id
    platform = jsonencode({
      is_protected                 = local.size.deletion_protection
      cluster_name                 = module.compute[0].cluster_name
      service_name                 = module.compute[0].service_name
      task_definition_family       = module.compute[0].task_definition_family
      container_name               = module.compute[0].container_name
      image_parameter              = module.compute[0].image_parameter
      log_group                    = module.compute[0].log_group
      private_subnet_ids           = module.network[0].private_subnet_ids
      tasks_security_group_id      = module.network[0].tasks_security_group_id
      target_group_arn             = module.alb[0].target_group_arn
      documentdb_master_secret_arn = module.documentdb[0].master_secret_arn
      postgresql_master_secret_arn = module.postgres[0].master_secret_arn
    })
  }

  # What the account's parameters say, by the last part of their names. A name, a host or an ARN is no secret.
  published = { for index, name in try(data.aws_ssm_parameters_by_path.shared[0].names, []) :
    basename(name) => nonsensitive(data.aws_ssm_parameters_by_path.shared[0].values)[index]
  }
  platform = try(jsondecode(local.published["platform"]), {})
  tenants  = sort([for name in try(data.aws_ssm_parameters_by_path.tenants[0].names, []) : basename(name)])

  # What a tenant shares: as given, else as published.
  saas = {
    docdb_uri        = var.saas_docdb_uri != null ? var.saas_docdb_uri : lookup(local.published, "docdb-uri", null)
    docdb_secret_arn = var.saas_docdb_secret_arn != null ? var.saas_docdb_secret_arn : lookup(local.platform, "documentdb_master_secret_arn", null)
    rds_endpoint     = var.saas_rds_endpoint != null ? var.saas_rds_endpoint : lookup(local.published, "rds-endpoint", null)
    api_lb_dns       = var.saas_api_lb_dns != null ? var.saas_api_lb_dns : lookup(local.published, "api-lb-dns", null)
    api_lb_zone      = var.saas_api_lb_zone != null ? var.saas_api_lb_zone : lookup(local.published, "api-lb-zone", null)
  }

  # The zone that the name of the shared load balancer is in; null of a name that is neither AWS's nor the domain's.
  zone_of_shared = (
    can(regex("\\.elb\\.amazonaws\\.com$", local.saas.api_lb_dns)) ? one(data.aws_lb_hosted_zone_id.region[*].id) :
    can(regex("\\.${replace(var.domain, ".", "\\.")}$", local.saas.api_lb_dns)) ? local.hosted_zone_id : null
  )

  shared_subdomain = var.env == "prod" ? "saas-api" : "saas-api-${var.env}"

  saas_inputs = [
    var.saas_docdb_uri, var.saas_docdb_secret_arn, var.saas_rds_endpoint, var.saas_api_lb_dns, var.saas_api_lb_zone,
  ]
}

data "aws_ssm_parameters_by_path" "shared" {
  count = local.mode == "tenant" ? 1 : 0

  path = local.shared_path
}

data "aws_ssm_parameters_by_path" "tenants" {
  count = local.mode == "shared" ? 1 : 0

  path = local.tenants_path
}

# The zone that every load balancer of the region has its name in; the provider knows it by itself.
data "aws_lb_hosted_zone_id" "region" {
  count = local.mode == "tenant" ? 1 : 0

  region = var.region
}

resource "aws_ssm_parameter" "shared" {
  #checkov:skip=CKV2_AWS_34:Hosts, names and ARNs are no secrets, and every tenant's plan reads them.
  #checkov:skip=CKV_AWS_337:Hosts, names and ARNs are no secrets, and every tenant's plan reads them.
  for_each = toset(local.mode == "shared" ? ["docdb-uri", "rds-endpoint", "api-lb-dns", "api-lb-zone", "platform"] : [])

  name           = "${local.shared_path}/${each.key}"
  description    = "What SaaS tenants of ${var.env} share"
  type           = "String"
  insecure_value = local.shared_values[each.key]
}

# While it is there, SaaSShared cannot be unprotected, and so not be destroyed. Every module waits for it as for the rules, so
# that it comes first and goes last.
resource "aws_ssm_parameter" "tenant" {
  #checkov:skip=CKV2_AWS_34:That a tenant exists is no secret, and SaaSShared's plan reads it.
  #checkov:skip=CKV_AWS_337:That a tenant exists is no secret, and SaaSShared's plan reads it.
  count = local.mode == "tenant" ? 1 : 0

  name           = "${local.tenants_path}/${local.client}"
  description    = "A tenant of SaaSShared in ${var.env}"
  type           = "String"
  insecure_value = local.api_host
}
