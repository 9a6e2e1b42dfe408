# Ids, names and ARNs. No value of a secret is an output, not even a sensitive one: outputs are in the state in clear.
# Nothing that a rollout changes is an output either, or every rollout would be a change in the next plan.

output "documentdb_uri" {
  description = "URI of DocumentDB without user and password; the whole one exists in the secret docdb-uri only."
  value       = local.is_own ? one(module.documentdb[*].uri) : local.saas.docdb_uri
}

output "postgresql_endpoint" {
  description = "Host and port of Postgres."
  value       = local.is_own ? one(module.postgres[*].endpoint) : local.saas.rds_endpoint
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
  value       = local.is_own ? one(module.alb[*].dns_name) : local.saas.api_lb_dns
}

output "api_lb_zone_id" {
  description = "Zone of the load balancer's own name, which an alias record to api_lb_dns needs; not that of the domain."
  value       = local.is_own ? one(module.alb[*].zone_id) : local.saas.api_lb_zone
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
  value       = one(module.network[*].vpc_id)
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, one a zone."
  value       = one(module.network[*].public_subnet_ids)
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, one a zone: one-off tasks run here."
  value       = local.is_own ? one(module.network[*].private_subnet_ids) : lookup(local.platform, "private_subnet_ids", null)
}

output "database_subnet_ids" {
  description = "Ids of the databases' subnets, one a zone: a restored database goes here."
  value       = one(module.network[*].database_subnet_ids)
}

output "tasks_security_group_id" {
  description = "Security group of the tasks: one-off tasks take the same."
  value       = local.is_own ? one(module.network[*].tasks_security_group_id) : lookup(local.platform, "tasks_security_group_id", null)
}

output "nat_public_ips" {
  description = "Addresses that the outside sees."
  value       = one(module.network[*].nat_public_ips)
}

output "cluster_name" {
  description = "Name of the ECS cluster."
  value       = local.is_own ? one(module.compute[*].cluster_name) : lookup(local.platform, "cluster_name", null)
}

output "service_name" {
  description = "Name of the ECS service."
  value       = local.is_own ? one(module.compute[*].service_name) : lookup(local.platform, "service_name", null)
}

output "api_desired_count" {
  description = "Tasks that the first rollout asks for; the service is made with none, and the number is the rollouts' from then on."
  value       = local.is_own ? local.size.api_tasks : null
}

output "task_definition_family" {
  description = "Family that rollouts register revisions in."
  value       = local.is_own ? one(module.compute[*].task_definition_family) : lookup(local.platform, "task_definition_family", null)
}

output "container_name" {
  description = "Container whose image a rollout replaces."
  value       = local.is_own ? one(module.compute[*].container_name) : lookup(local.platform, "container_name", null)
}

output "image_parameter" {
  description = "SSM parameter to which a rollout writes its image after it succeeded."
  value       = local.is_own ? one(module.compute[*].image_parameter) : lookup(local.platform, "image_parameter", null)
}

output "target_group_arn" {
  description = "Target group whose health a rollout watches."
  value       = local.is_own ? one(module.alb[*].target_group_arn) : lookup(local.platform, "target_group_arn", null)
}

output "execution_role_arn" {
  description = "Role that starts the tasks."
  value       = one(module.compute[*].execution_role_arn)
}

output "task_role_arn" {
  description = "Role of the application."
  value       = one(module.compute[*].task_role_arn)
}

output "documentdb_cluster_identifier" {
  description = "Name of the DocumentDB cluster, to restore from."
  value       = one(module.documentdb[*].cluster_identifier)
}

output "postgresql_identifier" {
  description = "Name of the Postgres instance, to restore from."
  value       = one(module.postgres[*].identifier)
}

output "documentdb_master_secret_arn" {
  description = "Secret that AWS keeps and rotates the user and password of DocumentDB in."
  value       = local.is_own ? one(module.documentdb[*].master_secret_arn) : local.saas.docdb_secret_arn
}

output "postgresql_master_secret_arn" {
  description = "Secret that AWS keeps and rotates the user and password of Postgres in."
  value       = local.is_own ? one(module.postgres[*].master_secret_arn) : lookup(local.platform, "postgresql_master_secret_arn", null)
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
  value       = local.is_own ? one(module.compute[*].log_group) : lookup(local.platform, "log_group", null)
}

output "flow_log_group" {
  description = "Log group of the VPC's flow logs."
  value       = one(module.network[*].flow_log_group)
}

output "alarm_topic_arn" {
  description = "Topic that alarms are published to; null while alarms are off."
  value       = one(module.observability[*].topic_arn)
}

output "access_log_bucket" {
  description = "Bucket of the load balancer's and CloudFront's access logs; null while they are off."
  value       = one(module.observability[*].access_log_bucket)
}
