# Reads nothing and writes one log group: what RDS itself does to deliver the operating system's metrics.
resource "aws_iam_role" "monitoring" {
  count = var.monitoring_interval == 0 ? 0 : 1

  name                 = "${var.name}-postgres-monitoring"
  description          = "Enhanced Monitoring of ${var.name}"
  path                 = var.iam_path
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.monitoring_trust
}

resource "aws_iam_role_policy" "monitoring" {
  count = var.monitoring_interval == 0 ? 0 : 1

  name   = "write-metrics"
  role   = aws_iam_role.monitoring[0].id
  policy = local.monitoring_policy
}
