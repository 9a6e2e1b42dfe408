terraform {
  required_version = ">= 1.11.4"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }

  # Bucket and key come with -backend-config. The first apply makes the bucket, so it takes examples/local_override.tf.
  backend "s3" {}
}
