# What a plan reads of databases, keys, logs, secrets and parameters: their settings, never what they hold.
locals {
  log_groups = concat(["${local.arn.logs}:log-group:/caliber/*"], flatten([for path in ["docdb", "rds/instance"] : [
    for name in local.named : "${local.arn.logs}:log-group:/aws/${path}/${name}"
  ]]))
  secrets         = "${local.arn.secretsmanager}:secret:caliber/*"
  managed_secrets = "${local.arn.secretsmanager}:secret:rds!*"

  read_data = [
    {
      Sid    = "DescribeDatabases"
      Effect = "Allow"
      Action = [
        "rds:DescribeDBClusterParameterGroups",
        "rds:DescribeDBClusterParameters",
        "rds:DescribeDBClusters",
        "rds:DescribeDBParameterGroups",
        "rds:DescribeDBParameters",
        "rds:DescribeDBSubnetGroups",
        "rds:ListTagsForResource",
      ]
      Resource = local.databases
    },
    {
      # Asked by the id that RDS gave it, not by its name, so that one of another name is found as well.
      Sid      = "DescribeInstances"
      Effect   = "Allow"
      Action   = "rds:DescribeDBInstances"
      Resource = "${local.arn.rds}:db:*"
    },
    {
      # Asked without a name for every DocumentDB cluster, to see whether it is part of a global one.
      Sid      = "DescribeGlobalClusters"
      Effect   = "Allow"
      Action   = "rds:DescribeGlobalClusters"
      Resource = "arn:${local.partition}:rds::${var.account_id}:global-cluster:*"
    },
    {
      Sid       = "DescribeKeys"
      Effect    = "Allow"
      Action    = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"]
      Resource  = "${local.arn.kms}:key/*"
      Condition = local.on_caliber
    },
    {
      Sid      = "ListWithoutResource"
      Effect   = "Allow"
      Action   = ["kms:ListAliases", "logs:DescribeLogGroups", "ssm:DescribeParameters"]
      Resource = "*"
    },
    {
      Sid      = "DescribeLogGroups"
      Effect   = "Allow"
      Action   = "logs:ListTagsForResource"
      Resource = local.log_groups
    },
    {
      Sid      = "DescribeSecrets"
      Effect   = "Allow"
      Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"]
      Resource = [local.secrets, local.managed_secrets]
    },
    {
      # What a plan reads of parameters: which image runs, and what SaaSShared and its tenants tell each other. None is secret.
      Sid      = "ReadParameters"
      Effect   = "Allow"
      Action   = ["ssm:GetParameter", "ssm:ListTagsForResource"]
      Resource = local.parameters
    },
    {
      Sid      = "ListSharedParameters"
      Effect   = "Allow"
      Action   = "ssm:GetParametersByPath"
      Resource = local.shared_paths
    },
    {
      # The question takes a list of names; CloudWatch may judge it on all alarms.
      Sid      = "DescribeAlarms"
      Effect   = "Allow"
      Action   = "cloudwatch:DescribeAlarms"
      Resource = "${local.arn.cloudwatch}:alarm:*"
    },
    {
      Sid      = "ReadTagsOfAlarms"
      Effect   = "Allow"
      Action   = "cloudwatch:ListTagsForResource"
      Resource = local.alarms
    },
    {
      Sid      = "DescribeTopics"
      Effect   = "Allow"
      Action   = ["sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListTagsForResource"]
      Resource = local.topics
    },
  ]

  databases_themselves = flatten([for type in ["cluster", "db"] : [for name in local.named : "${local.arn.rds}:${type}:${name}"]])
  databases            = flatten([for type in ["cluster", "cluster-pg", "db", "pg", "subgrp"] : [for name in local.named : "${local.arn.rds}:${type}:${name}"]])
  alarms               = [for name in local.named : "${local.arn.cloudwatch}:alarm:${name}"]
  topics               = [for name in local.named : "${local.arn.sns}:${name}"]

  shared_paths = [for end in ["shared", "tenants"] : "${local.arn.ssm}:parameter/caliber/saasshared/*/${end}"]
  parameters   = concat(["${local.arn.ssm}:parameter/caliber/*/*/api-image"], [for path in local.shared_paths : "${path}/*"])
}
