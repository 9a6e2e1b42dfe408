# Reads for pull requests and main; writes nothing but the lock beside a state, within its boundary.
resource "aws_iam_role" "plan" {
  name                 = "${var.name_prefix}-plan"
  description          = "Plans stacks; reads no secret and writes nothing but the lock of a state"
  assume_role_policy   = local.trust["plan"]
  permissions_boundary = aws_iam_policy.plan_boundary.arn
  max_session_duration = 3600

  lifecycle {
    precondition {
      condition     = length(local.trust["plan"]) <= var.trust_policy_quota
      error_message = "The trust policy of the plan role ${local.trust_too_long}"
    }
  }

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "plan" {
  name   = "state"
  role   = aws_iam_role.plan.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.read_state })
}

resource "aws_iam_role_policy_attachment" "plan" {
  for_each = local.read_policies

  role       = aws_iam_role.plan.name
  policy_arn = aws_iam_policy.theme[each.key].arn
}

resource "aws_iam_role_policy_attachment" "plan_additional" {
  for_each = var.additional_plan_policy_arns

  role       = aws_iam_role.plan.name
  policy_arn = each.key
}

# Writes what stacks hold, after an environment's approval, within its boundary. Databases take longer than an hour.
resource "aws_iam_role" "apply" {
  name                 = "${var.name_prefix}-apply"
  description          = "Applies stacks after an environment's approval, within its boundary"
  assume_role_policy   = local.trust["apply"]
  permissions_boundary = aws_iam_policy.apply_boundary.arn
  max_session_duration = 7200

  lifecycle {
    precondition {
      condition     = length(local.trust["apply"]) <= var.trust_policy_quota
      error_message = "The trust policy of the apply role ${local.trust_too_long}"
    }
  }

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "apply" {
  name   = "state"
  role   = aws_iam_role.apply.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.write_state })
}

# Everything that a plan may, but for what the doctor reads.
resource "aws_iam_role_policy_attachment" "apply" {
  for_each = { for theme, statements in local.policies : theme => theme if theme != "read-account" }

  role       = aws_iam_role.apply.name
  policy_arn = aws_iam_policy.theme[each.key].arn
}

resource "aws_iam_role_policy_attachment" "apply_additional" {
  for_each = var.additional_apply_policy_arns

  role       = aws_iam_role.apply.name
  policy_arn = each.key
}
