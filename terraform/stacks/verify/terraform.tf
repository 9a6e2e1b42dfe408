terraform {
  required_version = ">= 1.11.4"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }

  # Bucket, key and region come with -backend-config; the key is caliber/verify/<env>/terraform.tfstate.
  backend "s3" {}
}
