mock_provider "aws" {
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-central-1:111122223333:acme-prod-dedicated-alarms" }
  }
}

variables {
  name                  = "acme-prod-dedicated"
  region                = "eu-central-1"
  account_id            = "111122223333"
  kms_key_arn           = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
  alarm_emails          = ["oncall@acme.example", "boss@acme.example"]
  access_log_bucket     = "acme-prod-dedicated-access-logs-111122223333"
  load_balancer         = { arn_suffix = "app/acme/1", target_group_arn_suffix = "targetgroup/api/2" }
  service               = { cluster_name = "acme-prod-dedicated", service_name = "acme-prod-dedicated-api" }
  postgres_identifier   = "acme-prod-dedicated-postgres"
  documentdb_identifier = "acme-prod-dedicated-documentdb"
}

run "everything_is_watched_and_tells_what_to_do" {
  command = plan

  assert {
    condition = output.alarm_names == tolist([
      "acme-prod-dedicated-documentdb-cpu",
      "acme-prod-dedicated-documentdb-memory",
      "acme-prod-dedicated-documentdb-volume",
      "acme-prod-dedicated-latency",
      "acme-prod-dedicated-load-balancer-errors",
      "acme-prod-dedicated-postgres-connections",
      "acme-prod-dedicated-postgres-cpu",
      "acme-prod-dedicated-postgres-storage",
      "acme-prod-dedicated-service-cpu",
      "acme-prod-dedicated-service-memory",
      "acme-prod-dedicated-service-tasks",
      "acme-prod-dedicated-target-errors",
      "acme-prod-dedicated-unhealthy-hosts",
    ])
    error_message = "Thirteen alarms, named after the tenant."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this), aws_cloudwatch_metric_alarm.tasks) : strcontains(alarm.alarm_description, " Next: ") && length(alarm.alarm_description) <= 1024])
    error_message = "Every alarm says what to do next, within CloudWatch's 1024 characters."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.datapoints_to_alarm <= alarm.evaluation_periods && alarm.evaluation_periods * alarm.period <= 86400])
    error_message = "No alarm waits for more points than it looks at, or longer than a day."
  }
}

run "silence_means_what_it_means_for_each_metric" {
  command = plan

  assert {
    condition = { for name, alarm in aws_cloudwatch_metric_alarm.this : name => alarm.treat_missing_data } == {
      documentdb-cpu       = "breaching"
      documentdb-memory    = "missing"
      documentdb-volume    = "missing"
      latency              = "notBreaching"
      load-balancer-errors = "notBreaching"
      postgres-connections = "missing"
      postgres-cpu         = "breaching"
      postgres-storage     = "missing"
      service-cpu          = "notBreaching"
      service-memory       = "notBreaching"
      target-errors        = "notBreaching"
      unhealthy-hosts      = "notBreaching"
    }
    error_message = "No errors are no errors; a database that reports nothing is down, and one alarm says so."
  }
}

run "alarms_look_at_what_was_named" {
  command = plan

  assert {
    condition = aws_cloudwatch_metric_alarm.this["load-balancer-errors"].dimensions == tomap({ LoadBalancer = "app/acme/1" }) && alltrue([
      for name in ["target-errors", "unhealthy-hosts", "latency"] :
      aws_cloudwatch_metric_alarm.this[name].dimensions == tomap({ LoadBalancer = "app/acme/1", TargetGroup = "targetgroup/api/2" })
    ])
    error_message = "The load balancer's own errors are its alone; the rest is the target group's."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["service-cpu"].dimensions == tomap({ ClusterName = "acme-prod-dedicated", ServiceName = "acme-prod-dedicated-api" })
      && aws_cloudwatch_metric_alarm.this["postgres-cpu"].dimensions == tomap({ DBInstanceIdentifier = "acme-prod-dedicated-postgres" })
      && aws_cloudwatch_metric_alarm.this["documentdb-cpu"].dimensions == tomap({ DBClusterIdentifier = "acme-prod-dedicated-documentdb" })
    )
    error_message = "Service and databases by the dimensions that their metrics have."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["latency"].extended_statistic == "p95"
      && aws_cloudwatch_metric_alarm.this["latency"].statistic == null
      && aws_cloudwatch_metric_alarm.this["latency"].evaluate_low_sample_count_percentiles == "ignore"
    )
    error_message = "Latency is a percentile, and of many requests."
  }

  assert {
    condition = aws_cloudwatch_metric_alarm.this["postgres-storage"].threshold == 2147483648 && aws_cloudwatch_metric_alarm.this["documentdb-memory"].threshold == 268435456 && alltrue([
      for name in ["postgres-storage", "documentdb-memory"] : aws_cloudwatch_metric_alarm.this[name].comparison_operator == "LessThanThreshold"
    ])
    error_message = "What runs out is watched from below, in bytes."
  }

  assert {
    condition = { for query in aws_cloudwatch_metric_alarm.tasks[0].metric_query : query.id => coalesce(query.expression, one(query.metric[*].metric_name)) } == {
      missing = "desired - running"
      desired = "DesiredTaskCount"
      running = "RunningTaskCount"
    }
    error_message = "Tasks are missing when fewer run than should."
  }
}

