# CloudFront takes certificates of us-east-1 only; the load balancer takes those of its own region. Each names one host,
# so each has exactly one validation record, and `one` needs no key that a plan could not know.

resource "aws_acm_certificate" "api" {
  count = local.api_certificate_count

  domain_name       = local.api_certificate_domain
  validation_method = "DNS"

  tags = { Name = replace(local.api_certificate_domain, "*", "_") } # a tag's value takes no asterisk

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "api_validation" {
  count = local.api_certificate_count

  zone_id         = var.zone_id
  name            = one(aws_acm_certificate.api[0].domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.api[0].domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.api[0].domain_validation_options).resource_record_value]
  ttl             = 300
  allow_overwrite = false
}

resource "aws_acm_certificate_validation" "api" {
  count = local.api_certificate_count

  certificate_arn         = aws_acm_certificate.api[0].arn
  validation_record_fqdns = [aws_route53_record.api_validation[0].fqdn]

  timeouts {
    create = "30m"
  }
}

resource "aws_acm_certificate" "frontend" {
  count    = local.frontend_count
  provider = aws.us_east_1

  domain_name       = var.frontend_host
  validation_method = "DNS"

  tags = { Name = var.frontend_host }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "frontend_validation" {
  count = local.frontend_count

  zone_id         = var.zone_id
  name            = one(aws_acm_certificate.frontend[0].domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.frontend[0].domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.frontend[0].domain_validation_options).resource_record_value]
  ttl             = 300
  allow_overwrite = false
}

resource "aws_acm_certificate_validation" "frontend" {
  count    = local.frontend_count
  provider = aws.us_east_1

  certificate_arn         = aws_acm_certificate.frontend[0].arn
  validation_record_fqdns = [aws_route53_record.frontend_validation[0].fqdn]

  timeouts {
    create = "30m"
  }
}
