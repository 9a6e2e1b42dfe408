# The policies of plan and apply: one a theme, because IAM allows one 6,144 characters and a role ten of them.
locals {
  policy_quota    = 6144
  policy_too_long = "is longer than IAM's 6144 characters: split its statements over two themes."

  read_policies = {
    read-account             = local.read_account
    read-compute-and-network = concat(local.read_compute, local.read_network)
    read-data                = local.read_data
  }
  write_policies = {
    write-balancing = local.write_balancing
    write-compute   = local.write_compute
    write-data      = local.write_data
    write-databases = local.write_databases
    write-edge      = local.write_edge
    write-network   = concat(local.write_network_creations, local.write_network_changes)
  }

  policies = {
    for theme, statements in merge(local.read_policies, local.write_policies) :
    theme => jsonencode({ Version = "2012-10-17", Statement = statements })
  }
}

resource "aws_iam_policy" "theme" {
  for_each = local.policies

  name        = "${var.name_prefix}-${each.key}"
  description = "What the stack caliber needs: ${replace(each.key, "-", " ")}"
  policy      = each.value

  lifecycle {
    precondition {
      condition     = length(each.value) <= local.policy_quota
      error_message = "The policy ${each.key} ${local.policy_too_long}"
    }
  }
}