run "only_alarms_of_this_tenant_publish_and_nothing_unencrypted" {
  command = apply

  assert {
    condition = jsondecode(aws_sns_topic.alarms[0].policy).Statement == [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = "arn:aws:sns:eu-central-1:111122223333:acme-prod-dedicated-alarms"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "AlarmsOfThisTenant"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = "arn:aws:sns:eu-central-1:111122223333:acme-prod-dedicated-alarms"
        Condition = {
          StringEquals = { "aws:SourceAccount" = "111122223333" }
          ArnLike      = { "aws:SourceArn" = "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acme-prod-dedicated-*" }
        }
      },
    ]
    error_message = "The topic's policy lets in CloudWatch, for this tenant's alarms in this account."
  }

  assert {
    condition     = aws_sns_topic.alarms[0].kms_master_key_id == var.kms_key_arn && length(aws_sns_topic_subscription.email) == 2
    error_message = "Messages are encrypted with the tenant's key and sent to every address."
  }

  assert {
    condition = alltrue([
      for alarm in concat(values(aws_cloudwatch_metric_alarm.this), aws_cloudwatch_metric_alarm.tasks) :
      alarm.alarm_actions == toset([output.topic_arn]) && alarm.ok_actions == toset([output.topic_arn])
    ])
    error_message = "Every alarm tells the topic when it begins and when it ends."
  }
}

run "the_log_bucket_takes_logs_of_this_account_over_tls_only" {
  command = plan

  assert {
    condition = jsondecode(aws_s3_bucket_policy.access_logs[0].policy).Statement == [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::acme-prod-dedicated-access-logs-111122223333", "arn:aws:s3:::acme-prod-dedicated-access-logs-111122223333/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Tls12OrNewer"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::acme-prod-dedicated-access-logs-111122223333", "arn:aws:s3:::acme-prod-dedicated-access-logs-111122223333/*"]
        Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
      },
      {
        Sid       = "LoadBalancersOfThisAccount"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::acme-prod-dedicated-access-logs-111122223333/AWSLogs/111122223333/*"
      },
      {
        Sid       = "CloudFrontOfThisAccount"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::acme-prod-dedicated-access-logs-111122223333/AWSLogs/111122223333/*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = "111122223333", "s3:x-amz-acl" = "bucket-owner-full-control" }
          ArnLike      = { "aws:SourceArn" = "arn:aws:logs:us-east-1:111122223333:delivery-source:*" }
        }
      },
    ]
    error_message = "Two services write below this account's number; nobody comes without TLS 1.2."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.access_logs[0].block_public_acls,
      aws_s3_bucket_public_access_block.access_logs[0].block_public_policy,
      aws_s3_bucket_public_access_block.access_logs[0].ignore_public_acls,
      aws_s3_bucket_public_access_block.access_logs[0].restrict_public_buckets,
      aws_s3_bucket_versioning.access_logs[0].versioning_configuration[0].status == "Enabled",
      !aws_s3_bucket.access_logs[0].force_destroy,
    ])
    error_message = "Not public, versioned, and not deleted with logs in it."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.access_logs[0].rule[0].expiration[0].days == 365 && output.access_log_bucket == "acme-prod-dedicated-access-logs-111122223333"
    error_message = "Logs are kept for a year, and the bucket's name is known when planning."
  }
}
