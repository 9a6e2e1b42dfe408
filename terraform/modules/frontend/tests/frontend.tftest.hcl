# Ids at plan time, so that policies can be asserted as JSON without applying.
mock_provider "aws" {
  override_during = plan

  mock_resource "aws_s3_bucket" {
    defaults = {
      id                          = "acme-stg-dedicated-frontend-111122223333"
      bucket_regional_domain_name = "acme-stg-dedicated-frontend-111122223333.s3.eu-central-1.amazonaws.com"
    }
  }

  mock_resource "aws_cloudfront_distribution" {
    defaults = {
      id             = "E1ABCDEFGHIJKL"
      arn            = "arn:aws:cloudfront::111122223333:distribution/E1ABCDEFGHIJKL"
      domain_name    = "d111111abcdef8.cloudfront.net"
      hosted_zone_id = "Z2FDTNDATAQYW2"
    }
  }

  mock_resource "aws_cloudfront_origin_access_control" {
    defaults = { id = "EOAC" }
  }

  mock_resource "aws_cloudfront_function" {
    defaults = { arn = "arn:aws:cloudfront::111122223333:function/acme-stg-dedicated-frontend-spa" }
  }

  mock_resource "aws_cloudfront_response_headers_policy" {
    defaults = { id = "headers-policy" }
  }
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan

  mock_resource "aws_cloudwatch_log_delivery_destination" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:acme-stg-dedicated-frontend" }
  }
}

variables {
  name            = "acme-stg-dedicated"
  bucket          = "acme-stg-dedicated-frontend-111122223333"
  host            = "www.acme-stg.hicaliber.net"
  api_host        = "acme-stg.hicaliber.net"
  certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
}

run "the_bucket_is_private_versioned_and_encrypted" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls,
      aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls,
      aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ]) && aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "Nothing can make the bucket public, and access lists do not exist."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled" && !aws_s3_bucket.this.force_destroy
    error_message = "Files can be brought back, and a bucket that holds any is not destroyed."
  }

  assert {
    condition     = [for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule : rule.apply_server_side_encryption_by_default[0].sse_algorithm] == ["AES256"]
    error_message = "Files are encrypted by S3."
  }

  assert {
    condition = [for rule in aws_s3_bucket_lifecycle_configuration.this.rule :
      "${rule.status} ${rule.noncurrent_version_expiration[0].noncurrent_days} ${rule.abort_incomplete_multipart_upload[0].days_after_initiation} ${rule.expiration[0].expired_object_delete_marker}"
    ] == ["Enabled 90 7 true"]
    error_message = "Old versions go after 90 days, unfinished uploads after a week."
  }
}

run "the_distribution_alone_reads_the_bucket_and_only_over_tls" {
  command = plan

  assert {
    condition = jsondecode(aws_s3_bucket_policy.this.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "OnlyTls"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = ["arn:aws:s3:::acme-stg-dedicated-frontend-111122223333", "arn:aws:s3:::acme-stg-dedicated-frontend-111122223333/*"]
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
        {
          Sid       = "OnlyTls12"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = ["arn:aws:s3:::acme-stg-dedicated-frontend-111122223333", "arn:aws:s3:::acme-stg-dedicated-frontend-111122223333/*"]
          Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
        },
        {
          Sid       = "ReadByTheDistribution"
          Effect    = "Allow"
          Principal = { Service = "cloudfront.amazonaws.com" }
          Action    = "s3:GetObject"
          Resource  = "arn:aws:s3:::acme-stg-dedicated-frontend-111122223333/*"
          Condition = { StringEquals = { "aws:SourceArn" = "arn:aws:cloudfront::111122223333:distribution/E1ABCDEFGHIJKL" } }
        },
        {
          Sid       = "TellMissingFromForbidden"
          Effect    = "Allow"
          Principal = { Service = "cloudfront.amazonaws.com" }
          Action    = "s3:ListBucket"
          Resource  = "arn:aws:s3:::acme-stg-dedicated-frontend-111122223333"
          Condition = { StringEquals = { "aws:SourceArn" = "arn:aws:cloudfront::111122223333:distribution/E1ABCDEFGHIJKL" } }
        },
      ]
    }
    error_message = "This distribution reads, nobody else of CloudFront does, and nothing goes without TLS 1.2."
  }

  assert {
    condition = [for origin in aws_cloudfront_distribution.this.origin : "${origin.domain_name} ${origin.origin_access_control_id}"] == [
      "acme-stg-dedicated-frontend-111122223333.s3.eu-central-1.amazonaws.com EOAC"
    ]
    error_message = "The origin is the bucket's own address, asked with signed requests."
  }

  assert {
    condition     = "${aws_cloudfront_origin_access_control.this.origin_access_control_origin_type} ${aws_cloudfront_origin_access_control.this.signing_behavior} ${aws_cloudfront_origin_access_control.this.signing_protocol}" == "s3 always sigv4"
    error_message = "Every request to the bucket is signed."
  }
}

