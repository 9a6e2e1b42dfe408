# terraform init -backend-config=examples/backend.hcl -backend-config=key=caliber/<client>/<env>/terraform.tfstate
bucket       = "acme-terraform-state"
region       = "us-east-1"
encrypt      = true
use_lockfile = true
