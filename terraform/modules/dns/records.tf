# Never overwritten: a record that exists belongs to somebody, and taking it over would take over their host.

resource "aws_route53_record" "api" {
  #checkov:skip=CKV2_AWS_23:What it points to is an input, which the scanner cannot follow.
  zone_id         = var.zone_id
  name            = var.api_host
  type            = "A"
  allow_overwrite = false

  alias {
    name                   = var.api_alias.name
    zone_id                = var.api_alias.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "frontend" {
  #checkov:skip=CKV2_AWS_23:What it points to is an input, which the scanner cannot follow.
  count = local.frontend_count

  zone_id         = var.zone_id
  name            = var.frontend_host
  type            = "A"
  allow_overwrite = false

  alias {
    name                   = var.frontend_alias.name
    zone_id                = var.frontend_alias.zone_id
    evaluate_target_health = false # Route 53 refuses true for a distribution
  }
}
