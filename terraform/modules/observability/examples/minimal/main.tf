provider "aws" {
  region = "us-east-1"
}

module "observability" {
  source = "../.."

  name              = "acme-dev-dedicated"
  region            = "us-east-1"
  account_id        = "123456789012"
  kms_key_arn       = "arn:aws:kms:us-east-1:123456789012:key/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"
  alarm_emails      = ["oncall@acme.example"]
  access_log_bucket = "acme-dev-dedicated-access-logs-123456789012"

  service = {
    cluster_name = "acme-dev-dedicated"
    service_name = "acme-dev-dedicated-api"
  }
}

output "alarms" {
  description = "Alarms of the example."
  value       = module.observability.alarm_names
}
