# Policies as data: built from inputs alone, so that a plan knows them and tests assert on the JSON.
locals {
  # Enhanced Monitoring writes every instance's metrics of an account to this one group, which it makes itself.
  metrics_arn = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:RDSOSMetrics"

  monitoring_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "MonitoringOfThisInstance"
      Effect    = "Allow"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = var.account_id
          "aws:SourceArn"     = "arn:${var.partition}:rds:${var.region}:${var.account_id}:db:${local.identifier}"
        }
      }
    }]
  })

  monitoring_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "KeepMetricsGroup"
        Effect   = "Allow"
        Action   = ["logs:CreateLogGroup", "logs:PutRetentionPolicy"]
        Resource = [local.metrics_arn, "${local.metrics_arn}:*"]
      },
      {
        Sid      = "WriteMetrics"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"]
        Resource = ["${local.metrics_arn}:log-stream:*"]
      },
    ]
  })
}
