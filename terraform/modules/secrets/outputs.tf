output "secret_arns" {
  description = "Name below caliber/<client>/<env>/ → ARN of the container. Values are never an output."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.arn }
}

output "secret_names" {
  description = "Name below caliber/<client>/<env>/ → full name, for the step that writes the values."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.name }
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts the tenant's secrets, databases, logs and alarms."
  value       = aws_kms_key.this.arn
}
