# What ECS itself does for a task: pull the image, read the secrets, write the logs.
resource "aws_iam_role" "execution" {
  name               = "${local.api}-execution"
  description        = "Starts the tasks of ${local.api}"
  assume_role_policy = local.tasks_trust
}

resource "aws_iam_role_policy" "execution" {
  name   = "start-tasks"
  role   = aws_iam_role.execution.id
  policy = local.execution_policy
}

# What the application may do on AWS: nothing until a stack attaches a policy.
resource "aws_iam_role" "task" {
  name               = "${local.api}-task"
  description        = "The application of ${local.api}"
  assume_role_policy = local.tasks_trust
}
