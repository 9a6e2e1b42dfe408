# What ECS itself does for a task: pull the image, read the secrets, write the logs.
resource "aws_iam_role" "execution" {
  name                 = "${local.api}-execution"
  path                 = var.iam_path
  description          = "Starts the tasks of ${local.api}"
  assume_role_policy   = local.tasks_trust
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "execution" {
  name   = "start-tasks"
  role   = aws_iam_role.execution.id
  policy = local.execution_policy
}

# What the application may do on AWS: nothing until a stack attaches a policy.
resource "aws_iam_role" "task" {
  name                 = "${local.api}-task"
  path                 = var.iam_path
  description          = "The application of ${local.api}"
  assume_role_policy   = local.tasks_trust
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "sessions" {
  #checkov:skip=CKV_AWS_290:The channels of Session Manager have no resource to name.
  #checkov:skip=CKV_AWS_355:The channels of Session Manager have no resource to name.
  count = var.execute_command ? 1 : 0

  name   = "open-sessions"
  role   = aws_iam_role.task.id
  policy = local.sessions_policy
}
