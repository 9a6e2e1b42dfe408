# Ids, names and ARNs. No value of a secret is an output, not even a sensitive one: outputs are in the state in clear.

output "api_host" {
  description = "Host that the API will answer at."
  value       = local.api_host
}

output "frontend_host" {
  description = "Host that the frontend will answer at."
  value       = local.frontend_host
}

output "vpc_id" {
  description = "Id of the tenant's VPC."
  value       = module.network.vpc_id
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, one a zone."
  value       = module.network.public_subnet_ids
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, one a zone: one-off tasks run here."
  value       = module.network.private_subnet_ids
}

output "tasks_security_group_id" {
  description = "Security group of the tasks: one-off tasks take the same."
  value       = module.network.tasks_security_group_id
}

output "nat_public_ips" {
  description = "Addresses that the outside sees."
  value       = module.network.nat_public_ips
}

output "cluster_name" {
  description = "Name of the ECS cluster."
  value       = module.compute.cluster_name
}

output "service_name" {
  description = "Name of the ECS service."
  value       = module.compute.service_name
}

output "task_definition_family" {
  description = "Family that rollouts register revisions in."
  value       = module.compute.task_definition_family
}

output "container_name" {
  description = "Container whose image a rollout replaces."
  value       = module.compute.container_name
}

output "execution_role_arn" {
  description = "Role that starts the tasks."
  value       = module.compute.execution_role_arn
}

output "task_role_arn" {
  description = "Role of the application."
  value       = module.compute.task_role_arn
}

output "secret_arns" {
  description = "docdb-uri, postgres-endpoint and django-secret-key → ARN of the container."
  value       = module.secrets.secret_arns
}

output "kms_key_arn" {
  description = "Key that encrypts the tenant's secrets and logs."
  value       = module.secrets.kms_key_arn
}

output "log_group" {
  description = "Log group of the API."
  value       = module.compute.log_group
}

output "flow_log_group" {
  description = "Log group of the VPC's flow logs."
  value       = module.network.flow_log_group
}
