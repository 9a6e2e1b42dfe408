mock_provider "aws" {}

override_resource {
  target          = aws_kms_key.state
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/1111"
    key_id = "1111"
  }
}

variables {
  account_id      = "111122223333"
  region          = "us-east-1"
  state_bucket    = "acme-state"
  trusted_callers = []

  tenants = [
    { client = "Acme", env = "stg" },
    { client = "Customer1", env = "stg", plan = "SaaS" },
    { client = "SaaSShared", env = "stg", plan = "SaaS" },
  ]
  operated_environments = ["stg"]
}

run "a_saas_tenant_has_a_frontend_and_secrets_of_its_own_and_the_service_of_saas_shared" {
  command = plan

  assert {
    condition = { for key in ["customer1-stg", "saasshared-stg"] : key => [for field in ["names", "paths", "services", "service_paths"] : local.reaches[key][field]] } == {
      customer1-stg  = [["customer1-stg-saas"], ["customer1/stg"], ["saasshared-stg-saas"], ["saasshared/stg"]]
      saasshared-stg = [["saasshared-stg-saas"], ["saasshared/stg"], ["saasshared-stg-saas"], ["saasshared/stg"]]
    }
    error_message = "What the tenant has is its own, what it shares is SaaSShared's."
  }

  assert {
    condition = { for one in local.deploy_statements["customer1-stg"] : one.Sid => one.Resource if contains(["LookAtSecrets", "RollOut", "SyncFrontend", "WriteImage"], one.Sid) } == {
      LookAtSecrets = ["arn:aws:secretsmanager:us-east-1:111122223333:secret:caliber/saasshared/stg/*"]
      RollOut = [
        "arn:aws:ecs:us-east-1:111122223333:service/saasshared-stg-saas/saasshared-stg-saas-api",
        "arn:aws:ecs:us-east-1:111122223333:service-deployment/saasshared-stg-saas/saasshared-stg-saas-api/*",
        "arn:aws:ecs:us-east-1:111122223333:service-revision/saasshared-stg-saas/saasshared-stg-saas-api/*",
      ]
      SyncFrontend = ["arn:aws:s3:::customer1-stg-saas-frontend-111122223333/*"]
      WriteImage   = ["arn:aws:ssm:us-east-1:111122223333:parameter/caliber/saasshared/stg/api-image"]
    }
    error_message = "It rolls out the shared service, and publishes the tenant's own frontend."
  }

  assert {
    condition = [for one in local.seed_statements["customer1-stg"] : one if contains(["ReadMasterSecretOfPostgres", "UseTenantsKey", "WriteSecrets"], one.Sid)] == [
      {
        Sid      = "WriteSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds", "secretsmanager:PutSecretValue"]
        Resource = ["arn:aws:secretsmanager:us-east-1:111122223333:secret:caliber/customer1/stg/*"]
      },
      {
        Sid       = "ReadMasterSecretOfPostgres"
        Effect    = "Allow"
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
        Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:saasshared-stg-saas-*"] } }
      },
      {
        Sid      = "UseTenantsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = "arn:aws:kms:us-east-1:111122223333:key/*"
        Condition = {
          StringEquals             = { "kms:ViaService" = ["secretsmanager.us-east-1.amazonaws.com"] }
          "ForAnyValue:StringLike" = { "kms:ResourceAliases" = ["alias/caliber/customer1/stg", "alias/caliber/saasshared/stg"] }
        }
      },
    ]
    error_message = "It writes the tenant's secrets from the shared databases' master secrets."
  }
}

run "an_operator_reaches_all_tenants_of_an_environment_and_no_other_environment" {
  command = plan

  assert {
    condition = [for field in ["names", "paths", "services", "service_paths"] : local.reaches.stg[field]] == [
      ["*-stg-dedicated", "*-stg-saas"], ["*/stg"], ["*-stg-dedicated", "*-stg-saas"], ["*/stg"],
    ]
    error_message = "Names and paths of the environment."
  }

  assert {
    condition = [for one in local.deploy_statements.stg : one.Sid] == [
      for one in local.deploy_statements["acme-stg"] : one.Sid if !contains(["LogInToRegistry", "PushImages"], one.Sid)
    ] && [for one in local.seed_statements.stg : one.Sid] == [for one in local.seed_statements["acme-stg"] : one.Sid]
    error_message = "The statements of a tenant, without pushing images: operators roll out what was built."
  }

  assert {
    condition = [for one in local.deploy_statements.stg : one.Condition if contains(["RunOneOffTasks", "InvalidateFrontend"], one.Sid)] == [
      { ArnLike = { "ecs:cluster" = ["arn:aws:ecs:us-east-1:111122223333:cluster/*-stg-dedicated", "arn:aws:ecs:us-east-1:111122223333:cluster/*-stg-saas"] } },
      { StringEquals = { "aws:ResourceTag/Project" = "Caliber", "aws:ResourceTag/Env" = "stg" } },
    ]
    error_message = "Clusters by name, distributions by tags."
  }

  assert {
    condition = alltrue(flatten([for statements in [local.deploy_statements.stg, local.seed_statements.stg, local.restore_statements.stg] : [
      for one in statements : can(regex("stg", jsonencode(one))) || contains([
        "LookUpImages", "ReadAndRetireRevisions", "ReadEvents", "KeepOptionGroups", # know no tenant
        "LetRdsKeepMasterPasswords", "UseStateKey",
      ], one.Sid)
    ]]))
    error_message = "Every statement names the environment, but for what knows none."
  }
}

