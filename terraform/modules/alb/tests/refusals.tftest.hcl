mock_provider "aws" {}

variables {
  name                     = "acme-stg-dedicated"
  vpc_id                   = "vpc-1"
  subnet_ids               = ["subnet-1", "subnet-2"]
  certificate_arn          = "arn:aws:acm:eu-central-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
  hosts                    = ["acme-stg.hicaliber.net"]
  target_security_group_id = "sg-tasks"
}

run "a_name_too_long_for_a_load_balancer_is_refused" {
  command         = plan
  expect_failures = [var.name]

  variables {
    name = "acme-production-dedicated-long"
  }
}

run "a_single_subnet_is_refused" {
  command         = plan
  expect_failures = [var.subnet_ids]

  variables {
    subnet_ids = ["subnet-1"]
  }
}

run "a_certificate_that_is_not_acms_is_refused" {
  command         = plan
  expect_failures = [var.certificate_arn]

  variables {
    certificate_arn = "arn:aws:iam::111122223333:server-certificate/acme"
  }
}

run "no_host_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = []
  }
}

run "a_wildcard_inside_a_host_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = ["acme-*.hicaliber.net"]
  }
}

run "a_port_that_does_not_exist_is_refused" {
  command         = plan
  expect_failures = [var.target_port]

  variables {
    target_port = 65536
  }
}

run "a_health_check_without_a_path_is_refused" {
  command         = plan
  expect_failures = [var.health_check_path]

  variables {
    health_check_path = "healthz"
  }
}

run "a_drain_longer_than_aws_knows_is_refused" {
  command         = plan
  expect_failures = [var.deregistration_delay]

  variables {
    deregistration_delay = 3601
  }
}

run "an_idle_timeout_of_nothing_is_refused" {
  command         = plan
  expect_failures = [var.idle_timeout]

  variables {
    idle_timeout = 0
  }
}

run "clients_from_nowhere_are_refused" {
  command         = plan
  expect_failures = [var.ingress_cidrs]

  variables {
    ingress_cidrs = ["somewhere"]
  }
}

run "old_tls_is_refused" {
  command         = plan
  expect_failures = [var.ssl_policy]

  variables {
    ssl_policy = "ELBSecurityPolicy-2016-08"
  }
}

run "ciphers_without_forward_secrecy_are_refused" {
  command         = plan
  expect_failures = [var.ssl_policy]

  variables {
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06"
  }
}

run "watching_smuggled_requests_pass_is_refused" {
  command         = plan
  expect_failures = [var.desync_mitigation_mode]

  variables {
    desync_mitigation_mode = "monitor"
  }
}

run "a_web_acl_of_cloudfront_is_refused" {
  command         = plan
  expect_failures = [var.web_acl_arn]

  variables {
    web_acl_arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/01234567-89ab-cdef-0123-456789abcdef"
  }
}
