# Standard logging v2: its bucket needs no access lists. Its calls are answered in us-east-1 only.

locals {
  logs_count = var.access_log_bucket == null ? 0 : 1
}

resource "aws_cloudwatch_log_delivery_source" "this" {
  count    = local.logs_count
  provider = aws.us_east_1

  name         = local.frontend
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn
}

resource "aws_cloudwatch_log_delivery_destination" "this" {
  count    = local.logs_count
  provider = aws.us_east_1

  name          = local.frontend
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = "arn:aws:s3:::${var.access_log_bucket}"
  }
}

resource "aws_cloudwatch_log_delivery" "this" {
  count    = local.logs_count
  provider = aws.us_east_1

  delivery_source_name     = aws_cloudwatch_log_delivery_source.this[0].name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.this[0].arn
}
