# One key a tenant and environment: taking it away takes away everything the tenant has at rest.
resource "aws_kms_key" "this" {
  description             = "Secrets, databases, logs and alarms of ${local.path}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = local.key_policy
}

resource "aws_kms_alias" "this" {
  name          = "alias/${local.path}"
  target_key_id = aws_kms_key.this.key_id
}

# Containers without versions: a version in Terraform puts its value into the state, or, write-only, needs
# secretsmanager:GetSecretValue in every plan.
resource "aws_secretsmanager_secret" "this" {
  #checkov:skip=CKV2_AWS_57:The values are connection strings and a signing key that the seed step writes; their sources rotate, and it copies.
  for_each = var.secrets

  name                    = "${local.path}/${each.key}"
  description             = each.value
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = var.recovery_window_days
}

resource "aws_secretsmanager_secret_policy" "this" {
  for_each = length(var.reader_role_arns) == 0 ? {} : var.secrets

  secret_arn          = aws_secretsmanager_secret.this[each.key].arn
  policy              = local.reader_policy
  block_public_policy = true
}
