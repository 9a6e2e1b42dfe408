# What an apply writes of load balancers and target groups.
locals {
  elb = local.arn.elasticloadbalancing
  load_balancing = concat(["${local.elb}:targetgroup/api-*/*"], flatten([for name in local.named : [
    "${local.elb}:loadbalancer/app/${name}/*",
    "${local.elb}:listener/app/${name}/*/*",
    "${local.elb}:listener-rule/app/${name}/*/*/*",
  ]]))

  load_balancer_creations = ["CreateListener", "CreateLoadBalancer", "CreateRule", "CreateTargetGroup"]

  write_balancing = [
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
  ]
}
