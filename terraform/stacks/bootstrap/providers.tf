# Credentials come from the environment only: a backend or provider argument would end up in saved plans.
provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  # Another project than the stacks': their roles may change what carries Project=Caliber, and must not change this.
  default_tags {
    tags = {
      Project   = "Caliber-Bootstrap"
      ManagedBy = "Terraform"
    }
  }
}
