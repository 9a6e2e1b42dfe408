locals {
  frontend = "${var.name}-frontend"

  # Built, not read back, so that a plan already knows it. CloudFront is in no other partition of Terraform's reach.
  bucket_arn = "arn:aws:s3:::${var.bucket}"

  api_origin = var.api_host == null ? [] : ["https://${var.api_host}"]

  directives = [
    ["default-src", "'self'"],
    ["base-uri", "'self'"],
    concat(["connect-src", "'self'"], local.api_origin),
    ["font-src", "'self'", "data:"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
    concat(["img-src", "'self'", "blob:", "data:"], local.api_origin),
    ["object-src", "'none'"],
    ["script-src", "'self'"],
    ["style-src", "'self'", "'unsafe-inline'"], # style attributes that UI libraries set
    ["upgrade-insecure-requests"],
  ]
  content_security_policy = var.content_security_policy == null ? join("; ", [
    for directive in local.directives : join(" ", directive)
  ]) : var.content_security_policy

  bucket_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "OnlyTls12"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
        Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
      },
      {
        Sid       = "ReadByTheDistribution"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Action    = "s3:GetObject"
        Resource  = "${local.bucket_arn}/*"
        Condition = { StringEquals = { "aws:SourceArn" = aws_cloudfront_distribution.this.arn } }
      },
      {
        # Whoever may not list is told 403 for a missing key, and nobody could tell it from a broken policy. No request
        # reaches the listing itself: the function rewrites every path that ends in a slash.
        Sid       = "TellMissingFromForbidden"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Action    = "s3:ListBucket"
        Resource  = local.bucket_arn
        Condition = { StringEquals = { "aws:SourceArn" = aws_cloudfront_distribution.this.arn } }
      },
    ]
  })
}
