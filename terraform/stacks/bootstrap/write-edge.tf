# What an apply writes of certificates, names and CloudFront.
locals {
  certificates    = [for arn in local.acm : "${arn}:certificate/*"]
  distributions   = "${local.cloudfront}:distribution/*"
  edge_of_project = concat(local.certificates, [local.distributions])

  write_edge = concat([
    {
      # What is to be created has no ARN yet, and CloudFront's ids are its own.
      Sid       = "CreateCertificatesAndDistributions"
      Effect    = "Allow"
      Action    = ["acm:RequestCertificate", "cloudfront:CreateDistribution"]
      Resource  = "*"
      Condition = local.on_created
    },
    {
      Sid       = "TagCertificatesAndDistributions"
      Effect    = "Allow"
      Action    = ["acm:AddTagsToCertificate", "cloudfront:TagResource"]
      Resource  = local.edge_of_project
      Condition = local.creating
    },
    {
      Sid    = "ChangeCertificatesAndDistributions"
      Effect = "Allow"
      Action = [
        "acm:DeleteCertificate",
        "cloudfront:AllowVendedLogDeliveryForResource",
        "cloudfront:DeleteDistribution",
        "cloudfront:UpdateDistribution",
      ]
      Resource  = local.edge_of_project
      Condition = local.on_caliber
    },
    {
      # Neither has tags, and what is to be created has no ARN yet.
      Sid      = "CreateDistributionParts"
      Effect   = "Allow"
      Action   = ["cloudfront:CreateOriginAccessControl", "cloudfront:CreateResponseHeadersPolicy", "cloudfront:CreateFunction"]
      Resource = "*"
    },
    {
      Sid    = "ChangeDistributionParts"
      Effect = "Allow"
      Action = [
        "cloudfront:DeleteOriginAccessControl",
        "cloudfront:DeleteResponseHeadersPolicy",
        "cloudfront:UpdateResponseHeadersPolicy",
      ]
      Resource = [
        "${local.cloudfront}:origin-access-control/*",
        "${local.cloudfront}:response-headers-policy/*",
      ]
    },
    {
      # The provider gives them no tags.
      Sid      = "ChangeFunctions"
      Effect   = "Allow"
      Action   = ["cloudfront:DeleteFunction", "cloudfront:PublishFunction", "cloudfront:UpdateFunction"]
      Resource = local.functions
    },
    {
      Sid       = "CreateDeliveries"
      Effect    = "Allow"
      Action    = ["logs:CreateDelivery", "logs:PutDeliveryDestination", "logs:PutDeliverySource", "logs:TagResource"]
      Resource  = local.log_delivery
      Condition = local.creating
    },
    {
      Sid    = "ChangeDeliveries"
      Effect = "Allow"
      Action = [
        "logs:DeleteDelivery",
        "logs:DeleteDeliveryDestination",
        "logs:DeleteDeliverySource",
        "logs:PutDeliveryDestination",
        "logs:PutDeliverySource",
        "logs:TagResource",
      ]
      Resource  = local.log_delivery
      Condition = local.changing
    },
    ], [for statement in [
      {
        # Hosts and the proof for their certificates; never a zone's own NS, SOA, MX or TXT.
        Sid      = "WriteRecords"
        Effect   = "Allow"
        Action   = "route53:ChangeResourceRecordSets"
        Resource = local.zones
        Condition = {
          "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = ["A", "AAAA", "CNAME"] }
        }
      },
      {
        Sid      = "AwaitRecords"
        Effect   = "Allow"
        Action   = "route53:GetChange"
        Resource = "arn:${local.partition}:route53:::change/*"
      },
  ] : statement if length(local.zones) > 0])
}
