module "secrets" {
  source = "../../modules/secrets"

  client               = local.client
  env                  = var.env
  region               = var.region
  account_id           = local.account_id
  partition            = local.partition
  recovery_window_days = local.recovery_window_days
  log_group_prefix     = local.logs
}

module "network" {
  source = "../../modules/network"

  name                    = local.name
  region                  = var.region
  account_id              = local.account_id
  partition               = local.partition
  vpc_cidr                = var.vpc_cidr
  availability_zones      = local.zones
  single_nat_gateway      = var.single_nat_gateway
  interface_endpoints     = var.interface_endpoints
  flow_log_group          = "${local.logs}flow-logs"
  flow_log_retention_days = local.log_retention_days
  kms_key_arn             = module.secrets.kms_key_arn
}

module "compute" {
  source = "../../modules/compute"

  name               = local.name
  region             = var.region
  account_id         = local.account_id
  partition          = local.partition
  subnet_ids         = module.network.private_subnet_ids
  security_group_ids = [module.network.tasks_security_group_id]
  image              = var.image
  cpu                = var.cpu
  memory             = var.memory
  kms_key_arn        = module.secrets.kms_key_arn
  log_group          = "${local.logs}api"
  log_retention_days = local.log_retention_days

  environment = {
    CALIBER_CLIENT = local.client
    CALIBER_ENV    = var.env
    CALIBER_HOST   = local.api_host
  }

  secrets = {
    DOCDB_URI         = module.secrets.secret_arns["docdb-uri"]
    POSTGRES_ENDPOINT = module.secrets.secret_arns["postgres-endpoint"]
    DJANGO_SECRET_KEY = module.secrets.secret_arns["django-secret-key"]
  }
}
