output "plan_role_arn" {
  description = "Role that plans take."
  value       = aws_iam_role.plan.arn
}

output "apply_role_arn" {
  description = "Role that applies take, in an environment only."
  value       = aws_iam_role.apply.arn
}

output "deploy_role_arns" {
  description = "<client>-<env> → role that deploys the tenant."
  value       = { for key in keys(local.tenants) : key => aws_iam_role.deploy[key].arn }
}

output "seed_role_arns" {
  description = "<client>-<env> → role that writes the tenant's secrets."
  value       = { for key in keys(local.tenants) : key => aws_iam_role.seed[key].arn }
}

output "operator_role_arns" {
  description = "registry, inspect, and deploy-<env>, restore-<env> and seed-<env> of each operated environment → role of who operates."
  value = merge(
    { for role, one in aws_iam_role.registry : role => one.arn },
    { for env, one in aws_iam_role.restore : "restore-${env}" => one.arn },
    { for env in keys(local.operated) : "deploy-${env}" => aws_iam_role.deploy[env].arn },
    { for env in keys(local.operated) : "seed-${env}" => aws_iam_role.seed[env].arn },
  )
}

output "workload_boundary" {
  description = "Name of the boundary that every role made by a stack must have."
  value       = aws_iam_policy.workload_boundary.name
}

output "oidc_provider_arn" {
  description = "IAM provider of GitHub's tokens, made here or found."
  value       = local.oidc_provider_arn
}

output "state_bucket" {
  description = "Bucket of the account's states."
  value       = aws_s3_bucket.state.id
}

output "state_key_arn" {
  description = "Key that states are encrypted with."
  value       = aws_kms_key.state.arn
}

output "backend_config" {
  description = "Backend settings of every stack, one a line; a stack adds its key."
  value       = local.backend_config
}

output "variables" {
  description = "Repository variables that the workflows read → their values."
  value = {
    AWS_ACCOUNT_ID           = var.account_id
    AWS_APPLY_ROLE           = aws_iam_role.apply.arn
    AWS_PLAN_ROLE            = aws_iam_role.plan.arn
    AWS_REGION               = var.region
    AWS_ROLE_PREFIX          = "${local.iam}:role/${var.name_prefix}"
    TERRAFORM_BACKEND_CONFIG = local.backend_config
  }
}

locals {
  backend_config = join("\n", [
    "bucket=${aws_s3_bucket.state.id}",
    "region=${var.region}",
    "use_lockfile=true",
    "encrypt=true",
    "kms_key_id=${aws_kms_key.state.arn}",
  ])
}
