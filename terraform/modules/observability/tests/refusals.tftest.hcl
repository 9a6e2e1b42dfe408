mock_provider "aws" {}

variables {
  name                = "acme-stg-dedicated"
  region              = "eu-central-1"
  account_id          = "111122223333"
  kms_key_arn         = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
  access_logs_enabled = false
}

run "a_name_that_breaks_the_rules_of_identifiers_is_refused" {
  command         = plan
  expect_failures = [var.name]

  variables {
    name = "acme--stg"
  }
}

run "an_account_that_is_none_is_refused" {
  command         = plan
  expect_failures = [var.account_id]

  variables {
    account_id  = "1234"
    kms_key_arn = "arn:aws:kms:eu-central-1:1234:key/0b1c2d3e"
  }
}

run "a_partition_with_other_endpoints_is_refused" {
  command         = plan
  expect_failures = [var.partition]

  variables {
    partition   = "aws-cn"
    kms_key_arn = "arn:aws-cn:kms:eu-central-1:111122223333:key/0b1c2d3e"
  }
}

run "an_alias_in_place_of_a_key_is_refused" {
  command         = plan
  expect_failures = [var.kms_key_arn]

  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:alias/aws/sns"
  }
}

run "an_address_that_is_none_is_refused" {
  command         = plan
  expect_failures = [var.alarm_emails]

  variables {
    alarm_emails = ["oncall"]
  }
}

run "a_threshold_of_zero_is_refused" {
  command         = plan
  expect_failures = [var.thresholds]

  variables {
    thresholds = { latency_seconds = 0 }
  }
}

run "more_than_all_of_the_cpu_is_refused" {
  command         = plan
  expect_failures = [var.thresholds]

  variables {
    thresholds = { database_percent = 100 }
  }
}

run "a_log_bucket_without_a_name_is_refused" {
  command         = plan
  expect_failures = [var.access_log_bucket]

  variables {
    access_logs_enabled = true
  }
}

run "a_log_bucket_that_s3_would_not_name_so_is_refused" {
  command         = plan
  expect_failures = [var.access_log_bucket]

  variables {
    access_log_bucket = "Acme_Logs"
  }
}

run "logs_kept_for_no_day_are_refused" {
  command         = plan
  expect_failures = [var.access_log_retention_days]

  variables {
    access_log_retention_days = 0
  }
}
