# Ids at plan time, so that what belongs together can be asserted without applying.
mock_provider "aws" {
  override_during = plan

  mock_resource "aws_lb" {
    defaults = {
      arn        = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/acme-stg-dedicated-api/0123456789abcdef"
      arn_suffix = "app/acme-stg-dedicated-api/0123456789abcdef"
      dns_name   = "acme-stg-dedicated-api-1.eu-central-1.elb.amazonaws.com"
      zone_id    = "Z215JYRZR1TBD5"
    }
  }

  mock_resource "aws_lb_target_group" {
    defaults = {
      arn        = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/api-1/0123456789abcdef"
      arn_suffix = "targetgroup/api-1/0123456789abcdef"
    }
  }

  mock_resource "aws_lb_listener" {
    defaults = {
      arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/acme-stg-dedicated-api/0123456789abcdef/0123456789abcdef"
    }
  }

  mock_resource "aws_security_group" {
    defaults = { id = "sg-alb" }
  }
}

variables {
  name                     = "acme-stg-dedicated"
  vpc_id                   = "vpc-1"
  subnet_ids               = ["subnet-1", "subnet-2"]
  certificate_arn          = "arn:aws:acm:eu-central-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
  hosts                    = ["acme-stg.hicaliber.net"]
  target_security_group_id = "sg-tasks"
}

run "a_public_load_balancer_that_keeps_the_host_and_refuses_bad_requests" {
  command = plan

  assert {
    condition     = aws_lb.this.name == "acme-stg-dedicated-api" && !aws_lb.this.internal && aws_lb.this.load_balancer_type == "application"
    error_message = "It is a public application load balancer called <name>-api."
  }

  assert {
    condition     = aws_lb.this.preserve_host_header
    error_message = "The application tells tenants apart by the Host header that the client sent."
  }

  assert {
    condition     = aws_lb.this.drop_invalid_header_fields && aws_lb.this.desync_mitigation_mode == "defensive"
    error_message = "Invalid headers are dropped and request smuggling is met."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection && aws_lb.this.idle_timeout == 60
    error_message = "Protected against deletion and 60 seconds of silence are the defaults."
  }

  assert {
    condition     = aws_lb.this.access_logs[0].enabled == false && aws_lb.this.access_logs[0].bucket == ""
    error_message = "Without a bucket the logs are switched off, in so many words: leaving the block out keeps what was."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 0
    error_message = "No web ACL is the default."
  }
}

run "plain_http_is_redirected_and_tls_is_modern" {
  command = plan

  assert {
    condition = [for to in aws_lb_listener.http.default_action[0].redirect : "${to.status_code} ${to.protocol} ${to.port}"] == ["HTTP_301 HTTPS 443"] && alltrue([
      for to in aws_lb_listener.http.default_action[0].redirect : to.host == null && to.path == null && to.query == null
    ])
    error_message = "Port 80 sends everybody to HTTPS, for good; host, path and query stay as asked for."
  }

  assert {
    condition     = aws_lb_listener.http.port == 80 && aws_lb_listener.https.port == 443 && aws_lb_listener.https.protocol == "HTTPS"
    error_message = "The listeners are 80 and 443."
  }

  assert {
    condition     = aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" && aws_lb_listener.https.certificate_arn == var.certificate_arn
    error_message = "TLS 1.2 or newer with forward secrecy, under the given certificate."
  }

  assert {
    condition = (
      aws_lb_listener.https.routing_http_response_strict_transport_security_header_value == "max-age=31536000"
      && aws_lb_listener.https.routing_http_response_x_content_type_options_header_value == "nosniff"
      && !aws_lb_listener.https.routing_http_response_server_enabled
    )
    error_message = "Answers say to come back over HTTPS and not to guess types, and not what serves them."
  }
}

run "foreign_hosts_get_nothing" {
  command = plan

  assert {
    condition     = [for answer in aws_lb_listener.https.default_action[0].fixed_response : "${answer.status_code} ${answer.message_body}"] == ["404 Not found"]
    error_message = "A host that no rule names is answered 404 by the load balancer itself."
  }

  assert {
    condition     = flatten([for condition in aws_lb_listener_rule.hosts.condition : [for header in condition.host_header : tolist(header.values)]]) == ["acme-stg.hicaliber.net"]
    error_message = "The rule forwards the given hosts and no other."
  }

  assert {
    condition     = [for action in aws_lb_listener_rule.hosts.action : "${action.type} ${action.target_group_arn}"] == ["forward ${aws_lb_target_group.this.arn}"]
    error_message = "They go to the target group."
  }

  assert {
    condition     = aws_lb_listener_rule.hosts.listener_arn == aws_lb_listener.https.arn
    error_message = "There is no rule on port 80."
  }
}

