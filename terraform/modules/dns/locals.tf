locals {
  api_certificate_count  = var.api_certificate ? 1 : 0
  api_certificate_domain = coalesce(var.api_certificate_domain, var.api_host)

  # By the host, which a plan always knows; the alias may still have to be created.
  frontend_count = var.frontend_host == null ? 0 : 1
}
