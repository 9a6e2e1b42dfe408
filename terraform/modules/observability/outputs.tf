output "topic_arn" {
  description = "ARN of the topic that alarms are sent to; null without alarms."
  value       = one(aws_sns_topic.alarms[*].arn)
}

output "alarm_names" {
  description = "Names of the alarms; empty without alarms."
  value       = sort(concat([for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name], aws_cloudwatch_metric_alarm.tasks[*].alarm_name))
}

output "access_log_bucket" {
  description = "Name of the bucket for access logs, known to be writable for both writers; null without access logs."
  value       = one(aws_s3_bucket.access_logs[*].bucket)

  depends_on = [aws_s3_bucket_policy.access_logs]
}

output "access_log_bucket_domain_name" {
  description = "Regional domain name of that bucket; null without access logs."
  value       = one(aws_s3_bucket.access_logs[*].bucket_regional_domain_name)

  depends_on = [aws_s3_bucket_policy.access_logs]
}
