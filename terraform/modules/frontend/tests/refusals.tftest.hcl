mock_provider "aws" {}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name            = "acme-stg-dedicated"
  bucket          = "acme-stg-dedicated-frontend-111122223333"
  host            = "www.acme-stg.hicaliber.net"
  certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
}

run "a_name_in_capitals_is_refused" {
  command         = plan
  expect_failures = [var.name]

  variables {
    name = "Acme-stg"
  }
}

run "a_bucket_with_a_dot_is_refused" {
  command         = plan
  expect_failures = [var.bucket]

  variables {
    bucket = "www.acme-stg.hicaliber.net"
  }
}

run "a_host_without_a_domain_is_refused" {
  command         = plan
  expect_failures = [var.host]

  variables {
    host = "www"
  }
}

run "a_certificate_of_another_region_is_refused" {
  command         = plan
  expect_failures = [var.certificate_arn]

  variables {
    certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

run "an_api_by_its_url_is_refused" {
  command         = plan
  expect_failures = [var.api_host]

  variables {
    api_host = "https://acme-stg.hicaliber.net"
  }
}

run "an_empty_content_security_policy_is_refused" {
  command         = plan
  expect_failures = [var.content_security_policy]

  variables {
    content_security_policy = " "
  }
}

run "a_content_security_policy_of_two_lines_is_refused" {
  command         = plan
  expect_failures = [var.content_security_policy]

  variables {
    content_security_policy = "default-src 'self'\nscript-src 'self'"
  }
}

run "a_price_class_that_does_not_exist_is_refused" {
  command         = plan
  expect_failures = [var.price_class]

  variables {
    price_class = "PriceClass_300"
  }
}

run "forgetting_versions_at_once_is_refused" {
  command         = plan
  expect_failures = [var.noncurrent_version_days]

  variables {
    noncurrent_version_days = 0
  }
}

run "a_web_acl_of_a_region_is_refused" {
  command         = plan
  expect_failures = [var.web_acl_arn]

  variables {
    web_acl_arn = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/acme/01234567-89ab-cdef-0123-456789abcdef"
  }
}
