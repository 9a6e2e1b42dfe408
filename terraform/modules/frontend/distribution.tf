resource "aws_cloudfront_origin_access_control" "this" {
  name                              = local.frontend
  description                       = "Signs what the distribution asks of ${var.bucket}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_function" "spa" {
  name    = "${local.frontend}-spa"
  comment = "Routes of the application to its page, files as they are"
  runtime = "cloudfront-js-2.0"
  code    = file("${path.module}/spa-function.js")
  publish = true
}

resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_68:A web ACL costs by the rule and the request, and this serves static files; web_acl_arn puts one in front.
  #checkov:skip=CKV_AWS_86:access_log_bucket switches on standard logging v2, which this check does not know; the legacy kind needs a bucket with access lists.
  #checkov:skip=CKV_AWS_310:S3 of one region is the origin's availability; a build is deployed again elsewhere in minutes.
  #checkov:skip=CKV_AWS_374:The platform's clients are everywhere.
  #checkov:skip=CKV2_AWS_47:See CKV_AWS_68; no Java runs behind it.
  enabled             = true
  comment             = local.frontend
  aliases             = [var.host]
  default_root_object = "index.html"
  http_version        = "http2and3"
  is_ipv6_enabled     = false # the host has an A record only
  price_class         = var.price_class
  web_acl_id          = var.web_acl_arn

  origin {
    origin_id                = "bucket"
    domain_name              = aws_s3_bucket.this.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }

  default_cache_behavior {
    target_origin_id           = "bucket"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6" # Managed-CachingOptimized: Cache-Control decides, no cookies, no query
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.spa.arn
    }
  }

  # No page stands in for an error: a chunk that is gone must be 404, not a page that browsers keep as a script. Errors
  # are forgotten soon, so that a file asked for just before it is uploaded does not stay missing.
  dynamic "custom_error_response" {
    for_each = [403, 404]

    content {
      error_code            = custom_error_response.value
      error_caching_min_ttl = 5
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
}
