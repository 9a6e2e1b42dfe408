output "log_group" {
  description = "Name of the log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "parameter" {
  description = "Name of the parameter."
  value       = aws_ssm_parameter.image.name
}

output "secret" {
  description = "Name of the secret that the plan role must be refused to read."
  value       = aws_secretsmanager_secret.unreadable.name
}

output "role_arn" {
  description = "Role that was made within the boundary."
  value       = aws_iam_role.bounded.arn
}
