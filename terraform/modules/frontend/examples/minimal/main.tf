provider "aws" {
  region = "eu-central-1"
}

# CloudFront's certificates and log deliveries live here, wherever the bucket is.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

module "frontend" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name            = "acme-dev-dedicated"
  bucket          = "acme-dev-dedicated-frontend-123456789012"
  host            = "www.acme-dev.hicaliber.net"
  api_host        = "acme-dev.hicaliber.net"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
}

output "domain_name" {
  description = "Where the example's alias record would point to."
  value       = module.frontend.domain_name
}
