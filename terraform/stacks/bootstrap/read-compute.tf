# What a plan reads of services, roles, buckets, names and what serves the frontend.
locals {
  buckets = flatten([for kind in ["frontend", "access-logs"] : [for name in local.names : "arn:${local.partition}:s3:::${name}-${kind}-${var.account_id}"]])
  zones   = [for id in var.hosted_zone_ids : "arn:${local.partition}:route53:::hostedzone/${id}"]

  read_compute = concat([
    {
      Sid      = "DescribeServices"
      Effect   = "Allow"
      Action   = ["ecs:DescribeClusters", "ecs:DescribeServices"]
      Resource = flatten([for type in ["cluster", "service"] : [for name in local.named : "${local.arn.ecs}:${type}/${name}"]])
    },
    {
      Sid      = "DescribeRevisions"
      Effect   = "Allow"
      Action   = "ecs:DescribeTaskDefinition"
      Resource = "*"
    },
    {
      Sid      = "ReadRolesOfStacks"
      Effect   = "Allow"
      Action   = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"]
      Resource = local.stack_roles
    },
    {
      Sid    = "ReadBuckets"
      Effect = "Allow"
      Action = [
        "s3:GetAccelerateConfiguration",
        "s3:GetBucketAcl",
        "s3:GetBucketCORS",
        "s3:GetBucketLogging",
        "s3:GetBucketObjectLockConfiguration",
        "s3:GetBucketOwnershipControls",
        "s3:GetBucketPolicy",
        "s3:GetBucketPublicAccessBlock",
        "s3:GetBucketRequestPayment",
        "s3:GetBucketTagging",
        "s3:GetBucketVersioning",
        "s3:GetBucketWebsite",
        "s3:GetEncryptionConfiguration",
        "s3:GetLifecycleConfiguration",
        "s3:GetReplicationConfiguration",
        "s3:ListBucket",
      ]
      Resource = local.buckets
    },
    {
      Sid       = "ReadCertificates"
      Effect    = "Allow"
      Action    = ["acm:DescribeCertificate", "acm:ListTagsForCertificate"]
      Resource  = [for arn in local.acm : "${arn}:certificate/*"]
      Condition = local.on_caliber
    },
    {
      Sid       = "ReadDistributions"
      Effect    = "Allow"
      Action    = ["cloudfront:GetDistribution", "cloudfront:ListTagsForResource"]
      Resource  = "${local.cloudfront}:distribution/*"
      Condition = local.on_caliber
    },
    {
      # Neither has tags; ids are CloudFront's. Origin access and headers are no secrets.
      Sid    = "ReadDistributionParts"
      Effect = "Allow"
      Action = ["cloudfront:GetOriginAccessControl", "cloudfront:GetResponseHeadersPolicy"]
      Resource = [
        "${local.cloudfront}:origin-access-control/*",
        "${local.cloudfront}:response-headers-policy/*",
      ]
    },
    {
      Sid      = "ReadFunctions"
      Effect   = "Allow"
      Action   = ["cloudfront:DescribeFunction", "cloudfront:GetFunction"]
      Resource = local.functions
    },
    {
      Sid      = "ReadLogDelivery"
      Effect   = "Allow"
      Action   = ["logs:GetDelivery", "logs:GetDeliveryDestination", "logs:GetDeliverySource", "logs:ListTagsForResource"]
      Resource = local.log_delivery
    },
    ], [for statement in [
      {
        Sid      = "ReadZones"
        Effect   = "Allow"
        Action   = ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ListTagsForResource"]
        Resource = local.zones
      },
      {
        # Finding a zone by its name lists them all; whether a record has arrived is asked of the change.
        Sid      = "FindZones"
        Effect   = "Allow"
        Action   = "route53:ListHostedZones"
        Resource = "*"
      },
  ] : statement if length(local.zones) > 0])

  # A delivery's name is AWS's; source and destination have ours.
  log_delivery = concat(["${local.us_east_1.logs}:delivery:*"], flatten([for end in ["destination", "source"] : [
    for name in local.named : "${local.us_east_1.logs}:delivery-${end}:${name}"
  ]]))

  functions = [for name in local.named : "${local.cloudfront}:function/${name}"]
}
