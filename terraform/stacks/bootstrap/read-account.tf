# What the doctor reads of an account, to say what a first plan would stumble over. It does without what it may not read.
locals {
  read_account = [
    {
      Sid      = "ReadProvider"
      Effect   = "Allow"
      Action   = "iam:GetOpenIDConnectProvider"
      Resource = local.oidc_provider_arn
    },
    {
      Sid      = "ReadOwnRoles"
      Effect   = "Allow"
      Action   = "iam:GetRole"
      Resource = "${local.iam}:role/${var.name_prefix}-*"
    },
    {
      Sid      = "CountAndCompare"
      Effect   = "Allow"
      Action   = ["acm:ListCertificates", "servicequotas:GetAWSDefaultServiceQuota", "servicequotas:GetServiceQuota"]
      Resource = "*"
    },
  ]
}
