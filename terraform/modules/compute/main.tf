resource "aws_cloudwatch_log_group" "api" {
  name              = var.log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_cloudwatch_log_group" "sessions" {
  count = var.execute_command ? 1 : 0

  name              = local.session_log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }

  dynamic "configuration" {
    for_each = var.execute_command ? [local.session_log_group] : []

    content {
      execute_command_configuration {
        kms_key_id = var.kms_key_arn
        logging    = "OVERRIDE"

        log_configuration {
          cloud_watch_log_group_name     = configuration.value
          cloud_watch_encryption_enabled = true
        }
      }
    }
  }
}

# Terraform creates it and never writes it again: whoever has rolled an image out with success says so here.
resource "aws_ssm_parameter" "image" {
  #checkov:skip=CKV2_AWS_34:The name of an image is no secret, and every plan reads it.
  #checkov:skip=CKV_AWS_337:The name of an image is no secret, and every plan reads it.
  name           = var.image_parameter
  description    = "Image that ${local.api} was last rolled out with"
  type           = "String"
  insecure_value = var.image

  lifecycle {
    ignore_changes = [insecure_value]
  }
}

resource "aws_ecs_task_definition" "api" {
  family                   = local.api
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  container_definitions    = jsonencode([local.container])

  # Rollouts register revisions of their own: the newest is what Terraform compares with, so that it finds no change in them.
  # A rollback goes to an older revision, which must still be active.
  track_latest = true
  skip_destroy = true

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  volume {
    name = "tmp"
  }
}

resource "aws_ecs_service" "api" {
  name             = local.api
  cluster          = aws_ecs_cluster.this.id
  task_definition  = aws_ecs_task_definition.api.arn
  launch_type      = "FARGATE"
  platform_version = "LATEST"

  # The secrets have no values yet: a task started now would fail, with nothing to roll back to.
  desired_count                      = 0
  wait_for_steady_state              = false
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_ecs_managed_tags            = true
  enable_execute_command             = var.execute_command
  propagate_tags                     = "SERVICE"

  # A task that still starts must not be killed for not answering yet.
  health_check_grace_period_seconds = var.load_balancer == null ? null : 60

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = var.security_group_ids
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = var.load_balancer == null ? [] : [var.load_balancer]

    content {
      target_group_arn = load_balancer.value.target_group_arn
      container_name   = local.container.name
      container_port   = var.container_port
    }
  }

  # The rollout owns both from here on; Terraform would undo it.
  lifecycle {
    ignore_changes = [desired_count, task_definition]
  }

  depends_on = [aws_iam_role_policy.execution]
}
