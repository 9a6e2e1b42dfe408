# New buckets have ACLs off and SSE-S3 on, which is what both writers take; nothing is to be said about either.
resource "aws_s3_bucket" "access_logs" {
  #checkov:skip=CKV_AWS_145:Load balancers write to buckets with SSE-S3 only; the logs hold addresses and paths, no bodies.
  #checkov:skip=CKV_AWS_18:It is the log bucket: logging its own accesses would write logs about logs.
  #checkov:skip=CKV_AWS_144:Access logs are worth a year, not a second region.
  #checkov:skip=CKV2_AWS_62:Nobody waits for a log file; they are searched when something happened.
  count = var.access_logs_enabled ? 1 : 0

  bucket        = var.access_log_bucket
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  count = var.access_logs_enabled ? 1 : 0

  bucket                  = aws_s3_bucket.access_logs[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Whoever overwrites or deletes a log leaves the old version behind.
resource "aws_s3_bucket_versioning" "access_logs" {
  count = var.access_logs_enabled ? 1 : 0

  bucket = aws_s3_bucket.access_logs[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_logs" {
  count = var.access_logs_enabled ? 1 : 0

  bucket = aws_s3_bucket.access_logs[0].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = var.access_log_retention_days
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.access_logs]
}

resource "aws_s3_bucket_policy" "access_logs" {
  count = var.access_logs_enabled ? 1 : 0

  bucket = aws_s3_bucket.access_logs[0].id
  policy = local.access_logs_policy

  depends_on = [aws_s3_bucket_public_access_block.access_logs]
}
