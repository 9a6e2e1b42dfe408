mock_provider "aws" {}

override_resource {
  target          = aws_kms_key.state
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/1111"
    key_id = "1111"
  }
}

override_resource {
  target          = aws_s3_bucket.state
  override_during = plan
  values = {
    id = "acme-state"
  }
}

variables {
  account_id      = "111122223333"
  region          = "us-east-1"
  state_bucket    = "acme-state"
  trusted_callers = []
}

run "states_are_kept_encrypted_and_closed" {
  command = plan

  assert {
    condition     = aws_s3_bucket.state.bucket == "acme-state" && aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
    error_message = "The bucket keeps versions."
  }

  assert {
    condition     = aws_kms_key.state.enable_key_rotation && aws_kms_alias.state.name == "alias/caliber/terraform-state"
    error_message = "The key rotates and is found by its alias."
  }

  assert {
    condition = one(one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default) == {
      kms_master_key_id = "arn:aws:kms:us-east-1:111122223333:key/1111"
      sse_algorithm     = "aws:kms"
    }
    error_message = "What says nothing is encrypted with the key."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.state.block_public_acls, aws_s3_bucket_public_access_block.state.block_public_policy,
      aws_s3_bucket_public_access_block.state.ignore_public_acls, aws_s3_bucket_public_access_block.state.restrict_public_buckets,
    ])
    error_message = "No way to the public is open."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.state.rule[0].noncurrent_version_expiration[0].noncurrent_days == 90
    error_message = "An overwritten state can be brought back for 90 days."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.state.rule[0].abort_incomplete_multipart_upload[0].days_after_initiation == 7
    error_message = "Uploads that were begun and never ended go after a week."
  }

  assert {
    condition = (
      aws_s3_bucket_lifecycle_configuration.state.rule[1].status == "Enabled" &&
      aws_s3_bucket_lifecycle_configuration.state.rule[1].expiration[0].expired_object_delete_marker
    )
    error_message = "What is left of a lock that was given back goes."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.state.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "States are the account's, whoever wrote them; no ACL counts."
  }

  assert {
    condition = output.backend_config == join("\n", [
      "bucket=acme-state", "region=us-east-1", "use_lockfile=true", "encrypt=true", "kms_key_id=arn:aws:kms:us-east-1:111122223333:key/1111",
    ])
    error_message = "Stacks are told bucket, region, lock file and key."
  }
}

run "nobody_may_write_with_another_key_or_delete_versions" {
  command = plan

  assert {
    condition = jsondecode(aws_s3_bucket_policy.state.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "OnlyOverTls"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"]
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
        {
          Sid       = "OnlyOverTls12"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"]
          Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
        },
        {
          Sid       = "NoOtherKey"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:PutObject"
          Resource  = "arn:aws:s3:::acme-state/*"
          Condition = {
            StringNotEquals = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = "arn:aws:kms:us-east-1:111122223333:key/1111" }
            Null            = { "s3:x-amz-server-side-encryption" = "false" }
          }
        },
        {
          Sid       = "NoKeyOfTheCaller"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:PutObject"
          Resource  = "arn:aws:s3:::acme-state/*"
          Condition = { Null = { "s3:x-amz-server-side-encryption-customer-algorithm" = "false" } }
        },
        {
          Sid       = "VersionsStay"
          Effect    = "Deny"
          Principal = "*"
          Action    = ["s3:DeleteBucket", "s3:DeleteObjectVersion"]
          Resource  = ["arn:aws:s3:::acme-state", "arn:aws:s3:::acme-state/*"]
        },
      ]
    }
    error_message = "TLS 1.2 or newer, no key but the account's, and versions are deleted by the lifecycle rule only; nothing is allowed."
  }

  assert {
    condition = jsondecode(aws_kms_key.state.policy) == {
      Version = "2012-10-17"
      Statement = [{
        Sid       = "IamPoliciesDecide"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = "kms:*"
        Resource  = "*"
      }]
    }
    error_message = "The account's own policies decide who uses the key, and nobody else's."
  }
}

run "who_may_break_the_glass_is_named" {
  command = plan

  variables {
    break_glass_arns        = ["arn:aws:iam::111122223333:role/break-glass"]
    noncurrent_version_days = 400
  }

  assert {
    condition = jsondecode(aws_s3_bucket_policy.state.policy).Statement[4].Condition == {
      ArnNotEquals = { "aws:PrincipalArn" = ["arn:aws:iam::111122223333:role/break-glass"] }
    }
    error_message = "Everybody else is still denied."
  }
}

run "bad_inputs_are_refused_by_name" {
  command = plan

  variables {
    account_id              = "1234"
    region                  = "cn-north-1"
    state_bucket            = "Acme.State"
    stack_regions           = ["europe"]
    name_prefix             = "Caliber"
    issuer                  = "https://token.actions.githubusercontent.com/"
    suite_repository        = "actions"
    hosted_zone_ids         = ["hicaliber.net"]
    trust_policy_quota      = 8192
    noncurrent_version_days = 30
    state_prefixes          = ["bootstrap"]
    workload_actions        = ["iam:CreateUser"]
    oidc_provider_arn       = "token.actions.githubusercontent.com"
    image_repository        = "caliber/api:latest"
    trusted_callers = [{
      owner         = "acme"
      owner_id      = "acme"
      repository    = "*"
      repository_id = "42"
      environments  = ["*"]
      suite_commits = ["main"]
    }]
  }

  expect_failures = [
    var.account_id, var.region, var.state_bucket, var.stack_regions, var.name_prefix, var.issuer, var.suite_repository, var.hosted_zone_ids,
    var.trust_policy_quota, var.noncurrent_version_days, var.state_prefixes, var.workload_actions,
    var.oidc_provider_arn, var.image_repository, var.trusted_callers,
  ]
}
