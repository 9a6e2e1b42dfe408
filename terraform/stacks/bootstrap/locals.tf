locals {
  partition = startswith(var.region, "us-gov-") ? "aws-us-gov" : "aws"

  # An ARN cannot say "one of two": with several regions it says any, and names and tags still decide.
  regions = var.stack_regions == null ? [var.region] : var.stack_regions
  region  = length(local.regions) == 1 ? local.regions[0] : "*"

  # ARN of everything of a service in the account and the stacks' region, up to the resource: "${local.arn.ecs}:cluster/…".
  arn = {
    for service in ["cloudwatch", "ec2", "ecr", "ecs", "elasticloadbalancing", "kms", "logs", "rds", "secretsmanager", "sns", "ssm"] :
    service => "arn:${local.partition}:${service}:${local.region}:${var.account_id}"
  }
  iam        = "arn:${local.partition}:iam::${var.account_id}"
  cloudfront = "arn:${local.partition}:cloudfront::${var.account_id}"
  bucket_arn = "arn:${local.partition}:s3:::${var.state_bucket}"

  # CloudFront takes certificates and delivers logs there, wherever the rest is.
  us_east_1 = {
    acm  = "arn:${local.partition}:acm:us-east-1:${var.account_id}"
    logs = "arn:${local.partition}:logs:us-east-1:${var.account_id}"
  }
  acm = distinct(concat([for region in local.regions : "arn:${local.partition}:acm:${region}:${var.account_id}"], [local.us_east_1.acm]))

  # How the caliber stack names things: <client>-<env>-dedicated…, <client>-<env>-saas…, so that permissions can name them too.
  names = ["*-dedicated", "*-saas"]
  named = [for name in local.names : "${name}*"]

  # Roles that stacks make live under this path, those of this stack never do: the apply role reaches the path only.
  stack_roles       = "${local.iam}:role/caliber/*"
  apply_boundary    = "${local.iam}:policy/${var.name_prefix}-apply-boundary"
  workload_boundary = "${local.iam}:policy/${var.name_prefix}-workload-boundary"

  on_created = { StringEquals = { "aws:RequestTag/Project" = "Caliber" } }
  on_caliber = { StringEquals = { "aws:ResourceTag/Project" = "Caliber" } }

  # Tags say whose a thing is, names are only what it is called. What is made gets Project=Caliber and takes nobody else's
  # place; what is changed has it, and keeps it.
  creating = { StringEquals = local.on_created.StringEquals, StringEqualsIfExists = local.on_caliber.StringEquals }
  changing = { StringEquals = local.on_caliber.StringEquals, StringEqualsIfExists = local.on_created.StringEquals }
}
