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
  hosted_zone_ids = ["Z1"]
  tenants         = [{ client = "Acme", env = "stg" }, { client = "globex", env = "prod", distribution_id = "E2GLOBEX" }]
  trusted_callers = []

  operated_environments = ["dev", "stg", "prod"]
}

run "no_policy_is_longer_than_iam_allows_and_no_role_has_more_than_ten" {
  command = plan

  assert {
    condition     = alltrue([for policy in aws_iam_policy.theme : length(policy.policy) <= 6144])
    error_message = "A managed policy has at most 6,144 characters."
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.apply) <= 8 && length(aws_iam_role_policy_attachment.plan) <= 8
    error_message = "Two of ten are left for the account's own stacks."
  }

  assert {
    condition     = alltrue([for policy in concat(values(aws_iam_role_policy.deploy), values(aws_iam_role_policy.seed), values(aws_iam_role_policy.restore), values(aws_iam_role_policy.registry), [aws_iam_role_policy.plan, aws_iam_role_policy.apply]) : length(policy.policy) <= 10240])
    error_message = "The policies inside a role have at most 10,240 characters."
  }
}

run "who_owns_a_database_rotates_its_password_and_leaves_its_schedule_alone" {
  command = plan

  variables {
    tenants = [{ client = "Customer1", env = "stg", plan = "SaaS" }]
  }

  assert {
    condition = [for one in local.seed_statements["customer1-stg"] : one.Condition if startswith(one.Sid, "RotateMasterSecret")] == [
      {
        ArnLike      = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = ["arn:aws:rds:us-east-1:111122223333:cluster:customer1-stg-saas-*"] }
        BoolIfExists = { "secretsmanager:ModifyRotationRules" = "false" }
      },
      {
        ArnLike      = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:customer1-stg-saas-*"] }
        BoolIfExists = { "secretsmanager:ModifyRotationRules" = "false" }
      },
    ]
    error_message = "SaaSShared's databases are rotated by nobody whose run does not replace its tasks."
  }
}

run "every_action_is_written_out" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for statement in concat(values(local.read_policies), values(local.write_policies), [local.write_state], values(local.deploy_statements), values(local.seed_statements), values(local.restore_statements), values(local.registry_statements)) : [
        for one in statement : [for action in flatten([one.Action]) : can(regex("^[a-z0-9-]+:[A-Za-z0-9]+$", action))]
      ]
    ]))
    error_message = "No wildcard in an action of any role."
  }

  assert {
    condition = sort(distinct(flatten([
      for statements in concat(values(local.read_policies), values(local.write_policies)) : [
        for one in statements : flatten([one.Action]) if one.Resource == "*" && !can(one.Condition)
      ]
      ]))) == tolist([
      "acm:ListCertificates",
      "cloudfront:CreateFunction",
      "cloudfront:CreateOriginAccessControl",
      "cloudfront:CreateResponseHeadersPolicy",
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
      "ecs:DescribeTaskDefinition",
      "elasticloadbalancing:DescribeCapacityReservation",
      "elasticloadbalancing:DescribeListenerAttributes",
      "elasticloadbalancing:DescribeListeners",
      "elasticloadbalancing:DescribeLoadBalancerAttributes",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeRules",
      "elasticloadbalancing:DescribeTags",
      "elasticloadbalancing:DescribeTargetGroupAttributes",
      "elasticloadbalancing:DescribeTargetGroups",
      "kms:ListAliases",
      "logs:DescribeLogGroups",
      "route53:ListHostedZones",
      "servicequotas:GetAWSDefaultServiceQuota",
      "servicequotas:GetServiceQuota",
      "ssm:DescribeParameters",
    ])
    error_message = "Only actions that know no resource are allowed on all of them."
  }
}

