# Region and credentials come from the environment, as the workflow's job has them.
provider "aws" {
  default_tags {
    tags = {
      Project   = "Caliber"
      Client    = "verify"
      Plan      = "Dedicated"
      Env       = var.env
      ManagedBy = "Terraform"
    }
  }
}
