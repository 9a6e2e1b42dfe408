resource "aws_kms_key" "state" {
  description             = "Terraform states in ${var.state_bucket}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = local.key_policy

  # Without the key no state can be read again.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "state" {
  name          = "alias/${var.name_prefix}/terraform-state"
  target_key_id = aws_kms_key.state.key_id
}
