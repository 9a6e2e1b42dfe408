output "identifier" {
  description = "Name of the instance."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "ARN of the instance."
  value       = aws_db_instance.this.arn
}

output "resource_id" {
  description = "AWS's own id of the instance: in policies of IAM authentication, and in a restore after the instance is gone."
  value       = aws_db_instance.this.resource_id
}

output "address" {
  description = "Host of the instance; it stays when the standby takes over."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port of the instance."
  value       = aws_db_instance.this.port
}

output "endpoint" {
  description = "Host and port, without user and password."
  value       = aws_db_instance.this.endpoint
}

output "database_name" {
  description = "Database that was created in the instance."
  value       = aws_db_instance.this.db_name
}

output "master_secret_arn" {
  description = "ARN of the secret that AWS made for the master user: JSON with username and password, rotated by AWS."
  value       = aws_db_instance.this.master_user_secret[0].secret_arn
}

output "security_group_id" {
  description = "Security group of the instance."
  value       = aws_security_group.this.id
}

output "monitoring_role_arn" {
  description = "Role of Enhanced Monitoring; null when monitoring_interval is 0."
  value       = one(aws_iam_role.monitoring[*].arn)
}

output "log_groups" {
  description = "postgresql and upgrade → log group."
  value       = { for log, group in aws_cloudwatch_log_group.this : log => group.name }
}
