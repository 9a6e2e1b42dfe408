provider "aws" {
  region = "us-east-1"
}

module "secrets" {
  source = "../.."

  client     = "acme"
  env        = "dev"
  region     = "us-east-1"
  account_id = "123456789012"
}

output "secret_arns" {
  description = "Containers of the example; a seed step writes their values."
  value       = module.secrets.secret_arns
}
