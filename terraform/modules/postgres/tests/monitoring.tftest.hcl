mock_provider "aws" {}

variables {
  name                      = "acme-prod-dedicated"
  region                    = "eu-central-1"
  account_id                = "111122223333"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1", "subnet-2"]
  client_security_group_ids = { tasks = "sg-tasks" }
  kms_key_arn               = "arn:aws:kms:eu-central-1:111122223333:key/0b1c2d3e"
}

run "metrics_of_the_system_are_written_by_a_role_for_this_instance_only" {
  command = plan

  variables {
    iam_path             = "/caliber/"
    permissions_boundary = "arn:aws:iam::111122223333:policy/caliber-workload-boundary"
  }

  assert {
    condition     = aws_db_instance.this.monitoring_interval == 60 && aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.performance_insights_kms_key_id == var.kms_key_arn
    error_message = "Enhanced Monitoring and Performance Insights are on."
  }

  assert {
    condition     = aws_iam_role.monitoring[0].name == "acme-prod-dedicated-postgres-monitoring" && aws_iam_role.monitoring[0].path == "/caliber/" && aws_iam_role.monitoring[0].permissions_boundary == var.permissions_boundary
    error_message = "The role carries the path and the boundary that the account asks for."
  }

  assert {
    condition = jsondecode(aws_iam_role.monitoring[0].assume_role_policy).Statement == [{
      Sid       = "MonitoringOfThisInstance"
      Effect    = "Allow"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = "111122223333"
          "aws:SourceArn"     = "arn:aws:rds:eu-central-1:111122223333:db:acme-prod-dedicated-postgres"
        }
      }
    }]
    error_message = "Another instance's monitoring must not borrow the role."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.monitoring[0].policy).Statement == [
      {
        Sid    = "KeepMetricsGroup"
        Effect = "Allow"
        Action = ["logs:CreateLogGroup", "logs:PutRetentionPolicy"]
        Resource = [
          "arn:aws:logs:eu-central-1:111122223333:log-group:RDSOSMetrics",
          "arn:aws:logs:eu-central-1:111122223333:log-group:RDSOSMetrics:*",
        ]
      },
      {
        Sid      = "WriteMetrics"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"]
        Resource = ["arn:aws:logs:eu-central-1:111122223333:log-group:RDSOSMetrics:log-stream:*"]
      },
    ]
    error_message = "The role writes the one group that RDS's metrics go to."
  }
}
