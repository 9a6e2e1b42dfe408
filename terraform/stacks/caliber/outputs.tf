# Ids, names and ARNs. No value of a secret is an output, not even a sensitive one: outputs are in the state in clear.
# Nothing that a rollout changes is an output either, or every rollout would be a change in the next plan.

output "documentdb_uri" {
  description = "URI of DocumentDB without user and password; the whole one exists in the secret docdb-uri only."
  value       = module.documentdb.uri
}

output "postgresql_endpoint" {
  description = "Host and port of Postgres."
  value       = module.postgres.endpoint
}

output "api_endpoint" {
  description = "Host that the API answers at, over HTTPS."
  value       = local.api_host
}

output "frontend_url" {
  description = "Where the frontend is; null without one."
  value       = local.frontend_host == null ? null : "https://${local.frontend_host}"
}

output "hosted_zone_id" {
  description = "Zone that the hosts' records are in."
  value       = local.hosted_zone_id
}

output "api_lb_dns" {
  description = "Name of the API's load balancer."
  value       = module.alb.dns_name
}

output "api_lb_zone_id" {
  description = "Zone of the load balancer's own name, which an alias record to api_lb_dns needs; not that of the domain."
  value       = module.alb.zone_id
}

output "distribution_id" {
  description = "CloudFront distribution of the frontend, whose copies a deployment invalidates; null without one."
  value       = one(module.frontend[*].distribution_id)
}

output "frontend_bucket" {
  description = "Bucket that holds the frontend's build; null without one."
  value       = one(module.frontend[*].bucket)
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

output "database_subnet_ids" {
  description = "Ids of the databases' subnets, one a zone: a restored database goes here."
  value       = module.network.database_subnet_ids
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

output "api_desired_count" {
  description = "Tasks that the first rollout asks for; the service is made with none, and the number is the rollouts' from then on."
  value       = local.size.api_tasks
}

output "task_definition_family" {
  description = "Family that rollouts register revisions in."
  value       = module.compute.task_definition_family
}

output "container_name" {
  description = "Container whose image a rollout replaces."
  value       = module.compute.container_name
}

output "image_parameter" {
  description = "SSM parameter to which a rollout writes its image after it succeeded."
  value       = module.compute.image_parameter
}

output "target_group_arn" {
  description = "Target group whose health a rollout watches."
  value       = module.alb.target_group_arn
}

output "execution_role_arn" {
  description = "Role that starts the tasks."
  value       = module.compute.execution_role_arn
}

output "task_role_arn" {
  description = "Role of the application."
  value       = module.compute.task_role_arn
}

output "documentdb_cluster_identifier" {
  description = "Name of the DocumentDB cluster, to restore from."
  value       = module.documentdb.cluster_identifier
}

output "postgresql_identifier" {
  description = "Name of the Postgres instance, to restore from."
  value       = module.postgres.identifier
}

output "documentdb_master_secret_arn" {
  description = "Secret that AWS keeps and rotates the user and password of DocumentDB in."
  value       = module.documentdb.master_secret_arn
}

output "postgresql_master_secret_arn" {
  description = "Secret that AWS keeps and rotates the user and password of Postgres in."
  value       = module.postgres.master_secret_arn
}

output "secret_arns" {
  description = "docdb-uri, postgres-endpoint, django-secret-key and django-secret-key-fallbacks → ARN of the container."
  value       = module.secrets.secret_arns
}

output "kms_key_arn" {
  description = "Key that encrypts the tenant's secrets, databases, logs and alarms."
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

output "alarm_topic_arn" {
  description = "Topic that alarms are published to; null while alarms are off."
  value       = module.observability.topic_arn
}

output "access_log_bucket" {
  description = "Bucket of the load balancer's and CloudFront's access logs; null while they are off."
  value       = module.observability.access_log_bucket
}
