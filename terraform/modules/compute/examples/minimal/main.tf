provider "aws" {
  region = "us-east-1"
}

module "compute" {
  source = "../.."

  name               = "acme-dev-dedicated"
  region             = "us-east-1"
  account_id         = "123456789012"
  subnet_ids         = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  image              = "ghcr.io/acme/api:1.4.2"
  image_parameter    = "/caliber/acme/dev/api-image"
  log_group          = "/caliber/acme/dev/api"
}

output "service_name" {
  description = "Service that a rollout would update."
  value       = module.compute.service_name
}
