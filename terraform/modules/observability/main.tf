resource "aws_sns_topic" "alarms" {
  count = var.alarms_enabled ? 1 : 0

  name              = local.topic
  kms_master_key_id = var.kms_key_arn
  policy            = local.topic_policy
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarms_enabled ? var.alarm_emails : []

  topic_arn = aws_sns_topic.alarms[0].arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.means} Next: ${each.value.next}"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = local.watched[each.value.of]
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = each.value.minutes
  datapoints_to_alarm = each.value.of_them
  treat_missing_data  = each.value.missing
  alarm_actions       = aws_sns_topic.alarms[*].arn
  ok_actions          = aws_sns_topic.alarms[*].arn

  # A percentile of three requests says nothing.
  evaluate_low_sample_count_percentiles = startswith(each.value.statistic, "p") ? "ignore" : null
}

# The difference of two metrics, which the table of alarms cannot say.
resource "aws_cloudwatch_metric_alarm" "tasks" {
  count = var.alarms_enabled && var.service != null ? 1 : 0

  alarm_name          = "${var.name}-service-tasks"
  alarm_description   = "The service has run fewer tasks than it should for ten minutes. Next: read the service's events and the stopped tasks' reasons. When it began with a deployment, roll back (runbook: rollback); CannotPullContainer and ResourceInitializationError point at the image, the secrets or the way to them."
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 10
  datapoints_to_alarm = 10
  treat_missing_data  = "notBreaching"
  alarm_actions       = aws_sns_topic.alarms[*].arn
  ok_actions          = aws_sns_topic.alarms[*].arn

  metric_query {
    id          = "missing"
    label       = "Tasks that are missing"
    expression  = "desired - running"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { desired = "DesiredTaskCount", running = "RunningTaskCount" }

    content {
      id = metric_query.key

      metric {
        namespace   = "ECS/ContainerInsights"
        metric_name = metric_query.value
        dimensions  = local.watched.service
        stat        = "Average"
        period      = 60
      }
    }
  }
}
