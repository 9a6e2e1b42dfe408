mock_provider "aws" {}

variables {
  name               = "acme-stg-dedicated"
  region             = "eu-central-1"
  account_id         = "111122223333"
  subnet_ids         = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  image              = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/caliber/api:1.4.2"
  image_parameter    = "/caliber/acme/stg/api-image"
  log_group          = "/caliber/acme/stg/api"
  kms_key_arn        = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
  environment        = { CALIBER_ENV = "stg" }
  secrets            = { DOCDB_URI = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:caliber/acme/stg/docdb-uri-AbCdEf" }
}

run "the_container_reads_secrets_and_cannot_write_its_root" {
  command = plan

  assert {
    condition = jsondecode(aws_ecs_task_definition.api.container_definitions)[0].secrets == [{
      name      = "DOCDB_URI"
      valueFrom = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:caliber/acme/stg/docdb-uri-AbCdEf"
    }]
    error_message = "Secrets come by reference; ECS reads them when a task starts."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.api.container_definitions)[0].environment == [{ name = "CALIBER_ENV", value = "stg" }]
    error_message = "Plain settings stand in the environment."
  }

  assert {
    condition     = local.container.readonlyRootFilesystem && local.container.linuxParameters.capabilities.drop == ["ALL"]
    error_message = "The root filesystem is read-only and no Linux capability is left."
  }

  assert {
    condition     = local.container.portMappings[0].containerPort == 8000 && strcontains(local.container.healthCheck.command[3], "http://127.0.0.1:8000/healthz")
    error_message = "The application listens on 8000 and answers /healthz."
  }

  assert {
    condition     = local.container.logConfiguration.options.awslogs-group == "/caliber/acme/stg/api"
    error_message = "The container writes to the tenant's log group."
  }

  assert {
    condition     = aws_ecs_task_definition.api.skip_destroy && aws_ecs_task_definition.api.family == "acme-stg-dedicated-api"
    error_message = "Older revisions stay active: a rollback needs them."
  }
}

run "rollouts_own_the_image" {
  command = plan

  assert {
    condition     = aws_ssm_parameter.image.name == "/caliber/acme/stg/api-image" && aws_ssm_parameter.image.type == "String"
    error_message = "The image that was last rolled out is found by the tenant's path."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.api.container_definitions)[0].image == aws_ssm_parameter.image.insecure_value
    error_message = "A revision of Terraform's has the image that was last rolled out."
  }

  assert {
    condition     = aws_ecs_task_definition.api.track_latest
    error_message = "A revision that a rollout registered is no change to undo."
  }
}

run "the_service_starts_empty_and_rolls_back" {
  command = plan

  assert {
    condition     = aws_ecs_service.api.desired_count == 0 && !aws_ecs_service.api.wait_for_steady_state
    error_message = "No task may start before its secrets have values."
  }

  assert {
    condition     = aws_ecs_service.api.deployment_circuit_breaker[0].enable && aws_ecs_service.api.deployment_circuit_breaker[0].rollback
    error_message = "A deployment that fails goes back by itself."
  }

  assert {
    condition     = !aws_ecs_service.api.network_configuration[0].assign_public_ip && aws_ecs_service.api.deployment_minimum_healthy_percent == 100
    error_message = "Tasks have no public address, and a rollout keeps full capacity."
  }

  assert {
    condition     = contains([for setting in aws_ecs_cluster.this.setting : "${setting.name}=${setting.value}"], "containerInsights=enabled")
    error_message = "Container Insights is on."
  }

  assert {
    condition     = aws_cloudwatch_log_group.api.retention_in_days == 365 && aws_cloudwatch_log_group.api.kms_key_id == var.kms_key_arn
    error_message = "Logs are kept a year unless said otherwise, encrypted with the given key."
  }
}

run "a_load_balancer_waits_for_starting_tasks" {
  command = plan

  variables {
    load_balancer = { target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/acme-stg-dedicated-api/0a1b2c3d4e5f6071" }
  }

  assert {
    condition     = [for target in aws_ecs_service.api.load_balancer : "${target.container_name}:${target.container_port}"] == ["api:8000"]
    error_message = "Tasks register with the port that the application listens on."
  }

  assert {
    condition     = aws_ecs_service.api.health_check_grace_period_seconds == 60
    error_message = "A task that still starts must not be killed for not answering yet."
  }
}

run "without_a_load_balancer_the_service_knows_no_grace_period" {
  command = plan

  assert {
    condition     = length(aws_ecs_service.api.load_balancer) == 0 && aws_ecs_service.api.health_check_grace_period_seconds == null
    error_message = "ECS refuses a grace period for a service without load balancer."
  }

  assert {
    condition     = !aws_ecs_service.api.enable_execute_command && length(aws_iam_role_policy.sessions) == 0
    error_message = "No shell into tasks unless asked for."
  }
}

run "a_shell_into_tasks_is_logged_and_encrypted" {
  command = plan

  variables {
    execute_command = true
  }

  assert {
    condition     = aws_ecs_service.api.enable_execute_command && !local.container.readonlyRootFilesystem
    error_message = "The agent of ECS Exec needs to write into the container."
  }

  assert {
    condition = (
      aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].kms_key_id == var.kms_key_arn &&
      aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_encryption_enabled
    )
    error_message = "Sessions are encrypted with the given key."
  }

  assert {
    condition     = aws_cloudwatch_log_group.sessions[0].name == "/caliber/acme/stg/api-sessions"
    error_message = "What is typed is logged beside the application's log."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.sessions[0].policy).Statement == [
      {
        Sid    = "OpenSessions"
        Effect = "Allow"
        Action = [
          "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel", "logs:DescribeLogGroups",
        ]
        Resource = ["*"]
      },
      {
        Sid    = "LogSessions"
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:111122223333:log-group:/caliber/acme/stg/api-sessions",
          "arn:aws:logs:eu-central-1:111122223333:log-group:/caliber/acme/stg/api-sessions:*",
        ]
      },
      {
        Sid      = "EncryptSessions"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = ["arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"]
      },
    ]
    error_message = "The task role opens sessions and logs them, and nothing more."
  }
}

