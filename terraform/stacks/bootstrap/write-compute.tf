# What an apply writes of services, roles and buckets.
locals {
  write_compute = [
    {
      Sid       = "CreateServices"
      Effect    = "Allow"
      Action    = ["ecs:CreateCluster", "ecs:CreateService", "ecs:RegisterTaskDefinition", "ecs:TagResource"]
      Resource  = local.services
      Condition = local.creating
    },
    {
      Sid       = "ChangeServices"
      Effect    = "Allow"
      Action    = ["ecs:DeleteCluster", "ecs:DeleteService", "ecs:TagResource", "ecs:UpdateCluster", "ecs:UpdateService"]
      Resource  = local.services
      Condition = local.changing
    },
    {
      # Only with the workload boundary: whatever its policy says, such a role stays within it.
      Sid       = "CreateBoundedRoles"
      Effect    = "Allow"
      Action    = "iam:CreateRole"
      Resource  = local.stack_roles
      Condition = merge(local.creating, { StringEquals = merge(local.bounded, local.creating.StringEquals) })
    },
    {
      Sid       = "WritePoliciesOfBoundedRoles"
      Effect    = "Allow"
      Action    = ["iam:DeleteRolePolicy", "iam:PutRolePolicy"]
      Resource  = local.stack_roles
      Condition = { StringEquals = merge(local.bounded, local.on_caliber.StringEquals) }
    },
    {
      Sid       = "TagNewRoles"
      Effect    = "Allow"
      Action    = "iam:TagRole"
      Resource  = local.stack_roles
      Condition = local.creating
    },
    {
      Sid    = "ChangeRolesOfStacks"
      Effect = "Allow"
      Action = [
        "iam:DeleteRole",
        "iam:ListInstanceProfilesForRole",
        "iam:TagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRoleDescription",
      ]
      Resource  = local.stack_roles
      Condition = local.changing
    },
    {
      Sid       = "PassRolesOfStacks"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = local.stack_roles
      Condition = { StringEquals = { "iam:PassedToService" = local.passed_to } }
    },
    {
      # In an account where one of these services was never used, AWS makes its role with the caller's permissions.
      Sid       = "LetServicesMakeTheirRoles"
      Effect    = "Allow"
      Action    = "iam:CreateServiceLinkedRole"
      Resource  = "${local.iam}:role/aws-service-role/*"
      Condition = { StringEquals = { "iam:AWSServiceName" = local.service_linked } }
    },
    {
      # A bucket's tags decide only where somebody has switched that on for the bucket; the names have the account's id.
      Sid    = "WriteBuckets"
      Effect = "Allow"
      Action = [
        "s3:CreateBucket",
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketTagging",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
      ]
      Resource = local.buckets
    },
    {
      # A tenant that is destroyed with force_destroy is emptied first. Nothing here reads an object.
      Sid      = "EmptyBuckets"
      Effect   = "Allow"
      Action   = ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions"]
      Resource = concat(local.buckets, [for arn in local.buckets : "${arn}/*"])
    },
  ]

  services = flatten([for type in ["cluster", "service", "task-definition"] : [for name in local.named : "${local.arn.ecs}:${type}/${name}"]])
  bounded  = { "iam:PermissionsBoundary" = local.workload_boundary }

  passed_to = ["ecs-tasks.amazonaws.com", "monitoring.rds.amazonaws.com", "vpc-flow-logs.amazonaws.com"]

  service_linked = [
    "ecs.amazonaws.com",
    "elasticloadbalancing.amazonaws.com",
    "rds.amazonaws.com",
  ]
}
