locals {
  # The range is cut so that a third zone only adds: eighths 0 to 2 are private subnets, 3 to 5 the databases', sixteenths 12
  # to 14 public.
  zones = {
    for index, zone in var.availability_zones : zone => {
      private  = cidrsubnet(var.vpc_cidr, 3, index)
      database = cidrsubnet(var.vpc_cidr, 3, 3 + index)
      public   = cidrsubnet(var.vpc_cidr, 4, 12 + index)
    }
  }

  nat_zones   = var.single_nat_gateway ? slice(var.availability_zones, 0, 1) : var.availability_zones
  nat_of_zone = { for zone in var.availability_zones : zone => var.single_nat_gateway ? var.availability_zones[0] : zone }

  # Built, not read back, so that a plan already knows them and tests can assert on whole policies.
  flow_log_group_arn = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:${var.flow_log_group}"

  flow_logs_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "FlowLogsOfThisAccount"
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnLike      = { "aws:SourceArn" = "arn:${var.partition}:ec2:${var.region}:${var.account_id}:vpc-flow-log/*" }
      }
    }]
  })

  flow_logs_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteFlowLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = [local.flow_log_group_arn, "${local.flow_log_group_arn}:*"]
    }]
  })
}
