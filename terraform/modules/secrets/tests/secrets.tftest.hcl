mock_provider "aws" {}

variables {
  client     = "acme"
  env        = "prod"
  region     = "eu-central-1"
  account_id = "111122223333"
}

run "four_containers_under_one_rotating_key" {
  command = plan

  assert {
    condition = { for name, secret in aws_secretsmanager_secret.this : name => secret.name } == {
      docdb-uri                   = "caliber/acme/prod/docdb-uri"
      postgres-endpoint           = "caliber/acme/prod/postgres-endpoint"
      django-secret-key           = "caliber/acme/prod/django-secret-key"
      django-secret-key-fallbacks = "caliber/acme/prod/django-secret-key-fallbacks"
    }
    error_message = "Secrets are named caliber/<client>/<env>/<name>."
  }

  assert {
    condition     = alltrue([for secret in aws_secretsmanager_secret.this : secret.recovery_window_in_days == 30])
    error_message = "The longest recovery window is the default."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key rotates, and its deletion can be undone for 30 days."
  }

  assert {
    condition     = aws_kms_alias.this.name == "alias/caliber/acme/prod"
    error_message = "The key is found by the tenant's path."
  }

  assert {
    condition     = length(aws_secretsmanager_secret_policy.this) == 0
    error_message = "Without named readers IAM policies decide alone."
  }

  assert {
    condition = jsondecode(aws_kms_key.this.policy).Statement == [{
      Sid       = "IamPoliciesDecide"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
    error_message = "Only the account's own IAM policies give the key away."
  }
}

run "cloudwatch_logs_uses_the_key_for_the_tenants_groups_only" {
  command = plan

  variables {
    log_group_prefixes = ["/caliber/acme/prod/", "/aws/docdb/acme-prod-dedicated/"]
  }

  assert {
    condition     = jsondecode(aws_kms_key.this.policy).Statement[1].Principal == { Service = "logs.eu-central-1.amazonaws.com" }
    error_message = "The service of this region is admitted."
  }

  assert {
    condition = jsondecode(aws_kms_key.this.policy).Statement[1].Condition == {
      ArnLike = {
        "kms:EncryptionContext:aws:logs:arn" = [
          "arn:aws:logs:eu-central-1:111122223333:log-group:/caliber/acme/prod/*",
          "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/docdb/acme-prod-dedicated/*",
        ]
      }
    }
    error_message = "Log groups of others must not be encrypted with the tenant's key."
  }
}

run "cloudwatch_publishes_the_tenants_alarms_only" {
  command = plan

  variables {
    alarm_prefix = "acme-prod-dedicated-"
  }

  assert {
    condition = jsondecode(aws_kms_key.this.policy).Statement[1] == {
      Sid       = "AlarmsOfThisTenant"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
      Resource  = "*"
      Condition = {
        StringEquals = { "aws:SourceAccount" = "111122223333" }
        ArnLike      = { "aws:SourceArn" = "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acme-prod-dedicated-*" }
      }
    }
    error_message = "Without the key an alarm cannot be published to an encrypted topic; alarms of others have no business with it."
  }
}

run "named_readers_shut_out_everybody_else" {
  command = plan

  variables {
    reader_role_arns     = ["arn:aws:iam::111122223333:role/acme-prod-dedicated-api-execution"]
    recovery_window_days = 0
  }

  assert {
    condition = alltrue([
      for policy in aws_secretsmanager_secret_policy.this : jsondecode(policy.policy).Statement == [{
        Sid       = "OnlyTheReaders"
        Effect    = "Deny"
        Principal = "*"
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
        Condition = { ArnNotEquals = { "aws:PrincipalArn" = ["arn:aws:iam::111122223333:role/acme-prod-dedicated-api-execution"] } }
      }]
    ]) && length(aws_secretsmanager_secret_policy.this) == 4
    error_message = "Every secret denies reading to all but the named roles."
  }
}

run "bad_inputs_are_refused_by_name" {
  command         = plan
  expect_failures = [var.client, var.env, var.account_id, var.recovery_window_days, var.secrets, var.partition]

  variables {
    client               = "Acme Corp"
    env                  = "Staging"
    account_id           = "1234"
    recovery_window_days = 3
    secrets              = { "DOCDB_URI" = "not a name" }
    partition            = "aws-cn"
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
