variable "name" {
  description = "Prefix of the topic's and the alarms' names, such as acme-prod-dedicated."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name)) && length(var.name) >= 2 && length(var.name) <= 28
    error_message = "name must be 2 to 28 lower-case letters and digits with single hyphens between them, and start with a letter."
  }
}

variable "region" {
  description = "Region of what is watched; policies are built from it."
  type        = string
}

variable "account_id" {
  description = "Twelve digits of the AWS account; only its alarms, load balancers and log deliveries are let in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the twelve digits of an AWS account."
  }
}

variable "partition" {
  description = "AWS partition that ARNs are built with."
  type        = string
  default     = "aws"

  validation {
    condition     = contains(["aws", "aws-us-gov"], var.partition)
    error_message = "partition must be aws or aws-us-gov."
  }
}

variable "alarms_enabled" {
  description = "Makes the topic and the alarms of everything that is named below."
  type        = bool
  default     = true
}

variable "alarm_emails" {
  description = "Addresses that alarms are sent to. Each must confirm by the link it is sent, or hears nothing."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for email in var.alarm_emails : can(regex("^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$", email))])
    error_message = "alarm_emails must be e-mail addresses, such as oncall@acme.example."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the topic's messages; its policy must admit CloudWatch for alarms of this account."
  type        = string

  validation {
    condition     = startswith(var.kms_key_arn, "arn:${var.partition}:kms:${var.region}:${var.account_id}:key/")
    error_message = "kms_key_arn must be the ARN of a key of this account and region, not an alias."
  }
}

variable "load_balancer" {
  description = "Load balancer and target group to watch, by the last parts of their ARNs; null watches none."
  type = object({
    arn_suffix              = string
    target_group_arn_suffix = string
  })
  default = null
}

variable "service" {
  description = "ECS service to watch, in a cluster with Container Insights; null watches none."
  type = object({
    cluster_name = string
    service_name = string
  })
  default = null
}

variable "postgres_identifier" {
  description = "Name of the RDS instance to watch; null watches none."
  type        = string
  default     = null
}

variable "documentdb_identifier" {
  description = "Name of the DocumentDB cluster to watch; null watches none."
  type        = string
  default     = null
}

variable "thresholds" {
  description = "Where alarms begin; what is left out keeps its default. Connections and free memory depend on the instances' class."
  type = object({
    load_balancer_errors       = optional(number, 10)
    target_errors              = optional(number, 10)
    latency_seconds            = optional(number, 2)
    service_percent            = optional(number, 85)
    database_percent           = optional(number, 85)
    postgres_free_storage_gib  = optional(number, 2)
    postgres_connections       = optional(number, 300)
    documentdb_free_memory_mib = optional(number, 256)
    documentdb_volume_gib      = optional(number, 100)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for threshold in values(var.thresholds) : threshold > 0])
    error_message = "thresholds must all be above zero: an alarm at zero never ends."
  }

  validation {
    condition     = var.thresholds.service_percent < 100 && var.thresholds.database_percent < 100
    error_message = "thresholds in percent must be below 100, or the alarm never begins."
  }
}

variable "access_logs_enabled" {
  description = "Makes the bucket that the load balancer and CloudFront write their access logs to."
  type        = bool
  default     = true
}

variable "access_log_bucket" {
  description = "Name of the bucket for access logs, such as acme-prod-dedicated-access-logs-123456789012; needed when access_logs_enabled."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null ? !var.access_logs_enabled : can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.access_log_bucket))
    error_message = "access_log_bucket must be 3 to 63 lower-case letters, digits and hyphens, and be given while access_logs_enabled."
  }
}

variable "access_log_retention_days" {
  description = "Days that access logs are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.access_log_retention_days >= 1 && floor(var.access_log_retention_days) == var.access_log_retention_days
    error_message = "access_log_retention_days must be a whole number of 1 or more."
  }
}

variable "force_destroy" {
  description = "Deletes the bucket with the logs in it; otherwise destroying fails until it is empty."
  type        = bool
  default     = false
}
