output "api_certificate_arn" {
  description = "Certificate of the API in the region, known once it is issued; null when none is made."
  value       = one(aws_acm_certificate_validation.api[*].certificate_arn)
}

output "frontend_certificate_arn" {
  description = "Certificate of the frontend's host in us-east-1, known once it is issued; null without a frontend."
  value       = one(aws_acm_certificate_validation.frontend[*].certificate_arn)
}

output "api_host" {
  description = "Host that the API's record stands under."
  value       = aws_route53_record.api.name
}

output "frontend_host" {
  description = "Host that the frontend's record stands under; null without a frontend."
  value       = one(aws_route53_record.frontend[*].name)
}
