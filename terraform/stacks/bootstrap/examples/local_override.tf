# For the very first apply: Terraform puts an override in place of the block in terraform.tf.
terraform {
  backend "local" {}
}
