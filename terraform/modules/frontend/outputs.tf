output "bucket" {
  description = "Bucket that a build is deployed to."
  value       = aws_s3_bucket.this.bucket

  # Who deploys must find it encrypted, versioned and closed.
  depends_on = [
    aws_s3_bucket_ownership_controls.this,
    aws_s3_bucket_policy.this,
    aws_s3_bucket_server_side_encryption_configuration.this,
    aws_s3_bucket_versioning.this,
  ]
}

output "bucket_arn" {
  description = "ARN of the bucket, built from its name."
  value       = local.bucket_arn
}

output "distribution_id" {
  description = "Distribution that a deployment invalidates."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_arn" {
  description = "ARN of the distribution."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "Name that an alias record points to."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "hosted_zone_id" {
  description = "Hosted zone of the distribution's name, for an alias record; it is CloudFront's."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}
