# Rules are resources of their own: an inline block and a standalone rule on one group undo each other.

resource "aws_security_group" "this" {
  name_prefix = "${var.name}-alb-"
  description = "Load balancer of ${var.name}"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-alb" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each = var.ingress_cidrs

  security_group_id = aws_security_group.this.id
  description       = "HTTPS from clients"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = { Name = "${var.name}-alb-https" }
}

resource "aws_vpc_security_group_ingress_rule" "http" {
  #checkov:skip=CKV_AWS_260:Port 80 answers with the redirect to HTTPS and nothing else.
  for_each = var.ingress_cidrs

  security_group_id = aws_security_group.this.id
  description       = "HTTP from clients, to be redirected"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80

  tags = { Name = "${var.name}-alb-http" }
}

resource "aws_vpc_security_group_egress_rule" "to_tasks" {
  security_group_id            = aws_security_group.this.id
  description                  = "Requests and health checks to the tasks"
  referenced_security_group_id = var.target_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.target_port
  to_port                      = var.target_port

  tags = { Name = "${var.name}-alb-to-tasks" }
}

resource "aws_vpc_security_group_ingress_rule" "tasks_from_alb" {
  security_group_id            = var.target_security_group_id
  description                  = "Requests and health checks from the load balancer"
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = var.target_port
  to_port                      = var.target_port

  tags = { Name = "${var.name}-tasks-from-alb" }
}
