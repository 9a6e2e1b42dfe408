provider "aws" {
  region = "us-east-1"
}

module "network" {
  source = "../.."

  name               = "acme-dev-dedicated"
  region             = "us-east-1"
  account_id         = "123456789012"
  vpc_cidr           = "10.30.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b"]
  flow_log_group     = "/caliber/acme/dev/flow-logs"
}

output "private_subnet_ids" {
  description = "Where the tasks of the example would run."
  value       = module.network.private_subnet_ids
}
