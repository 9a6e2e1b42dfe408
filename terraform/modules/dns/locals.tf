locals {
  # By the host, which a plan always knows; the alias may still have to be created.
  frontend_count = var.frontend_host == null ? 0 : 1
}