run "a_plan_reads_and_holds_locks" {
  command = plan

  assert {
    condition = alltrue(flatten([for statements in values(local.read_policies) : [
      for one in statements : [for action in flatten([one.Action]) : can(regex(":(Describe|Get|List)", action))]
    ]]))
    error_message = "The plan role describes, gets and lists."
  }

  assert {
    condition     = !can(regex("GetSecretValue|kms:Decrypt|s3:GetObject\"", join("", [for theme in keys(local.read_policies) : local.policies[theme]])))
    error_message = "It reads no value of a secret and no object but states."
  }

  assert {
    condition = { for one in local.read_data : one.Sid => one.Resource if contains(["ReadParameters", "ListSharedParameters"], one.Sid) } == {
      ReadParameters = [
        "arn:aws:ssm:us-east-1:111122223333:parameter/caliber/*/*/api-image",
        "arn:aws:ssm:us-east-1:111122223333:parameter/caliber/saasshared/*/shared/*",
        "arn:aws:ssm:us-east-1:111122223333:parameter/caliber/saasshared/*/tenants/*",
      ]
      ListSharedParameters = [
        "arn:aws:ssm:us-east-1:111122223333:parameter/caliber/saasshared/*/shared",
        "arn:aws:ssm:us-east-1:111122223333:parameter/caliber/saasshared/*/tenants",
      ]
    }
    error_message = "Of parameters it reads which image runs, what SaaSShared publishes and who shares it."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.plan.policy).Statement : [one.Sid, one.Resource] if contains(flatten([one.Action]), "s3:PutObject")] == [
      ["HoldLocks", ["arn:aws:s3:::acme-state/caliber/*.tfstate.tflock"]]
    ]
    error_message = "It writes nothing but the lock beside a state."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.plan.policy).Statement : one if contains(flatten([one.Action]), "kms:Decrypt")] == [{
      Sid      = "UseStateKey"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = "arn:aws:kms:us-east-1:111122223333:key/1111"
      Condition = {
        StringEquals = { "kms:ViaService" = "s3.us-east-1.amazonaws.com" }
        StringLike   = { "kms:EncryptionContext:aws:s3:arn" = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"] }
      }
    }]
    error_message = "It decrypts states, through S3, and nothing else."
  }
}

run "an_apply_makes_bounded_roles_and_passes_them_to_three_services" {
  command = plan

  assert {
    condition = [for one in jsondecode(aws_iam_policy.theme["write-compute"].policy).Statement : one if contains(["CreateBoundedRoles", "WritePoliciesOfBoundedRoles", "PassRolesOfStacks"], one.Sid)] == [
      {
        Sid      = "CreateBoundedRoles"
        Effect   = "Allow"
        Action   = "iam:CreateRole"
        Resource = "arn:aws:iam::111122223333:role/caliber/*"
        Condition = {
          StringEquals         = { "aws:RequestTag/Project" = "Caliber", "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/caliber-workload-boundary" }
          StringEqualsIfExists = { "aws:ResourceTag/Project" = "Caliber" }
        }
      },
      {
        Sid       = "WritePoliciesOfBoundedRoles"
        Effect    = "Allow"
        Action    = ["iam:DeleteRolePolicy", "iam:PutRolePolicy"]
        Resource  = "arn:aws:iam::111122223333:role/caliber/*"
        Condition = { StringEquals = { "aws:ResourceTag/Project" = "Caliber", "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/caliber-workload-boundary" } }
      },
      {
        Sid       = "PassRolesOfStacks"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "arn:aws:iam::111122223333:role/caliber/*"
        Condition = { StringEquals = { "iam:PassedToService" = ["ecs-tasks.amazonaws.com", "monitoring.rds.amazonaws.com", "vpc-flow-logs.amazonaws.com"] } }
      },
    ]
    error_message = "Roles of stacks have the boundary and go to tasks, monitoring and flow logs only."
  }

  assert {
    condition     = !can(regex("GetSecretValue|PutSecretValue|UpdateSecret|AttachRolePolicy|PermissionsBoundary\"\\s*,|iam:CreatePolicy|sts:", join("", values(local.policies))))
    error_message = "It reads no secret and changes no value, attaches no policy, changes no boundary and takes no other role."
  }

  assert {
    condition = [for one in jsondecode(aws_iam_role_policy.apply.policy).Statement : one.Resource if one.Sid == "WriteStates"] == [
      ["arn:aws:s3:::acme-state/caliber/*.tfstate"]
    ]
    error_message = "It writes states of stacks; the state of this one lies elsewhere."
  }
}

