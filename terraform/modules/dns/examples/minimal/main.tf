provider "aws" {
  region = "eu-central-1"
}

# Certificates of CloudFront live here, wherever the rest is.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

module "dns" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  zone_id        = "Z0123456789ABCDEFGHIJ"
  api_host       = "acme-dev.hicaliber.net"
  frontend_host  = "www.acme-dev.hicaliber.net"
  api_alias      = { name = "acme-dev-dedicated-api-1234567890.eu-central-1.elb.amazonaws.com", zone_id = "Z215JYRZR1TBD5" }
  frontend_alias = { name = "d111111abcdef8.cloudfront.net", zone_id = "Z2FDTNDATAQYW2" }
}

output "api_host" {
  description = "Where the example's API answers."
  value       = module.dns.api_host
}
