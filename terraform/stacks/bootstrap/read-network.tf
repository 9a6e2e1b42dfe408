# What a plan reads of a network. EC2 describes everything or nothing: these actions know no resource.
locals {
  read_network = [
    {
      Sid    = "DescribeNetworks"
      Effect = "Allow"
      Action = [
        "ec2:DescribeAddresses",
        "ec2:DescribeAddressesAttribute",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeFlowLogs",
        "ec2:DescribeInternetGateways",
        "ec2:DescribeNatGateways",
        "ec2:DescribeNetworkAcls",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribePrefixLists",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroupRules",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcEndpoints",
        "ec2:DescribeVpcs",
      ]
      Resource = "*"
    },
    {
      Sid       = "DescribeVpcAttributes"
      Effect    = "Allow"
      Action    = "ec2:DescribeVpcAttribute"
      Resource  = "${local.arn.ec2}:vpc/*"
      Condition = local.on_caliber
    },
    {
      Sid    = "DescribeLoadBalancers"
      Effect = "Allow"
      Action = [
        "elasticloadbalancing:DescribeCapacityReservation",
        "elasticloadbalancing:DescribeListenerAttributes",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes",
        "elasticloadbalancing:DescribeTargetGroups",
      ]
      Resource = "*"
    },
  ]
}
