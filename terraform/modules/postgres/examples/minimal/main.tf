provider "aws" {
  region = "us-east-1"
}

module "postgres" {
  source = "../.."

  name                      = "acme-dev-dedicated"
  region                    = "us-east-1"
  account_id                = "123456789012"
  vpc_id                    = "vpc-0a1b2c3d4e5f60718"
  subnet_ids                = ["subnet-0a1b2c3d4e5f60718", "subnet-1a1b2c3d4e5f60718"]
  client_security_group_ids = { tasks = "sg-0a1b2c3d4e5f60718" }
  kms_key_arn               = "arn:aws:kms:us-east-1:123456789012:key/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"
}

output "postgresql_endpoint" {
  description = "Host and port that the application connects to."
  value       = module.postgres.endpoint
}
