output "arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "End of the ARN that CloudWatch knows the load balancer by."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "Name that an alias record points to."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Hosted zone of the load balancer's name, for an alias record; it is AWS's, one a region."
  value       = aws_lb.this.zone_id
}

output "target_group_arn" {
  description = "Target group that the service registers its tasks in; known once the listener forwards to it and the tasks let the load balancer in."
  value       = aws_lb_target_group.this.arn

  # ECS refuses a group without a listener, and tasks that the health check cannot reach are killed.
  depends_on = [
    aws_lb_listener_rule.hosts,
    aws_vpc_security_group_egress_rule.to_tasks,
    aws_vpc_security_group_ingress_rule.tasks_from_alb,
  ]
}

output "target_group_arn_suffix" {
  description = "End of the ARN that CloudWatch knows the target group by."
  value       = aws_lb_target_group.this.arn_suffix
}

output "https_listener_arn" {
  description = "HTTPS listener, for further certificates and rules; its own rule has priority 100."
  value       = aws_lb_listener.https.arn
}

output "security_group_id" {
  description = "Security group of the load balancer."
  value       = aws_security_group.this.id
}
