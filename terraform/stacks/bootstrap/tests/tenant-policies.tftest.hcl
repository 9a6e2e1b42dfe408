mock_provider "aws" {}

override_resource {
  target          = aws_kms_key.state
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/1111"
    key_id = "1111"
  }
}

variables {
  account_id      = "111122223333"
  region          = "us-east-1"
  state_bucket    = "acme-state"
  tenants         = [{ client = "Acme", env = "stg" }]
  trusted_callers = []
}

run "a_deployment_reaches_one_tenant" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.deploy["acme-stg"].policy) == {
      Version = "2012-10-17"
      Statement = [
        { Sid = "LogInToRegistry", Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
        {
          Sid    = "PushImages"
          Effect = "Allow"
          Action = [
            "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
            "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
          ]
          Resource = "arn:aws:ecr:us-east-1:111122223333:repository/caliber/api"
        },
        { Sid = "LookUpImages", Effect = "Allow", Action = "ecr:DescribeImages", Resource = "arn:aws:ecr:us-east-1:111122223333:repository/caliber/api" },
        {
          Sid      = "RegisterRevisions"
          Effect   = "Allow"
          Action   = ["ecs:RegisterTaskDefinition", "ecs:TagResource"]
          Resource = ["arn:aws:ecs:us-east-1:111122223333:task-definition/acme-stg-dedicated-api:*"]
        },
        { Sid = "ReadAndRetireRevisions", Effect = "Allow", Action = ["ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition"], Resource = "*" },
        {
          Sid    = "RollOut"
          Effect = "Allow"
          Action = [
            "ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions", "ecs:DescribeServices",
            "ecs:ListServiceDeployments", "ecs:StopServiceDeployment", "ecs:UpdateService",
          ]
          Resource = [
            "arn:aws:ecs:us-east-1:111122223333:service/acme-stg-dedicated/acme-stg-dedicated-api",
            "arn:aws:ecs:us-east-1:111122223333:service-deployment/acme-stg-dedicated/acme-stg-dedicated-api/*",
            "arn:aws:ecs:us-east-1:111122223333:service-revision/acme-stg-dedicated/acme-stg-dedicated-api/*",
          ]
        },
        {
          Sid       = "RunOneOffTasks"
          Effect    = "Allow"
          Action    = "ecs:RunTask"
          Resource  = ["arn:aws:ecs:us-east-1:111122223333:task-definition/acme-stg-dedicated-api:*"]
          Condition = { ArnLike = { "ecs:cluster" = ["arn:aws:ecs:us-east-1:111122223333:cluster/acme-stg-dedicated"] } }
        },
        {
          Sid      = "WatchTasks"
          Effect   = "Allow"
          Action   = ["ecs:DescribeTasks", "ecs:StopTask", "ecs:TagResource"]
          Resource = ["arn:aws:ecs:us-east-1:111122223333:task/acme-stg-dedicated/*"]
        },
        {
          Sid       = "FindTasks"
          Effect    = "Allow"
          Action    = "ecs:ListTasks"
          Resource  = "*"
          Condition = { ArnLike = { "ecs:cluster" = ["arn:aws:ecs:us-east-1:111122223333:cluster/acme-stg-dedicated"] } }
        },
        {
          Sid       = "PassTheTwoRoles"
          Effect    = "Allow"
          Action    = "iam:PassRole"
          Resource  = ["arn:aws:iam::111122223333:role/caliber/acme-stg-dedicated-api-execution", "arn:aws:iam::111122223333:role/caliber/acme-stg-dedicated-api-task"]
          Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
        },
        {
          Sid      = "LookAtTheTwoRoles"
          Effect   = "Allow"
          Action   = "iam:GetRole"
          Resource = ["arn:aws:iam::111122223333:role/caliber/acme-stg-dedicated-api-execution", "arn:aws:iam::111122223333:role/caliber/acme-stg-dedicated-api-task"]
        },
        {
          Sid      = "LookAtSecrets"
          Effect   = "Allow"
          Action   = "secretsmanager:DescribeSecret"
          Resource = ["arn:aws:secretsmanager:us-east-1:111122223333:secret:caliber/acme/stg/*"]
        },
        {
          Sid       = "LookAtMasterSecretOfPostgres"
          Effect    = "Allow"
          Action    = "secretsmanager:DescribeSecret"
          Resource  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
          Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:acme-stg-dedicated-*"] } }
        },
        {
          Sid      = "ReadLogs"
          Effect   = "Allow"
          Action   = "logs:GetLogEvents"
          Resource = ["arn:aws:logs:us-east-1:111122223333:log-group:/caliber/acme/stg/api", "arn:aws:logs:us-east-1:111122223333:log-group:/caliber/acme/stg/api:*"]
        },
        {
          Sid      = "WriteImage"
          Effect   = "Allow"
          Action   = ["ssm:GetParameter", "ssm:PutParameter"]
          Resource = ["arn:aws:ssm:us-east-1:111122223333:parameter/caliber/acme/stg/api-image"]
        },
        { Sid = "ListFrontend", Effect = "Allow", Action = "s3:ListBucket", Resource = ["arn:aws:s3:::acme-stg-dedicated-frontend-111122223333"] },
        {
          Sid      = "SyncFrontend"
          Effect   = "Allow"
          Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
          Resource = ["arn:aws:s3:::acme-stg-dedicated-frontend-111122223333/*"]
        },
        {
          Sid       = "InvalidateFrontend"
          Effect    = "Allow"
          Action    = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
          Resource  = "arn:aws:cloudfront::111122223333:distribution/*"
          Condition = { StringEquals = { "aws:ResourceTag/Client" = "Acme", "aws:ResourceTag/Env" = "stg", "aws:ResourceTag/Project" = "Caliber" } }
        },
      ]
    }
    error_message = "Image, revisions, service, two roles to tasks only, one bucket, one distribution: the tenant's, tagged as it spells itself."
  }
}