run "one_key_of_a_secret_needs_the_right_to_the_whole_secret" {
  command = plan

  variables {
    secrets = {
      POSTGRES_USER     = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:rds!db-0a1b-AbCdEf:username::"
      POSTGRES_PASSWORD = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:rds!db-0a1b-AbCdEf:password::"
    }
    iam_path             = "/caliber/"
    permissions_boundary = "arn:aws:iam::111122223333:policy/caliber-workload-boundary"
    cpu_architecture     = "ARM64"
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.execution.policy).Statement[1].Resource == [
      "arn:aws:secretsmanager:eu-central-1:111122223333:secret:rds!db-0a1b-AbCdEf"
    ]
    error_message = "The policy names the secret, once; its keys are ECS's own notation."
  }

  assert {
    condition = alltrue([for role in [aws_iam_role.execution, aws_iam_role.task] :
      role.path == "/caliber/" && role.permissions_boundary == "arn:aws:iam::111122223333:policy/caliber-workload-boundary"
    ])
    error_message = "The roles stand at the given path and cannot exceed the given boundary."
  }

  assert {
    condition     = aws_ecs_task_definition.api.runtime_platform[0].cpu_architecture == "ARM64"
    error_message = "Tasks run on the processor that the image was built for."
  }
}

run "roles_may_only_what_they_need" {
  command = plan

  assert {
    condition = alltrue([
      for role in [aws_iam_role.execution, aws_iam_role.task] : jsondecode(role.assume_role_policy).Statement == [{
        Sid       = "TasksOfThisAccount"
        Effect    = "Allow"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Action    = "sts:AssumeRole"
        Condition = {
          StringEquals = { "aws:SourceAccount" = "111122223333" }
          ArnLike      = { "aws:SourceArn" = "arn:aws:ecs:eu-central-1:111122223333:*" }
        }
      }]
    ])
    error_message = "Only tasks of this account and region take the roles."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.execution.policy).Statement == [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["arn:aws:logs:eu-central-1:111122223333:log-group:/caliber/acme/stg/api:*"]
      },
      {
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = ["arn:aws:secretsmanager:eu-central-1:111122223333:secret:caliber/acme/stg/docdb-uri-AbCdEf"]
      },
      {
        Sid       = "DecryptSecrets"
        Effect    = "Allow"
        Action    = ["kms:Decrypt"]
        Resource  = ["arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"]
        Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.eu-central-1.amazonaws.com" } }
      },
      {
        Sid      = "LogInToRegistry"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken"]
        Resource = ["*"]
      },
      {
        Sid      = "PullImage"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = ["arn:aws:ecr:eu-central-1:111122223333:repository/caliber/api"]
      },
    ]
    error_message = "The execution role writes one log group, reads the named secrets and pulls one repository."
  }

  assert {
    condition     = aws_iam_role.execution.name != aws_iam_role.task.name
    error_message = "The application must not have the rights that start it."
  }
}

run "an_image_from_elsewhere_needs_no_right_on_ecr" {
  command = plan

  variables {
    image       = "ghcr.io/acme/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    secrets     = {}
    kms_key_arn = null
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Sid] == ["WriteLogs"]
    error_message = "Without secrets and ECR the role writes logs only."
  }
}

run "the_latest_tag_is_refused" {
  command         = plan
  expect_failures = [var.image]

  variables {
    image = "ghcr.io/acme/api:latest"
  }
}

run "a_secret_among_the_plain_settings_is_refused" {
  command         = plan
  expect_failures = [var.environment]

  variables {
    environment = { DJANGO_SECRET_KEY = "swordfish" }
  }
}

run "a_password_in_a_plain_uri_is_refused" {
  command         = plan
  expect_failures = [var.environment]

  variables {
    environment = { CACHE_URL = "redis://user:swordfish@cache:6379/0" }
  }
}

run "a_shell_without_a_key_for_its_log_is_refused" {
  command         = plan
  expect_failures = [var.execute_command]

  variables {
    execute_command = true
    kms_key_arn     = null
  }
}

run "memory_that_fargate_does_not_offer_is_refused" {
  command         = plan
  expect_failures = [var.memory]

  variables {
    cpu    = 256
    memory = 4096
  }
}

run "bad_inputs_are_refused_by_name" {
  command         = plan
  expect_failures = [var.name, var.account_id, var.image, var.cpu, var.container_port, var.health_check_path, var.log_retention_days, var.partition, var.iam_path, var.image_parameter, var.cpu_architecture]

  variables {
    name               = "acme-production-dedicated-very-long"
    account_id         = "1234"
    image              = "ghcr.io/acme/api"
    cpu                = 300
    container_port     = 80
    health_check_path  = "healthz"
    log_retention_days = 31
    partition          = "aws-cn"
    iam_path           = "caliber/"
    image_parameter    = "api image"
    cpu_architecture   = "arm64"
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