run "targets_are_tasks_that_answer_200" {
  command = plan

  assert {
    condition     = aws_lb_target_group.this.name_prefix == "api-" && aws_lb_target_group.this.target_type == "ip" && aws_lb_target_group.this.port == 8000 && aws_lb_target_group.this.protocol == "HTTP"
    error_message = "A prefixed name lets a successor exist beside it; Fargate registers addresses on port 8000."
  }

  assert {
    condition = [for check in aws_lb_target_group.this.health_check : {
      path = check.path, matcher = check.matcher, protocol = check.protocol
    }] == [{ path = "/healthz", matcher = "200", protocol = "HTTP" }]
    error_message = "A redirect or an error page is not health."
  }

  assert {
    condition     = aws_lb_target_group.this.deregistration_delay == "30"
    error_message = "Requests in flight get 30 seconds, less than the container's 60."
  }
}

run "groups_speak_to_groups" {
  command = plan

  assert {
    condition = (
      aws_vpc_security_group_egress_rule.to_tasks.security_group_id == "sg-alb"
      && aws_vpc_security_group_egress_rule.to_tasks.referenced_security_group_id == "sg-tasks"
      && aws_vpc_security_group_ingress_rule.tasks_from_alb.security_group_id == "sg-tasks"
      && aws_vpc_security_group_ingress_rule.tasks_from_alb.referenced_security_group_id == "sg-alb"
    )
    error_message = "The load balancer reaches the tasks and nothing else; the tasks admit the load balancer."
  }

  assert {
    condition = alltrue([
      for rule in [aws_vpc_security_group_egress_rule.to_tasks, aws_vpc_security_group_ingress_rule.tasks_from_alb] :
      rule.from_port == 8000 && rule.to_port == 8000 && rule.ip_protocol == "tcp" && rule.cidr_ipv4 == null
    ])
    error_message = "On the application's port only, to no address range."
  }

  assert {
    condition = {
      for rule in concat(values(aws_vpc_security_group_ingress_rule.https), values(aws_vpc_security_group_ingress_rule.http)) : rule.from_port => "${rule.cidr_ipv4} ${rule.to_port}"
    } == { 443 = "0.0.0.0/0 443", 80 = "0.0.0.0/0 80" }
    error_message = "Clients reach 443 and 80."
  }

  assert {
    condition     = toset(aws_lb.this.security_groups) == toset(["sg-alb"])
    error_message = "The load balancer is in its own group only."
  }
}

run "what_is_optional_is_taken_over" {
  command = plan

  variables {
    hosts                  = ["saas-api.hicaliber.net", "*.hicaliber.net"]
    target_port            = 8080
    health_check_path      = "/ready"
    deregistration_delay   = 10
    idle_timeout           = 120
    deletion_protection    = false
    access_log_bucket      = "acme-stg-dedicated-access-logs-111122223333"
    ingress_cidrs          = ["203.0.113.0/24", "198.51.100.7/32"]
    ssl_policy             = "ELBSecurityPolicy-TLS13-1-3-2021-06"
    desync_mitigation_mode = "strictest"
    web_acl_arn            = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/acme/01234567-89ab-cdef-0123-456789abcdef"
  }

  assert {
    condition     = aws_lb.this.access_logs[0].enabled && aws_lb.this.access_logs[0].bucket == "acme-stg-dedicated-access-logs-111122223333"
    error_message = "Access logs go to the bucket."
  }

  assert {
    condition     = !aws_lb.this.enable_deletion_protection && aws_lb.this.idle_timeout == 120 && aws_lb.this.desync_mitigation_mode == "strictest"
    error_message = "The load balancer's settings are taken over."
  }

  assert {
    condition     = aws_lb_target_group.this.port == 8080 && aws_lb_target_group.this.deregistration_delay == "10" && aws_lb_target_group.this.health_check[0].path == "/ready"
    error_message = "The target group's settings are taken over."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.https) == ["198.51.100.7/32", "203.0.113.0/24"] && aws_vpc_security_group_egress_rule.to_tasks.to_port == 8080
    error_message = "Only the given ranges may connect."
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this[0].web_acl_arn == var.web_acl_arn && aws_wafv2_web_acl_association.this[0].resource_arn == aws_lb.this.arn
    error_message = "The web ACL stands in front."
  }
}

run "the_example_plans" {
  command = plan

  module {
    source = "./examples/minimal"
  }
}
