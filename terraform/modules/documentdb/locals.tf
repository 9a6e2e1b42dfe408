locals {
  identifier = coalesce(var.identifier, "${var.name}-documentdb")
  family     = "docdb${join(".", slice(split(".", var.engine_version), 0, 2))}"
  port       = 27017

  # DocumentDB chooses these names; Terraform makes the groups first, or AWS would, without retention and key.
  log_groups = { for log in ["audit", "profiler"] : log => "/aws/docdb/${local.identifier}/${log}" }

  instances = [for number in range(1, var.instance_count + 1) : "${local.identifier}-${number}"]

  # No user, no password: outputs are in the state in clear. The whole URI exists in Secrets Manager only.
  uri = "mongodb://${aws_docdb_cluster.this.endpoint}:${local.port}/?tls=true&replicaSet=rs0&readPreference=secondaryPreferred&retryWrites=false"
}
