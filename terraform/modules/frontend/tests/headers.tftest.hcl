mock_provider "aws" {}

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

run "pages_may_call_their_own_host_and_the_api" {
  command = plan

  assert {
    condition = aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_security_policy[0].content_security_policy == join("; ", [
      "default-src 'self'",
      "base-uri 'self'",
      "connect-src 'self' https://acme-stg.hicaliber.net",
      "font-src 'self' data:",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' blob: data: https://acme-stg.hicaliber.net",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "upgrade-insecure-requests",
    ])
    error_message = "Scripts come from the host alone; the API may be called and its images shown."
  }
}

run "every_answer_carries_the_security_headers" {
  command = plan

  assert {
    condition = [for header in aws_cloudfront_response_headers_policy.this.security_headers_config[0].strict_transport_security :
      "${header.access_control_max_age_sec} ${header.include_subdomains} ${header.override}"
    ] == ["31536000 true true"]
    error_message = "Browsers come back over HTTPS for a year."
  }

  assert {
    condition = (
      aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_type_options[0].override
      && aws_cloudfront_response_headers_policy.this.security_headers_config[0].frame_options[0].frame_option == "DENY"
      && aws_cloudfront_response_headers_policy.this.security_headers_config[0].referrer_policy[0].referrer_policy == "strict-origin-when-cross-origin"
    )
    error_message = "Types are not guessed, pages are not framed, paths are not told to others."
  }

  assert {
    condition = {
      for header in aws_cloudfront_response_headers_policy.this.custom_headers_config[0].items : header.header => header.value
      } == {
      Cross-Origin-Opener-Policy = "same-origin"
      Permissions-Policy         = "camera=(), geolocation=(), microphone=()"
    }
    error_message = "Pages share no window with others and ask for no device."
  }
}

run "without_an_api_pages_may_call_their_own_host_only" {
  command = plan

  variables {
    api_host = null
  }

  assert {
    condition     = strcontains(aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_security_policy[0].content_security_policy, "connect-src 'self'; ")
    error_message = "Nobody else may be called."
  }
}

run "what_is_optional_is_taken_over" {
  command = plan

  variables {
    content_security_policy = "default-src 'none'"
    price_class             = "PriceClass_All"
    noncurrent_version_days = 30
    force_destroy           = true
    web_acl_arn             = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/01234567-89ab-cdef-0123-456789abcdef"
  }

  assert {
    condition     = aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_security_policy[0].content_security_policy == "default-src 'none'"
    error_message = "A policy of one's own replaces the module's."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.price_class == "PriceClass_All" && aws_cloudfront_distribution.this.web_acl_id == var.web_acl_arn
    error_message = "The distribution's settings are taken over."
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy && aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 30
    error_message = "The bucket's settings are taken over."
  }
}

run "no_access_logs_unless_asked_for" {
  command = plan

  assert {
    condition     = length(aws_cloudwatch_log_delivery_source.this) + length(aws_cloudwatch_log_delivery_destination.this) + length(aws_cloudwatch_log_delivery.this) == 0
    error_message = "Without a bucket nothing is delivered."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.this.logging_config) == 0
    error_message = "The legacy kind, which needs access lists, is never used."
  }
}

run "access_logs_go_to_the_bucket" {
  command = plan

  variables {
    access_log_bucket = "acme-stg-dedicated-access-logs-111122223333"
  }

  assert {
    condition     = aws_cloudwatch_log_delivery_source.this[0].log_type == "ACCESS_LOGS" && aws_cloudwatch_log_delivery_source.this[0].name == "acme-stg-dedicated-frontend"
    error_message = "The distribution is the source."
  }

  assert {
    condition     = aws_cloudwatch_log_delivery_destination.this[0].delivery_destination_configuration[0].destination_resource_arn == "arn:aws:s3:::acme-stg-dedicated-access-logs-111122223333" && aws_cloudwatch_log_delivery_destination.this[0].output_format == "json"
    error_message = "The bucket is the destination, without a prefix: its policy names AWSLogs/<account>/."
  }

  assert {
    condition = (
      aws_cloudwatch_log_delivery.this[0].delivery_source_name == "acme-stg-dedicated-frontend"
      && aws_cloudwatch_log_delivery.this[0].delivery_destination_arn == "arn:aws:logs:us-east-1:111122223333:delivery-destination:acme-stg-dedicated-frontend"
    )
    error_message = "One delivery joins the two."
  }
}
