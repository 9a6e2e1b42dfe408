locals {
  oidc_provider_arn = coalesce(var.oidc_provider_arn, "${local.iam}:oidc-provider/${var.issuer}")
  audience          = "sts.amazonaws.com"
}

# No thumbprint: AWS knows GitHub's certificate authority itself, and a pinned one breaks on the day it changes.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.oidc_provider_arn == null ? 1 : 0

  url            = "https://${var.issuer}"
  client_id_list = [local.audience]

  # Whoever else trusts it in this account would be locked out.
  lifecycle {
    prevent_destroy = true
  }
}