run "an_operator_restores_beside_and_changes_nothing_that_was_there" {
  command = plan

  assert {
    condition = sort(distinct(flatten([for one in local.restore_statements.stg : one.Action]))) == tolist([
      "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey", "rds:AddTagsToResource", "rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot",
      "rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBInstances",
      "rds:DescribeDBSnapshots", "rds:DescribeEvents", "rds:ModifyDBCluster", "rds:ModifyDBInstance", "rds:RestoreDBClusterFromSnapshot",
      "rds:RestoreDBClusterToPointInTime", "rds:RestoreDBInstanceFromDBSnapshot", "rds:RestoreDBInstanceToPointInTime",
      "secretsmanager:CreateSecret", "secretsmanager:TagResource",
    ])
    error_message = "Nothing is deleted, and no secret is read."
  }

  assert {
    condition = { for one in local.restore_statements.stg : one.Sid => one.Condition if contains(["ChangeWhatIsRestored", "TagWhatIsMade"], one.Sid) } == {
      ChangeWhatIsRestored = {
        Null         = { "aws:ResourceTag/RestoredFrom" = "false" }
        StringEquals = { "aws:ResourceTag/Project" = "Caliber" }
      }
      TagWhatIsMade = {
        Null         = { "aws:ResourceTag/Project" = "true" }
        StringEquals = { "aws:RequestTag/Project" = "Caliber" }
      }
    }
    error_message = "Only what was restored is changed, and what was there before cannot be made to pass for it."
  }

  assert {
    condition     = alltrue([for one in local.restore_statements.stg : one.Condition == local.creating if can(regex("^Restore", one.Sid))])
    error_message = "What is made asks for Project=Caliber, and what it is made of has it or has no tags."
  }
}

run "registry_and_inspections_are_the_account_s" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.registry["registry"].policy).Statement == [
      {
        Sid      = "ReadReservations"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter", "ssm:GetParametersByPath"]
        Resource = ["arn:aws:ssm:us-east-1:111122223333:parameter/caliber-registry", "arn:aws:ssm:us-east-1:111122223333:parameter/caliber-registry/*"]
      },
      {
        Sid      = "WriteReservations"
        Effect   = "Allow"
        Action   = ["ssm:DeleteParameter", "ssm:PutParameter"]
        Resource = "arn:aws:ssm:us-east-1:111122223333:parameter/caliber-registry/*"
      },
    ]
    error_message = "Reservations, and no other parameter."
  }

  assert {
    condition     = alltrue(flatten([for one in local.registry_statements.inspect : [for action in flatten([one.Action]) : can(regex(":(Describe|Get|List)", action))]]))
    error_message = "Whoever inspects changes nothing."
  }
}

run "without_an_operated_environment_there_is_none_of_it" {
  command = plan

  variables {
    operated_environments = []
  }

  assert {
    condition     = output.operator_role_arns == {}
    error_message = "No roles for who operates."
  }
}