run "no_zone_no_records" {
  command = plan

  variables {
    hosted_zone_ids = []
  }

  assert {
    condition     = !can(regex("route53:", join("", values(local.policies))))
    error_message = "Without a zone nobody writes names."
  }
}

run "tags_decide_who_may_be_changed_wherever_aws_knows_them" {
  command = plan

  assert {
    condition = sort([for one in flatten(values(local.write_policies)) : one.Sid if length(setintersection(
      flatten([for operator, keys in try(one.Condition, {}) : keys(keys) if operator == "StringEquals"]), ["aws:RequestTag/Project", "aws:ResourceTag/Project"],
      )) == 0]) == tolist([
      "AwaitRecords",                     # a change has no tags
      "ChangeDistributionParts",          # neither has tags
      "ChangeFunctions",                  # the provider gives them none
      "CreateDistributionParts",          # neither has tags
      "EmptyBuckets",                     # tags of buckets decide where somebody switched that on
      "EncryptLogGroups",                 # the group is being made
      "GiveAddressesBack",                # AWS's own interface has none
      "KeepFinalSnapshots",               # being made
      "KeepOptionGroups",                 # AWS's own has none
      "LetRdsKeepMasterPasswords",        # RDS tags them itself
      "LetRdsLookAtKeys",                 # AWS's own key has none
      "LetServicesMakeTheirRoles",        # they are the services'
      "NameKeys",                         # an alias has none, its key has
      "PassRolesOfStacks",                # AWS advises against tags here
      "ScheduleMasterPasswordsOfCluster", # RDS's own tag says whose database it opens
      "ScheduleMasterPasswordsOfDb",
      "WriteBuckets",
      "WriteRecords", # records have none
    ])
    error_message = "Every other statement asks for Project=Caliber, on the request or on the thing."
  }

  assert {
    condition = [local.creating, local.changing] == [
      { StringEquals = { "aws:RequestTag/Project" = "Caliber" }, StringEqualsIfExists = { "aws:ResourceTag/Project" = "Caliber" } },
      { StringEquals = { "aws:ResourceTag/Project" = "Caliber" }, StringEqualsIfExists = { "aws:RequestTag/Project" = "Caliber" } },
    ]
    error_message = "What is made takes nobody else's place, what is changed has the tag already and keeps it."
  }

  assert {
    condition = alltrue([for one in flatten(values(local.write_policies)) : can(one.Condition.StringEquals["aws:ResourceTag/Project"]) if anytrue([
      for action in flatten([one.Action]) : can(regex("^(cloudwatch|ecs|iam|logs|sns|ssm|rds):(Delete|Modify|Reset|Set|Update)", action))
    ]) && !contains(["KeepFinalSnapshots", "KeepOptionGroups"], one.Sid)])
    error_message = "What is changed or deleted has the tag."
  }

  assert {
    condition = [for one in local.write_databases : one.Condition if startswith(one.Sid, "ScheduleMasterPasswords")] == [
      { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBClusterArn" = ["arn:aws:rds:us-east-1:111122223333:cluster:*-dedicated*", "arn:aws:rds:us-east-1:111122223333:cluster:*-saas*"] } },
      { ArnLike = { "aws:ResourceTag/aws:rds:primaryDBInstanceArn" = ["arn:aws:rds:us-east-1:111122223333:db:*-dedicated*", "arn:aws:rds:us-east-1:111122223333:db:*-saas*"] } },
    ]
    error_message = "Master secrets rotate by the stack's word where they open a stack's database."
  }
}
