output "cluster_identifier" {
  description = "Name of the cluster."
  value       = aws_docdb_cluster.this.cluster_identifier
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_docdb_cluster.this.arn
}

output "cluster_resource_id" {
  description = "AWS's own id of the cluster, which a restore to a point in time still knows after the cluster is gone."
  value       = aws_docdb_cluster.this.cluster_resource_id
}

output "instance_identifiers" {
  description = "Names of the instances, in the order in which they take over."
  value       = [for identifier in local.instances : aws_docdb_cluster_instance.this[identifier].identifier]
}

output "endpoint" {
  description = "Host of the instance that writes."
  value       = aws_docdb_cluster.this.endpoint
}

output "reader_endpoint" {
  description = "Host that spreads over the instances that read."
  value       = aws_docdb_cluster.this.reader_endpoint
}

output "port" {
  description = "Port of every instance."
  value       = aws_docdb_cluster.this.port
}

output "uri" {
  description = "Connection URI without user and password; the whole one exists in Secrets Manager only."
  value       = local.uri
}

output "master_secret_arn" {
  description = "ARN of the secret that AWS made for the master user: JSON with username and password, rotated by AWS."
  value       = aws_docdb_cluster.this.master_user_secret[0].secret_arn
}

output "security_group_id" {
  description = "Security group of the cluster."
  value       = aws_security_group.this.id
}

output "log_groups" {
  description = "audit and profiler → log group."
  value       = { for log, group in aws_cloudwatch_log_group.this : log => group.name }
}
