# Credentials come from the environment only: a backend or provider argument would end up in saved plans.
provider "aws" {
  region              = var.region
  allowed_account_ids = var.account_id == null ? null : [var.account_id]

  default_tags {
    tags = local.tags
  }
}

# CloudFront takes certificates and log deliveries from this region only. GovCloud's credentials are not known there, and
# nothing is made there without a frontend.
provider "aws" {
  alias               = "us_east_1"
  region              = local.partition == "aws" ? "us-east-1" : var.region
  allowed_account_ids = var.account_id == null ? null : [var.account_id]

  default_tags {
    tags = local.tags
  }
}
