# The least that shows whether an account is set up: one of each kind of thing whose permissions differ, none of which costs
# more than a cent a day, all gone again after the run.

data "aws_caller_identity" "current" {
  count = var.account_id == null ? 1 : 0
}

locals {
  account_id = var.account_id == null ? one(data.aws_caller_identity.current[*].account_id) : var.account_id
  path       = "caliber/verify/${var.env}"

  nobody = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
    }]
  })
}

# That the apply role makes log groups under /caliber/.
resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:Nothing writes to it, and a key of its own would cost a dollar and wait a month to be deleted.
  #checkov:skip=CKV_AWS_338:It lives for some minutes.
  name              = "/${local.path}/verify"
  retention_in_days = 1
}

# That it writes the one parameter of a client.
resource "aws_ssm_parameter" "image" {
  #checkov:skip=CKV2_AWS_34:The text says what it is for; it is no secret.
  #checkov:skip=CKV_AWS_337:The text says what it is for; it is no secret.
  name           = "/${local.path}/api-image"
  description    = "Written and deleted by a run that verifies the account"
  type           = "String"
  insecure_value = "verify"
}

# That it makes containers of secrets, and that the plan role cannot read what is in them: it asks, and is refused before AWS
# looks whether there is a value.
resource "aws_secretsmanager_secret" "unreadable" {
  #checkov:skip=CKV_AWS_149:It never has a value, and a key of its own would cost a dollar and wait a month to be deleted.
  #checkov:skip=CKV2_AWS_57:It never has a value that could rotate.
  name                    = "${local.path}/unreadable"
  description             = "Never has a value: the plan role is refused to read it"
  recovery_window_in_days = 0
}

# That it makes roles within the boundary, which it could not without.
resource "aws_iam_role" "bounded" {
  name                 = "verify-${var.env}-dedicated-bounded"
  path                 = "/caliber/"
  description          = "Has no policy; made and deleted by a run that verifies the account"
  assume_role_policy   = local.nobody
  permissions_boundary = "arn:${var.partition}:iam::${local.account_id}:policy/${var.permissions_boundary}"
}
