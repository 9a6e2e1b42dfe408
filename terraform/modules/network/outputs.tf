output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_cidr" {
  description = "Address range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, in the order of availability_zones."
  value       = [for zone in var.availability_zones : aws_subnet.public[zone].id]

  # AWS refuses a load balancer in a subnet that does not lead to the internet yet.
  depends_on = [aws_route.internet, aws_route_table_association.public]
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, in the order of availability_zones."
  value       = [for zone in var.availability_zones : aws_subnet.private[zone].id]

  # A task that starts before its way out exists cannot pull its image.
  depends_on = [aws_route.nat, aws_route_table_association.private]
}

output "database_subnet_ids" {
  description = "Ids of the databases' subnets, in the order of availability_zones; no route leads out of them."
  value       = [for zone in var.availability_zones : aws_subnet.database[zone].id]

  depends_on = [aws_default_route_table.database]
}

output "nat_public_ips" {
  description = "Addresses that the outside sees; give these to whoever keeps an allow-list."
  value       = [for zone in local.nat_zones : aws_eip.nat[zone].public_ip]
}

output "tasks_security_group_id" {
  description = "Security group of the tasks: HTTPS out, nothing in until a load balancer adds its rule."
  value       = aws_security_group.tasks.id
}

output "endpoints_security_group_id" {
  description = "Security group of the interface endpoints."
  value       = aws_security_group.endpoints.id
}

output "flow_log_group" {
  description = "Name of the log group that receives the flow logs."
  value       = aws_cloudwatch_log_group.flow_logs.name
}
