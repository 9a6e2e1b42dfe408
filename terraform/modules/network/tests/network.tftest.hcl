mock_provider "aws" {}

variables {
  name               = "acme-stg-dedicated"
  region             = "eu-central-1"
  account_id         = "111122223333"
  vpc_cidr           = "10.20.0.0/16"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  flow_log_group     = "/caliber/acme/stg/flow-logs"
}

run "two_zones_behind_one_nat_gateway" {
  command = plan

  assert {
    condition = {
      for zone, subnet in aws_subnet.private : zone => subnet.cidr_block
    } == { eu-central-1a = "10.20.0.0/19", eu-central-1b = "10.20.32.0/19" }
    error_message = "Private subnets must be the first eighths of the range, in the order of the zones."
  }

  assert {
    condition = {
      for zone, subnet in aws_subnet.public : zone => subnet.cidr_block
    } == { eu-central-1a = "10.20.192.0/20", eu-central-1b = "10.20.208.0/20" }
    error_message = "Public subnets must be sixteenths 12 and 13 of the range."
  }

  assert {
    condition = {
      for zone, subnet in aws_subnet.database : zone => subnet.cidr_block
    } == { eu-central-1a = "10.20.96.0/19", eu-central-1b = "10.20.128.0/19" }
    error_message = "The databases' subnets must be eighths 3 and 4 of the range."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : !subnet.map_public_ip_on_launch])
    error_message = "No subnet may hand out public addresses."
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["eu-central-1a"] && length(aws_eip.nat) == 1
    error_message = "One NAT gateway with one address is the default."
  }

  assert {
    condition     = length(aws_route.nat) == 2 && length(aws_route_table.private) == 2
    error_message = "Every zone must have a route table of its own, so that going to a gateway a zone changes routes only."
  }

  assert {
    condition     = aws_vpc.this.enable_dns_hostnames && aws_vpc.this.enable_dns_support
    error_message = "Private DNS of the endpoints needs both DNS settings of the VPC."
  }
}

run "endpoints_keep_aws_traffic_inside" {
  command = plan

  assert {
    condition = toset([for endpoint in aws_vpc_endpoint.interface : endpoint.service_name]) == toset([
      "com.amazonaws.eu-central-1.ecr.api",
      "com.amazonaws.eu-central-1.ecr.dkr",
      "com.amazonaws.eu-central-1.logs",
      "com.amazonaws.eu-central-1.secretsmanager",
    ])
    error_message = "The interface endpoints are ECR's two, CloudWatch Logs and Secrets Manager."
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "Without private DNS nobody uses the endpoints."
  }

  assert {
    condition     = aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway" && aws_vpc_endpoint.s3.service_name == "com.amazonaws.eu-central-1.s3"
    error_message = "S3 is reached through the gateway endpoint, which is free."
  }
}

run "security_groups_say_who_and_why" {
  command = plan

  assert {
    condition = alltrue([
      for rule in [
        aws_vpc_security_group_ingress_rule.endpoints_from_tasks,
        aws_vpc_security_group_egress_rule.tasks_to_endpoints,
        aws_vpc_security_group_egress_rule.tasks_to_s3,
        aws_vpc_security_group_egress_rule.tasks_to_internet,
      ] : rule.from_port == 443 && rule.to_port == 443 && rule.ip_protocol == "tcp" && rule.description != null
    ])
    error_message = "Every rule is HTTPS and says what it is for."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints_from_tasks.cidr_ipv4 == null
    error_message = "The endpoints let in the tasks' group, not an address range."
  }
}

run "the_databases_subnets_have_no_way_out" {
  command = plan

  override_resource {
    target          = aws_vpc.this
    override_during = plan
    values          = { default_route_table_id = "rtb-main" }
  }

  override_resource {
    target          = aws_route_table.private
    override_during = plan
    values          = { id = "rtb-private" }
  }

  override_resource {
    target          = aws_route_table.public
    override_during = plan
    values          = { id = "rtb-public" }
  }

  assert {
    condition     = aws_default_route_table.database.default_route_table_id == "rtb-main" && length(aws_default_route_table.database.route) == 0
    error_message = "The main table, which the databases' subnets have for want of another, has no route out."
  }

  assert {
    condition = alltrue([
      for route in concat([aws_route.internet], values(aws_route.nat)) : contains(["rtb-public", "rtb-private"], route.route_table_id)
    ])
    error_message = "No route of the network may stand in the main table."
  }

  assert {
    condition     = aws_vpc_endpoint.s3.route_table_ids == toset(["rtb-private"])
    error_message = "The gateway endpoint is the tasks', not the databases'."
  }
}

run "flow_logs_go_to_a_group_that_only_this_account_writes" {
  command = plan

  variables {
    kms_key_arn             = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
    flow_log_retention_days = 30
    iam_path                = "/caliber/"
    permissions_boundary    = "arn:aws:iam::111122223333:policy/caliber-workload-boundary"
  }

  assert {
    condition = (
      aws_iam_role.flow_logs.path == "/caliber/" &&
      aws_iam_role.flow_logs.permissions_boundary == "arn:aws:iam::111122223333:policy/caliber-workload-boundary"
    )
    error_message = "The role stands at the given path and cannot exceed the given boundary."
  }

  assert {
    condition = jsondecode(aws_iam_role.flow_logs.assume_role_policy).Statement == [{
      Sid       = "FlowLogsOfThisAccount"
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = "111122223333" }
        ArnLike      = { "aws:SourceArn" = "arn:aws:ec2:eu-central-1:111122223333:vpc-flow-log/*" }
      }
    }]
    error_message = "Another account's flow log must not borrow the role."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.flow_logs.policy).Statement == [{
      Sid    = "WriteFlowLogs"
      Effect = "Allow"
      Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = [
        "arn:aws:logs:eu-central-1:111122223333:log-group:/caliber/acme/stg/flow-logs",
        "arn:aws:logs:eu-central-1:111122223333:log-group:/caliber/acme/stg/flow-logs:*",
      ]
    }]
    error_message = "The role writes to its own log group and nothing else."
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow_logs.retention_in_days == 30
    error_message = "Accepted and rejected traffic is logged, for as long as asked."
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow_logs.kms_key_id == "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
    error_message = "The log group is encrypted with the given key."
  }
}

run "three_zones_with_a_nat_gateway_each" {
  command = plan

  variables {
    availability_zones  = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
    single_nat_gateway  = false
    interface_endpoints = []
    partition           = "aws-us-gov"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_vpc_endpoint.interface) == 0
    error_message = "Every zone has its own gateway, and the endpoints can be left out."
  }

  assert {
    condition = length(distinct([
      for subnet in concat(values(aws_subnet.private), values(aws_subnet.public), values(aws_subnet.database)) : subnet.cidr_block
    ])) == 9
    error_message = "No two subnets share a range."
  }
}

run "a_range_that_is_not_written_with_its_first_address_is_refused" {
  command         = plan
  expect_failures = [var.vpc_cidr]

  variables {
    vpc_cidr = "10.20.0.1/16"
  }
}

run "bad_inputs_are_refused_by_name" {
  command         = plan
  expect_failures = [var.name, var.account_id, var.vpc_cidr, var.availability_zones, var.flow_log_retention_days, var.partition, var.iam_path]

  variables {
    name                    = "Acme"
    account_id              = "12345"
    vpc_cidr                = "10.20.0.0/24"
    availability_zones      = ["eu-central-1a", "eu-central-1a"]
    flow_log_retention_days = 31
    partition               = "aws-cn"
    iam_path                = "caliber"
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
