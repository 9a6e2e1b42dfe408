# Every state of the account. It outlives what the states describe: Terraform refuses to destroy it, and the suite's
# destroy workflow knows stacks only.
resource "aws_s3_bucket" "state" {
  #checkov:skip=CKV_AWS_18:Who read a state is told by CloudTrail's data events, which name the role; access logs would need one more bucket.
  #checkov:skip=CKV_AWS_144:States of a region that is gone describe nothing; versions are the backup.
  #checkov:skip=CKV2_AWS_62:Nothing is to happen when a state is written.
  bucket = var.state_bucket

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.state.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket = aws_s3_bucket.state.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    id     = "overwritten-states"
    status = "Enabled"

    filter {}

    # Not by a role: a lifecycle rule is not judged by the bucket's policy, which lets nobody delete versions.
    noncurrent_version_expiration {
      noncurrent_days = var.noncurrent_version_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  # Every lock that is given back leaves a delete marker.
  rule {
    id     = "given-back-locks"
    status = "Enabled"

    filter {}

    expiration {
      expired_object_delete_marker = true
    }
  }

  depends_on = [aws_s3_bucket_versioning.state]
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id
  policy = local.bucket_policy

  # A policy and a public access block that are written at once get in each other's way (OperationAborted).
  depends_on = [aws_s3_bucket_public_access_block.state, aws_s3_bucket_ownership_controls.state]
}
