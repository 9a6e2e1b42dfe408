# What an apply writes of load balancers, certificates, names and CloudFront.
locals {
  elb             = local.arn.elasticloadbalancing
  load_balancers  = "${local.elb}:loadbalancer/app/${local.named}/*"
  listeners       = "${local.elb}:listener/app/${local.named}/*/*"
  listener_rules  = "${local.elb}:listener-rule/app/${local.named}/*/*/*"
  target_groups   = "${local.elb}:targetgroup/api-*/*"
  load_balancing  = [local.load_balancers, local.listeners, local.listener_rules, local.target_groups]
  certificates    = [for arn in local.acm : "${arn}:certificate/*"]
  distributions   = "${local.cloudfront}:distribution/*"
  edge_of_project = concat(local.certificates, [local.distributions])

  load_balancer_creations = ["CreateListener", "CreateLoadBalancer", "CreateRule", "CreateTargetGroup"]

  write_edge = concat([
    {
      Sid       = "CreateLoadBalancers"
      Effect    = "Allow"
      Action    = [for action in local.load_balancer_creations : "elasticloadbalancing:${action}"]
      Resource  = local.load_balancing
      Condition = local.on_created
    },
    {
      # A target group's name says little: what is there already is not to be claimed by tagging it.
      Sid      = "TagWhatIsCreated"
      Effect   = "Allow"
      Action   = "elasticloadbalancing:AddTags"
      Resource = local.load_balancing
      Condition = { StringEquals = merge(local.on_created.StringEquals, {
        "elasticloadbalancing:CreateAction" = local.load_balancer_creations
      }) }
    },
    {
      Sid    = "ChangeLoadBalancers"
      Effect = "Allow"
      Action = [
        "elasticloadbalancing:AddTags",
        "elasticloadbalancing:CreateListener",
        "elasticloadbalancing:CreateRule",
        "elasticloadbalancing:DeleteListener",
        "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteRule",
        "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyListenerAttributes",
        "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:SetSecurityGroups",
        "elasticloadbalancing:SetSubnets",
      ]
      Resource  = local.load_balancing
      Condition = local.on_caliber
    },
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
      Resource = "${local.cloudfront}:function/${local.named}"
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
