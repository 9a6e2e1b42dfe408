# Ids at plan time, so that what belongs together can be asserted without applying.
mock_provider "aws" {
  override_during = plan

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0000"
      domain_validation_options = [{
        domain_name           = "acme-stg.hicaliber.net"
        resource_record_name  = "_1a2b.acme-stg.hicaliber.net."
        resource_record_type  = "CNAME"
        resource_record_value = "_3c4d.acm-validations.aws."
      }]
    }
  }

  mock_resource "aws_route53_record" {
    defaults = { fqdn = "the-record.hicaliber.net" }
  }
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/1111"
      domain_validation_options = [{
        domain_name           = "www.acme-stg.hicaliber.net"
        resource_record_name  = "_5e6f.www.acme-stg.hicaliber.net."
        resource_record_type  = "CNAME"
        resource_record_value = "_7a8b.acm-validations.aws."
      }]
    }
  }
}

variables {
  zone_id        = "Z0123456789ABCDEFGHIJ"
  api_host       = "acme-stg.hicaliber.net"
  frontend_host  = "www.acme-stg.hicaliber.net"
  api_alias      = { name = "acme-stg-dedicated-api-1.eu-central-1.elb.amazonaws.com", zone_id = "Z215JYRZR1TBD5" }
  frontend_alias = { name = "d111111abcdef8.cloudfront.net", zone_id = "Z2FDTNDATAQYW2" }
}

run "one_certificate_a_host_where_it_is_used" {
  command = plan

  assert {
    condition     = aws_acm_certificate.api[0].domain_name == "acme-stg.hicaliber.net" && aws_acm_certificate.api[0].validation_method == "DNS"
    error_message = "The API's certificate names its host and is validated by DNS."
  }

  assert {
    condition     = aws_acm_certificate.frontend[0].domain_name == "www.acme-stg.hicaliber.net" && aws_acm_certificate.frontend[0].validation_method == "DNS"
    error_message = "The frontend has a certificate of its own: *.hicaliber.net would not cover www.<subdomain>.hicaliber.net."
  }

  assert {
    condition     = aws_acm_certificate_validation.api[0].certificate_arn == "arn:aws:acm:eu-central-1:111122223333:certificate/0000"
    error_message = "The API's certificate is in the region."
  }

  assert {
    condition     = aws_acm_certificate_validation.frontend[0].certificate_arn == "arn:aws:acm:us-east-1:111122223333:certificate/1111"
    error_message = "The frontend's certificate is in us-east-1, where CloudFront looks."
  }
}

run "certificates_are_validated_in_the_zone_before_anybody_gets_them" {
  command = plan

  assert {
    condition = {
      for record in [aws_route53_record.api_validation[0], aws_route53_record.frontend_validation[0]] : record.name => "${record.zone_id} ${record.type} ${join(" ", record.records)}"
      } == {
      "_1a2b.acme-stg.hicaliber.net."     = "Z0123456789ABCDEFGHIJ CNAME _3c4d.acm-validations.aws."
      "_5e6f.www.acme-stg.hicaliber.net." = "Z0123456789ABCDEFGHIJ CNAME _7a8b.acm-validations.aws."
    }
    error_message = "Each certificate's record stands in the zone as ACM wants it."
  }

  assert {
    condition     = aws_acm_certificate_validation.api[0].validation_record_fqdns == toset(["the-record.hicaliber.net"])
    error_message = "Waiting begins when the record is there."
  }

  assert {
    condition     = output.api_certificate_arn == aws_acm_certificate_validation.api[0].certificate_arn && output.frontend_certificate_arn == aws_acm_certificate_validation.frontend[0].certificate_arn
    error_message = "Who uses a certificate waits until it is issued."
  }
}

run "two_records_and_nobody_elses" {
  command = plan

  assert {
    condition = {
      for record in [aws_route53_record.api, aws_route53_record.frontend[0]] : record.name => "${record.type} ${record.alias[0].name} ${record.alias[0].zone_id} ${record.alias[0].evaluate_target_health}"
      } == {
      "acme-stg.hicaliber.net"     = "A acme-stg-dedicated-api-1.eu-central-1.elb.amazonaws.com Z215JYRZR1TBD5 true"
      "www.acme-stg.hicaliber.net" = "A d111111abcdef8.cloudfront.net Z2FDTNDATAQYW2 false"
    }
    error_message = "Two A records point to load balancer and distribution; only the first has health to evaluate."
  }

  assert {
    condition = alltrue([
      for record in [aws_route53_record.api, aws_route53_record.frontend[0], aws_route53_record.api_validation[0], aws_route53_record.frontend_validation[0]] :
      !record.allow_overwrite && record.zone_id == "Z0123456789ABCDEFGHIJ"
    ])
    error_message = "A record that exists is somebody else's and is not taken over."
  }

  assert {
    condition     = output.api_host == "acme-stg.hicaliber.net" && output.frontend_host == "www.acme-stg.hicaliber.net"
    error_message = "The hosts are given back from the records, so that users wait for them."
  }
}

run "without_a_frontend_there_is_one_record_and_one_certificate" {
  command = plan

  variables {
    frontend_host  = null
    frontend_alias = null
  }

  assert {
    condition = (
      length(aws_acm_certificate.frontend) == 0 && length(aws_acm_certificate_validation.frontend) == 0
      && length(aws_route53_record.frontend) == 0 && length(aws_route53_record.frontend_validation) == 0
    )
    error_message = "Nothing of the frontend is made."
  }

  assert {
    condition     = output.frontend_certificate_arn == null && output.frontend_host == null
    error_message = "What is not there is null."
  }
}

run "one_certificate_serves_many_hosts" {
  command = plan

  variables {
    api_certificate_domain = "*.hicaliber.net"
  }

  assert {
    condition     = aws_acm_certificate.api[0].domain_name == "*.hicaliber.net" && aws_acm_certificate.api[0].tags.Name == "_.hicaliber.net"
    error_message = "The certificate is for every host, and its tag without what a tag cannot hold."
  }

  assert {
    condition     = aws_route53_record.api.name == "acme-stg.hicaliber.net"
    error_message = "The record is the one host's."
  }
}

run "a_host_that_a_certificate_covers_already_gets_none" {
  command = plan

  variables {
    api_certificate = false
  }

  assert {
    condition     = length(aws_acm_certificate.api) + length(aws_route53_record.api_validation) == 0 && output.api_certificate_arn == null
    error_message = "Neither certificate nor proof is made."
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
