# Asked only when the inputs leave it open, so that tests need no answers from AWS.

data "aws_caller_identity" "current" {
  count = var.account_id == null ? 1 : 0
}

data "aws_availability_zones" "available" {
  count = var.availability_zones == null ? 1 : 0

  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

# The zone exists beforehand; it is nobody's to create or destroy here.
data "aws_route53_zone" "domain" {
  count = var.hosted_zone_id == null ? 1 : 0

  name         = var.domain
  private_zone = false
}
