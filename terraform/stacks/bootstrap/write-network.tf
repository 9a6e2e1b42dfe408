# What an apply writes of a network. Ids are EC2's, so tags decide: a creation must ask for Project=Caliber, and
# everything else must have it already.
locals {
  # Action → type of what it creates.
  ec2_creations = {
    AllocateAddress       = "elastic-ip"
    CreateFlowLogs        = "vpc-flow-log"
    CreateInternetGateway = "internet-gateway"
    CreateNatGateway      = "natgateway"
    CreateRouteTable      = "route-table"
    CreateSecurityGroup   = "security-group"
    CreateSubnet          = "subnet"
    CreateVpc             = "vpc"
    CreateVpcEndpoint     = "vpc-endpoint"
  }

  write_network_creations = concat(
    [for action, type in local.ec2_creations : {
      Sid       = action
      Effect    = "Allow"
      Action    = "ec2:${action}"
      Resource  = "${local.arn.ec2}:${type}/*"
      Condition = local.on_created
    }],
    [
      {
        Sid    = "CreateWithinCaliber"
        Effect = "Allow"
        Action = [
          "ec2:CreateFlowLogs",
          "ec2:CreateNatGateway",
          "ec2:CreateRouteTable",
          "ec2:CreateSecurityGroup",
          "ec2:CreateSubnet",
          "ec2:CreateVpcEndpoint",
        ]
        Resource  = [for type in ["elastic-ip", "route-table", "security-group", "subnet", "vpc"] : "${local.arn.ec2}:${type}/*"]
        Condition = local.on_caliber
      },
      {
        Sid      = "TagWhatIsCreated"
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = "${local.arn.ec2}:*/*"
        Condition = { StringEquals = merge(local.on_created.StringEquals, {
          "ec2:CreateAction" = concat(keys(local.ec2_creations), ["AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress"])
        }) }
      },
      {
        # The tag that gives these powers can be set to nothing else, and nobody takes tags off.
        Sid       = "TagWhatIsCalibers"
        Effect    = "Allow"
        Action    = "ec2:CreateTags"
        Resource  = "${local.arn.ec2}:*/*"
        Condition = local.changing
      },
      {
        # AWS makes a VPC's default group and main route table itself, without tags: the stack takes them over. A tag of
        # another project is a stop; what has none can be taken, which docs/trust.md says.
        Sid      = "TakeOverWhatAVpcComesWith"
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = ["${local.arn.ec2}:route-table/*", "${local.arn.ec2}:security-group/*"]
        Condition = {
          Null         = { "aws:ResourceTag/Project" = "true" }
          StringEquals = local.on_created.StringEquals
        }
      },
      {
        Sid       = "TagRulesOfGroups"
        Effect    = "Allow"
        Action    = ["ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress"]
        Resource  = "${local.arn.ec2}:security-group-rule/*"
        Condition = local.on_created
      },
    ],
  )

  write_network_changes = [
    {
      Sid    = "ChangeNetworks"
      Effect = "Allow"
      Action = [
        "ec2:AssociateRouteTable",
        "ec2:AttachInternetGateway",
        "ec2:AuthorizeSecurityGroupEgress",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:CreateRoute",
        "ec2:DeleteFlowLogs",
        "ec2:DeleteInternetGateway",
        "ec2:DeleteNatGateway",
        "ec2:DeleteRoute",
        "ec2:DeleteRouteTable",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteSubnet",
        "ec2:DeleteVpc",
        "ec2:DeleteVpcEndpoints",
        "ec2:DetachInternetGateway",
        "ec2:DisassociateAddress",
        "ec2:DisassociateRouteTable",
        "ec2:ModifySecurityGroupRules",
        "ec2:ModifyVpcAttribute",
        "ec2:ModifyVpcEndpoint",
        "ec2:ReleaseAddress",
        "ec2:ReplaceRoute",
        "ec2:RevokeSecurityGroupEgress",
        "ec2:RevokeSecurityGroupIngress",
      ]
      Resource  = "${local.arn.ec2}:*/*"
      Condition = local.on_caliber
    },
    {
      # An address may also be told apart by the interface it is at; those of NAT gateways are AWS's and have no tags.
      Sid      = "GiveAddressesBack"
      Effect   = "Allow"
      Action   = "ec2:DisassociateAddress"
      Resource = "${local.arn.ec2}:network-interface/*"
    },
  ]
}
