mock_provider "aws" {}

variables {
  name                      = "acme-prod-dedicated"
  region                    = "eu-central-1"
  account_id                = "111122223333"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1", "subnet-2"]
  client_security_group_ids = { tasks = "sg-tasks" }
  kms_key_arn               = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
}

run "a_name_that_breaks_the_rules_of_identifiers_is_refused" {
  command         = plan
  expect_failures = [var.name]

  variables {
    name = "acme--prod"
  }
}

run "an_identifier_that_ends_in_a_hyphen_is_refused" {
  command         = plan
  expect_failures = [var.identifier]

  variables {
    identifier = "acme-prod-"
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

run "one_subnet_is_refused" {
  command         = plan
  expect_failures = [var.subnet_ids]

  variables {
    subnet_ids = ["subnet-1"]
  }
}

run "a_client_without_a_usable_name_is_refused" {
  command         = plan
  expect_failures = [var.client_security_group_ids]

  variables {
    client_security_group_ids = { "The Tasks" = "sg-tasks" }
  }
}

run "a_key_of_another_region_is_refused" {
  command         = plan
  expect_failures = [var.kms_key_arn]

  variables {
    kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/0b1c2d3e"
  }
}

run "an_unknown_engine_version_is_refused" {
  command         = plan
  expect_failures = [var.engine_version]

  variables {
    engine_version = "11"
  }
}

run "an_instance_class_that_is_none_is_refused" {
  command         = plan
  expect_failures = [var.instance_class]

  variables {
    instance_class = "t4g.medium"
  }
}

run "less_storage_than_gp3_begins_with_is_refused" {
  command         = plan
  expect_failures = [var.allocated_storage]

  variables {
    allocated_storage = 10
  }
}

run "storage_without_room_to_grow_is_refused" {
  command         = plan
  expect_failures = [var.max_allocated_storage]

  variables {
    max_allocated_storage = 20
  }
}

run "a_database_that_is_there_already_is_refused" {
  command         = plan
  expect_failures = [var.database_name]

  variables {
    database_name = "postgres"
  }
}

run "a_reserved_master_username_is_refused" {
  command         = plan
  expect_failures = [var.master_username]

  variables {
    master_username = "admin"
  }
}

run "a_master_username_of_the_system_s_is_refused" {
  command         = plan
  expect_failures = [var.master_username]

  variables {
    master_username = "pg_caliber"
  }
}

run "a_rotation_of_no_days_is_refused" {
  command         = plan
  expect_failures = [var.rotation_days]

  variables {
    rotation_days = 0
  }
}

run "fewer_days_of_backups_than_promised_are_refused" {
  command         = plan
  expect_failures = [var.backup_retention_days]

  variables {
    backup_retention_days = 6
  }
}

run "a_backup_over_midnight_is_refused" {
  command         = plan
  expect_failures = [var.backup_window]

  variables {
    backup_window = "23:30-00:30"
  }
}

run "a_maintenance_window_without_its_day_is_refused" {
  command         = plan
  expect_failures = [var.maintenance_window]

  variables {
    maintenance_window = "04:00-05:00"
  }
}

run "a_maintenance_window_over_midnight_is_refused" {
  command         = plan
  expect_failures = [var.maintenance_window]

  variables {
    maintenance_window = "sun:23:30-mon:00:30"
  }
}

run "maintenance_during_the_backup_is_refused" {
  command         = plan
  expect_failures = [var.maintenance_window]

  variables {
    maintenance_window = "wed:02:30-wed:04:00"
  }
}

run "an_unknown_certificate_authority_is_refused" {
  command         = plan
  expect_failures = [var.ca_cert_identifier]

  variables {
    ca_cert_identifier = "rds-ca-2019"
  }
}

run "an_interval_that_monitoring_does_not_know_is_refused" {
  command         = plan
  expect_failures = [var.monitoring_interval]

  variables {
    monitoring_interval = 45
  }
}

run "a_path_without_its_slashes_is_refused" {
  command         = plan
  expect_failures = [var.iam_path]

  variables {
    iam_path = "caliber"
  }
}

run "a_retention_that_cloudwatch_does_not_know_is_refused" {
  command         = plan
  expect_failures = [var.log_retention_days]

  variables {
    log_retention_days = 31
  }
}
