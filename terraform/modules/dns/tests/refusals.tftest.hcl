mock_provider "aws" {}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  zone_id        = "Z0123456789ABCDEFGHIJ"
  api_host       = "acme-stg.hicaliber.net"
  frontend_host  = "www.acme-stg.hicaliber.net"
  api_alias      = { name = "acme-stg-dedicated-api-1.eu-central-1.elb.amazonaws.com", zone_id = "Z215JYRZR1TBD5" }
  frontend_alias = { name = "d111111abcdef8.cloudfront.net", zone_id = "Z2FDTNDATAQYW2" }
}

run "a_zone_by_its_path_is_refused" {
  command         = plan
  expect_failures = [var.zone_id]

  variables {
    zone_id = "/hostedzone/Z0123456789ABCDEFGHIJ"
  }
}

run "an_api_host_without_a_domain_is_refused" {
  command         = plan
  expect_failures = [var.api_host]

  variables {
    api_host = "acme-stg"
  }
}

run "an_asterisk_within_a_certificates_name_is_refused" {
  command         = plan
  expect_failures = [var.api_certificate_domain]

  variables {
    api_certificate_domain = "www.*.hicaliber.net"
  }
}

run "a_frontend_host_in_capitals_is_refused" {
  command         = plan
  expect_failures = [var.frontend_host]

  variables {
    frontend_host = "WWW.acme-stg.hicaliber.net"
  }
}

run "an_api_host_too_long_for_a_certificate_is_refused" {
  command         = plan
  expect_failures = [var.api_host]

  variables {
    api_host = "a-tenant-whose-name-somebody-chose-without-counting-its-letters.hicaliber.net"
  }
}

run "a_frontend_host_too_long_for_a_certificate_is_refused" {
  command         = plan
  expect_failures = [var.frontend_host]

  variables {
    frontend_host = "www.tenant-whose-name-somebody-chose-without-counting-letters.hicaliber.net"
  }
}

run "one_host_for_both_is_refused" {
  command         = plan
  expect_failures = [var.frontend_host]

  variables {
    frontend_host = "acme-stg.hicaliber.net"
  }
}

run "a_frontend_host_that_points_nowhere_is_refused" {
  command         = plan
  expect_failures = [var.frontend_alias]

  variables {
    frontend_alias = null
  }
}

run "a_target_without_a_frontend_host_is_refused" {
  command         = plan
  expect_failures = [var.frontend_alias]

  variables {
    frontend_host = null
  }
}