run "seeding_reaches_one_tenant" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.seed["acme-stg"].policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid      = "RotateMasterSecretOfCluster"
          Effect   = "Allow"
          Action   = ["secretsmanager:DescribeSecret", "secretsmanager:RotateSecret"]
          Resource = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
          Condition = {
            ArnLike      = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = ["arn:aws:rds:us-east-1:111122223333:cluster:acme-stg-dedicated-*"] }
            BoolIfExists = { "secretsmanager:ModifyRotationRules" = "false" }
          }
        },
        {
          Sid      = "RotateMasterSecretOfDb"
          Effect   = "Allow"
          Action   = ["secretsmanager:DescribeSecret", "secretsmanager:RotateSecret"]
          Resource = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
          Condition = {
            ArnLike      = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:acme-stg-dedicated-*"] }
            BoolIfExists = { "secretsmanager:ModifyRotationRules" = "false" }
          }
        },
        {
          Sid    = "WriteSecrets"
          Effect = "Allow"
          Action = [
            "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue",
            "secretsmanager:ListSecretVersionIds", "secretsmanager:PutSecretValue",
          ]
          Resource = ["arn:aws:secretsmanager:us-east-1:111122223333:secret:caliber/acme/stg/*"]
        },
        {
          Sid       = "ReadMasterSecretOfPostgres"
          Effect    = "Allow"
          Action    = "secretsmanager:GetSecretValue"
          Resource  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
          Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:acme-stg-dedicated-*"] } }
        },
        {
          Sid       = "ReadMasterSecretOfDocumentDb"
          Effect    = "Allow"
          Action    = "secretsmanager:GetSecretValue"
          Resource  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!*"
          Condition = { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = ["arn:aws:rds:us-east-1:111122223333:cluster:acme-stg-dedicated-*"] } }
        },
        {
          Sid      = "UseTenantsKey"
          Effect   = "Allow"
          Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
          Resource = "arn:aws:kms:us-east-1:111122223333:key/*"
          Condition = {
            StringEquals             = { "kms:ViaService" = ["secretsmanager.us-east-1.amazonaws.com"] }
            "ForAnyValue:StringLike" = { "kms:ResourceAliases" = ["alias/caliber/acme/stg"] }
          }
        },
        {
          Sid       = "FindState"
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = "arn:aws:s3:::acme-state"
          Condition = { StringLike = { "s3:prefix" = ["env:/", "caliber/acme/stg/*"] } }
        },
        {
          Sid      = "ReadState"
          Effect   = "Allow"
          Action   = "s3:GetObject"
          Resource = ["arn:aws:s3:::acme-state/caliber/acme/stg/terraform.tfstate"]
        },
        {
          Sid      = "UseStateKey"
          Effect   = "Allow"
          Action   = "kms:Decrypt"
          Resource = "arn:aws:kms:us-east-1:111122223333:key/1111"
          Condition = {
            StringEquals = { "kms:ViaService" = "s3.us-east-1.amazonaws.com" }
            StringLike   = { "kms:EncryptionContext:aws:s3:arn" = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"] }
          }
        },
      ]
    }
    error_message = "The tenant's secrets, of those that RDS keeps its databases' only, to read and to rotate, and its state to read."
  }
}
