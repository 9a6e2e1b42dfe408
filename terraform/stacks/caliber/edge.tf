module "alb" {
  source = "../../modules/alb"
  count  = local.own

  name                     = local.name
  vpc_id                   = module.network[0].vpc_id
  subnet_ids               = module.network[0].public_subnet_ids
  certificate_arn          = local.is_certificate_made ? module.dns.api_certificate_arn : var.api_certificate_arn
  hosts                    = [local.mode == "shared" ? "*.${var.domain}" : local.api_host]
  target_security_group_id = module.network[0].tasks_security_group_id
  target_port              = local.api_port
  health_check_path        = local.health_check_path
  deletion_protection      = local.size.deletion_protection
  access_log_bucket        = module.observability[0].access_log_bucket

  depends_on = [terraform_data.rules]
}

module "dns" {
  source    = "../../modules/dns"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  zone_id         = local.hosted_zone_id
  api_host        = local.api_host
  api_certificate = local.is_certificate_made
  frontend_host   = local.frontend_host

  # One certificate for all tenants' hosts, as a load balancer takes 25 at most; www.<subdomain> is CloudFront's, each its own.
  api_certificate_domain = local.mode == "shared" ? "*.${var.domain}" : null

  api_alias = {
    name    = local.is_own ? one(module.alb[*].dns_name) : local.saas.api_lb_dns
    zone_id = local.is_own ? one(module.alb[*].zone_id) : local.saas.api_lb_zone
  }

  # By its index: module.frontend as a whole would be waited for to its last resource.
  frontend_alias = var.frontend_enabled ? {
    name    = module.frontend[0].domain_name
    zone_id = module.frontend[0].hosted_zone_id
  } : null

  depends_on = [terraform_data.rules]
}

module "frontend" {
  source    = "../../modules/frontend"
  count     = var.frontend_enabled ? 1 : 0
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name              = local.name
  bucket            = "${local.name}-frontend-${local.account_id}"
  host              = local.frontend_host
  api_host          = local.api_host
  certificate_arn   = module.dns.frontend_certificate_arn
  price_class       = var.price_class
  access_log_bucket = local.is_own ? module.observability[0].access_log_bucket : null
  force_destroy     = !local.size.deletion_protection

  depends_on = [terraform_data.rules]
}
