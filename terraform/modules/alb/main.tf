resource "aws_lb" "this" {
  #checkov:skip=CKV_AWS_91:The stack gives the bucket in prod and none in stg, where nobody would read the logs.
  #checkov:skip=CKV_AWS_150:On unless the stack says otherwise, which it does where an environment must be destroyable.
  #checkov:skip=CKV2_AWS_28:A web ACL costs by the rule and the request; web_acl_arn puts one in front.
  #checkov:skip=CKV2_AWS_76:See CKV2_AWS_28; no Java runs behind it.
  name                       = "${var.name}-api"
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = var.subnet_ids
  security_groups            = [aws_security_group.this.id]
  idle_timeout               = var.idle_timeout
  enable_deletion_protection = var.deletion_protection

  # The application tells tenants apart by their host, so it must see what the client sent.
  preserve_host_header       = true
  drop_invalid_header_fields = true
  desync_mitigation_mode     = var.desync_mitigation_mode

  # Always there: leaving the block out would not switch logs off again.
  access_logs {
    enabled = var.access_log_bucket != null
    bucket  = var.access_log_bucket == null ? "" : var.access_log_bucket
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  count = var.web_acl_arn == null ? 0 : 1

  resource_arn = aws_lb.this.arn
  web_acl_arn  = var.web_acl_arn
}

# A prefix, because the new group must exist, under another name, before the rule lets go of the old one.
resource "aws_lb_target_group" "this" {
  #checkov:skip=CKV_AWS_378:TLS ends at the load balancer; from there it is group to group inside the VPC, to a container without a certificate.
  name_prefix          = "api-"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = var.target_port
  deregistration_delay = var.deregistration_delay

  # Two good answers let a task in, three bad ones put it out: 30 and 45 seconds.
  health_check {
    path                = var.health_check_path
    protocol            = "HTTP"
    matcher             = "200"
    interval            = 15
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  tags = { Name = "${var.name}-api" }

  lifecycle {
    create_before_destroy = true
  }
}
