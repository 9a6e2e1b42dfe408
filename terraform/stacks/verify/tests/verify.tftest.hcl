mock_provider "aws" {}

variables {
  account_id = "123456789012"
}

run "names" {
  command = plan

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/caliber/verify/stg/verify"
    error_message = "The log group must lie where the apply role may make log groups."
  }

  assert {
    condition     = aws_ssm_parameter.image.name == "/caliber/verify/stg/api-image"
    error_message = "The parameter must have the one name that the apply role may write."
  }

  assert {
    condition     = output.secret == "caliber/verify/stg/unreadable" && aws_secretsmanager_secret.unreadable.recovery_window_in_days == 0
    error_message = "The secret must be the client's, and gone at once."
  }
}

run "the_role_is_bounded_and_nobodys" {
  command = plan

  assert {
    condition     = aws_iam_role.bounded.path == "/caliber/" && aws_iam_role.bounded.permissions_boundary == "arn:aws:iam::123456789012:policy/caliber-workload-boundary"
    error_message = "The role must have path and boundary, or the apply role may not make it."
  }

  assert {
    condition = jsondecode(aws_iam_role.bounded.assume_role_policy) == {
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Action    = "sts:AssumeRole"
        Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
      }]
    }
    error_message = "The role must be assumed from its own account only."
  }
}

run "another_environment_and_partition" {
  command = plan

  variables {
    env       = "prod"
    partition = "aws-us-gov"
  }

  assert {
    condition     = aws_iam_role.bounded.permissions_boundary == "arn:aws-us-gov:iam::123456789012:policy/caliber-workload-boundary" && output.parameter == "/caliber/verify/prod/api-image"
    error_message = "Names and ARNs must follow the environment and the partition."
  }
}

run "refuses_an_unknown_environment" {
  command = plan

  variables {
    env = "qa"
  }

  expect_failures = [var.env]
}
