module "alb" {
  source = "../../modules/alb"

  name                     = local.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.public_subnet_ids
  certificate_arn          = module.dns.api_certificate_arn
  hosts                    = [local.api_host]
  target_security_group_id = module.network.tasks_security_group_id
  target_port              = local.api_port
  health_check_path        = local.health_check_path
  deletion_protection      = local.size.deletion_protection
  access_log_bucket        = module.observability.access_log_bucket

  depends_on = [terraform_data.rules]
}

module "dns" {
  source    = "../../modules/dns"
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  zone_id       = local.hosted_zone_id
  api_host      = local.api_host
  frontend_host = local.frontend_host
  api_alias     = { name = module.alb.dns_name, zone_id = module.alb.zone_id }
  frontend_alias = one([
    for frontend in module.frontend : { name = frontend.domain_name, zone_id = frontend.hosted_zone_id }
  ])

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
  access_log_bucket = module.observability.access_log_bucket
  force_destroy     = !local.size.deletion_protection

  depends_on = [terraform_data.rules]
}
