"""AWS on one machine: moto in one process, with what our Terraform, our actions and our trust policies need on top."""
