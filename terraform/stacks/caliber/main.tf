module "secrets" {
  source = "../../modules/secrets"

  client               = local.client
  env                  = var.env
  region               = var.region
  account_id           = local.account_id
  partition            = local.partition
  recovery_window_days = local.size.recovery_window_days
  log_group_prefixes   = local.log_group_prefixes
  alarm_prefix         = "${local.name}-"

  depends_on = [terraform_data.rules]
}

module "network" {
  source = "../../modules/network"
  count  = local.own

  name                    = local.name
  region                  = var.region
  account_id              = local.account_id
  partition               = local.partition
  vpc_cidr                = var.vpc_cidr
  availability_zones      = local.zones
  single_nat_gateway      = var.single_nat_gateway
  interface_endpoints     = var.interface_endpoints
  flow_log_group          = "${local.logs}flow-logs"
  flow_log_retention_days = local.size.log_retention_days
  kms_key_arn             = module.secrets.kms_key_arn
  iam_path                = var.iam_path
  permissions_boundary    = local.permissions_boundary

  depends_on = [terraform_data.rules]
}

module "compute" {
  source = "../../modules/compute"
  count  = local.own

  name                 = local.name
  region               = var.region
  account_id           = local.account_id
  partition            = local.partition
  subnet_ids           = module.network[0].private_subnet_ids
  security_group_ids   = [module.network[0].tasks_security_group_id]
  load_balancer        = { target_group_arn = module.alb[0].target_group_arn }
  image                = var.image
  image_parameter      = "${local.logs}api-image"
  cpu                  = var.cpu
  memory               = var.memory
  cpu_architecture     = var.cpu_architecture
  execute_command      = var.execute_command
  container_port       = local.api_port
  health_check_path    = local.health_check_path
  kms_key_arn          = module.secrets.kms_key_arn
  log_group            = "${local.logs}api"
  log_retention_days   = local.size.log_retention_days
  iam_path             = var.iam_path
  permissions_boundary = local.permissions_boundary

  environment = {
    CALIBER_CLIENT = local.client
    CALIBER_ENV    = var.env
    CALIBER_HOST   = local.api_host
  }

  # Postgres' user and password come from where AWS rotates them, so that they are never stale; a URI is one value, which the
  # seed step composes.
  secrets = {
    DOCDB_URI         = module.secrets.secret_arns["docdb-uri"]
    POSTGRES_ENDPOINT = module.secrets.secret_arns["postgres-endpoint"]
    POSTGRES_USER     = "${module.postgres[0].master_secret_arn}:username::"
    POSTGRES_PASSWORD = "${module.postgres[0].master_secret_arn}:password::"
    DJANGO_SECRET_KEY = module.secrets.secret_arns["django-secret-key"]

    # Keys of before the last rotation: sessions signed with them stay valid.
    DJANGO_SECRET_KEY_FALLBACKS = module.secrets.secret_arns["django-secret-key-fallbacks"]
  }

  depends_on = [terraform_data.rules]
}
