# Who may at all is IAM's business; here stands what nobody may, the account's owner included.
locals {
  bucket_and_objects = [local.bucket_arn, "${local.bucket_arn}/*"]

  bucket_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyOverTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = local.bucket_and_objects
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "OnlyOverTls12"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = local.bucket_and_objects
        Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
      },
      # A write that says nothing takes the bucket's default, which is the key; one that says something must say the key.
      # The second condition is about the algorithm, so that AES256 and aws:kms without a key are refused as well.
      {
        Sid       = "NoOtherKey"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:PutObject"
        Resource  = "${local.bucket_arn}/*"
        Condition = {
          StringNotEquals = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = aws_kms_key.state.arn }
          Null            = { "s3:x-amz-server-side-encryption" = "false" }
        }
      },
      {
        Sid       = "NoKeyOfTheCaller"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:PutObject"
        Resource  = "${local.bucket_arn}/*"
        Condition = { Null = { "s3:x-amz-server-side-encryption-customer-algorithm" = "false" } }
      },
      merge(
        {
          Sid       = "VersionsStay"
          Effect    = "Deny"
          Principal = "*"
          Action    = ["s3:DeleteBucket", "s3:DeleteObjectVersion"]
          Resource  = local.bucket_and_objects
        },
        { for operator, keys in { Condition = { ArnNotEquals = { "aws:PrincipalArn" = sort(tolist(var.break_glass_arns)) } } } :
          operator => keys if length(var.break_glass_arns) > 0
        },
      ),
    ]
  })

  key_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      # The account's IAM policies decide who uses the key. Without this statement nobody could change it again.
      Sid       = "IamPoliciesDecide"
      Effect    = "Allow"
      Principal = { AWS = "${local.iam}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
