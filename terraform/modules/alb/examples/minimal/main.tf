provider "aws" {
  region = "us-east-1"
}

module "alb" {
  source = "../.."

  name                     = "acme-dev-dedicated"
  vpc_id                   = "vpc-0123456789abcdef0"
  subnet_ids               = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  certificate_arn          = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
  hosts                    = ["acme-dev.hicaliber.net"]
  target_security_group_id = "sg-0123456789abcdef0"
}

output "dns_name" {
  description = "Where the example's alias record would point to."
  value       = module.alb.dns_name
}
