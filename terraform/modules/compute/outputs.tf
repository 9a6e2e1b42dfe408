output "cluster_name" {
  description = "Name of the ECS cluster."
  value       = aws_ecs_cluster.this.name
}

output "cluster_arn" {
  description = "ARN of the ECS cluster."
  value       = aws_ecs_cluster.this.arn
}

output "service_name" {
  description = "Name of the ECS service."
  value       = aws_ecs_service.api.name
}

output "task_definition_family" {
  description = "Family that the rollout registers new revisions in."
  value       = aws_ecs_task_definition.api.family
}

output "container_name" {
  description = "Name of the container whose image a rollout replaces."
  value       = local.container.name
}

output "execution_role_arn" {
  description = "Role that starts the tasks."
  value       = aws_iam_role.execution.arn
}

output "task_role_arn" {
  description = "Role of the application."
  value       = aws_iam_role.task.arn
}

output "task_role_name" {
  description = "Name of the application's role, to attach policies to."
  value       = aws_iam_role.task.name
}

output "log_group" {
  description = "Name of the log group that the container writes to."
  value       = aws_cloudwatch_log_group.api.name
}

output "image_parameter" {
  description = "Name of the SSM parameter to which a rollout writes its image after it succeeded."
  value       = aws_ssm_parameter.image.name
}