run "the_host_is_served_over_modern_tls_and_http" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.this.aliases == toset(["www.acme-stg.hicaliber.net"]) && aws_cloudfront_distribution.this.enabled
    error_message = "The distribution answers for the host."
  }

  assert {
    condition = [for certificate in aws_cloudfront_distribution.this.viewer_certificate :
      "${certificate.acm_certificate_arn} ${certificate.ssl_support_method} ${certificate.minimum_protocol_version}"
    ] == ["arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef sni-only TLSv1.2_2021"]
    error_message = "TLS 1.2 or newer under the given certificate."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.http_version == "http2and3" && aws_cloudfront_distribution.this.price_class == "PriceClass_100" && aws_cloudfront_distribution.this.web_acl_id == null
    error_message = "HTTP/2 and 3, the cheapest price class and no web ACL are the defaults."
  }

  assert {
    condition = [for behaviour in aws_cloudfront_distribution.this.default_cache_behavior :
      "${behaviour.viewer_protocol_policy} ${behaviour.compress} ${behaviour.cache_policy_id} ${behaviour.response_headers_policy_id}"
    ] == ["redirect-to-https true 658327ea-f89d-4fab-a63d-7e88639e58f6 headers-policy"]
    error_message = "Everything is sent over HTTPS, compressed, cached as the files say, with the security headers."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].allowed_methods == toset(["GET", "HEAD"]) && length(aws_cloudfront_distribution.this.ordered_cache_behavior) == 0
    error_message = "Files are read, never written, and there is one behaviour for all."
  }
}

run "routes_get_the_page_and_missing_files_stay_missing" {
  command = plan

  assert {
    condition = [for function in aws_cloudfront_distribution.this.default_cache_behavior[0].function_association :
      "${function.event_type} ${function.function_arn}"
    ] == ["viewer-request arn:aws:cloudfront::111122223333:function/acme-stg-dedicated-frontend-spa"]
    error_message = "The function sees every request before the cache does."
  }

  assert {
    condition     = aws_cloudfront_function.spa.runtime == "cloudfront-js-2.0" && aws_cloudfront_function.spa.publish && aws_cloudfront_function.spa.code == file("spa-function.js")
    error_message = "The published function is the file that is tested by itself."
  }

  assert {
    condition = {
      for error in aws_cloudfront_distribution.this.custom_error_response : error.error_code => error.error_caching_min_ttl if error.response_page_path == null && error.response_code == null
    } == { 403 = 5, 404 = 5 }
    error_message = "No page stands in for an error, and errors are forgotten soon."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_root_object == "index.html"
    error_message = "The bare host is the page, even without the function."
  }
}

run "what_others_build_on_is_given_out" {
  command = plan

  assert {
    condition = {
      bucket           = output.bucket
      bucket_arn       = output.bucket_arn
      distribution_id  = output.distribution_id
      distribution_arn = output.distribution_arn
      domain_name      = output.domain_name
      hosted_zone_id   = output.hosted_zone_id
      } == {
      bucket           = "acme-stg-dedicated-frontend-111122223333"
      bucket_arn       = "arn:aws:s3:::acme-stg-dedicated-frontend-111122223333"
      distribution_id  = "E1ABCDEFGHIJKL"
      distribution_arn = "arn:aws:cloudfront::111122223333:distribution/E1ABCDEFGHIJKL"
      domain_name      = "d111111abcdef8.cloudfront.net"
      hosted_zone_id   = "Z2FDTNDATAQYW2"
    }
    error_message = "Deployment and DNS find what they need."
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
