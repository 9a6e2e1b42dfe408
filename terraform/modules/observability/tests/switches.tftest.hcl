mock_provider "aws" {}

variables {
  name        = "acme-stg-dedicated"
  region      = "eu-central-1"
  account_id  = "111122223333"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
}

run "everything_off_makes_nothing" {
  command = plan

  variables {
    alarms_enabled        = false
    access_logs_enabled   = false
    alarm_emails          = ["oncall@acme.example"]
    access_log_bucket     = "acme-stg-dedicated-access-logs-111122223333"
    load_balancer         = { arn_suffix = "app/acme/1", target_group_arn_suffix = "targetgroup/api/2" }
    service               = { cluster_name = "acme", service_name = "acme-api" }
    postgres_identifier   = "acme-postgres"
    documentdb_identifier = "acme-documentdb"
  }

  assert {
    condition = length(concat(
      aws_sns_topic.alarms, values(aws_sns_topic_subscription.email), values(aws_cloudwatch_metric_alarm.this), aws_cloudwatch_metric_alarm.tasks,
      aws_s3_bucket.access_logs, aws_s3_bucket_policy.access_logs, aws_s3_bucket_versioning.access_logs,
      aws_s3_bucket_public_access_block.access_logs, aws_s3_bucket_lifecycle_configuration.access_logs,
    )) == 0
    error_message = "Nothing is made."
  }

  assert {
    condition     = output.topic_arn == null && output.access_log_bucket == null && output.access_log_bucket_domain_name == null && length(output.alarm_names) == 0
    error_message = "Outputs of what is off are null, which callers pass on."
  }
}

run "access_logs_come_without_alarms" {
  command = plan

  variables {
    alarms_enabled            = false
    access_log_bucket         = "acme-stg-dedicated-access-logs-111122223333"
    access_log_retention_days = 30
    force_destroy             = true
  }

  assert {
    condition     = aws_s3_bucket.access_logs[0].force_destroy && aws_s3_bucket_lifecycle_configuration.access_logs[0].rule[0].expiration[0].days == 30 && output.topic_arn == null
    error_message = "Either half is made alone."
  }
}

run "what_is_not_named_is_not_watched" {
  command = plan

  variables {
    access_logs_enabled = false
    postgres_identifier = "acme-stg-dedicated-postgres"
    thresholds          = { postgres_connections = 80 }
  }

  assert {
    condition     = output.alarm_names == tolist(["acme-stg-dedicated-postgres-connections", "acme-stg-dedicated-postgres-cpu", "acme-stg-dedicated-postgres-storage"])
    error_message = "Alarms of the one database, and no others."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["postgres-connections"].threshold == 80 && aws_cloudwatch_metric_alarm.this["postgres-cpu"].threshold == 85
    error_message = "A threshold that is given counts, the others keep their defaults."
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
