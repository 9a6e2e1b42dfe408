locals {
  identifier = coalesce(var.identifier, "${var.name}-postgres")
  family     = "postgres${split(".", var.engine_version)[0]}"
  port       = 5432

  # RDS chooses these names; Terraform makes the groups first, or AWS would, without retention and key.
  log_groups = { for log in ["postgresql", "upgrade"] : log => "/aws/rds/instance/${local.identifier}/${log}" }

  # No statement is logged for its kind: CREATE ROLE … PASSWORD would stand there in clear. Slow ones are.
  logging = {
    log_connections             = "1"
    log_disconnections          = "1"
    log_lock_waits              = "1"
    log_statement               = "none"
    log_min_duration_statement  = "1000"
    log_autovacuum_min_duration = "10000"
  }
}
