variable "rotation_days" {
  description = "Days between rotations of the master password. AWS's own default is 7; a copied password is stale from then on."
  type        = number
  default     = 30

  validation {
    condition     = var.rotation_days >= 1 && var.rotation_days <= 365 && floor(var.rotation_days) == var.rotation_days
    error_message = "rotation_days must be a whole number from 1 to 365."
  }
}

variable "backup_retention_days" {
  description = "Days back to which the instance can be restored, to any second."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 7 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "backup_retention_days must be a whole number from 7, which tenants are promised, to 35, RDS's most."
  }
}

variable "backup_window" {
  description = "Daily window of the backup in UTC, 30 minutes or more within one day, such as 02:00-03:00."
  type        = string
  default     = "02:00-03:00"

  validation {
    condition     = can(regex("^([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$", var.backup_window)) && try(tonumber(replace(substr(var.backup_window, 0, 5), ":", "")) < tonumber(replace(substr(var.backup_window, 6, 5), ":", "")), false)
    error_message = "backup_window must be hh:mm-hh:mm in UTC and end on the day it begins, such as 02:00-03:00."
  }
}

variable "maintenance_window" {
  description = "Weekly window in UTC in which AWS patches and restarts: 30 minutes or more within one day, apart from the backup's, such as sun:05:00-sun:06:00."
  type        = string
  default     = "sun:05:00-sun:06:00"

  validation {
    condition     = can(regex("^(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):[0-5]\\d-(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):[0-5]\\d$", var.maintenance_window))
    error_message = "maintenance_window must be ddd:hh:mm-ddd:hh:mm in UTC, such as sun:05:00-sun:06:00."
  }

  validation {
    condition     = try(substr(var.maintenance_window, 0, 3) == substr(var.maintenance_window, 10, 3) && tonumber(replace(substr(var.maintenance_window, 4, 5), ":", "")) < tonumber(replace(substr(var.maintenance_window, 14, 5), ":", "")), true)
    error_message = "maintenance_window must end on the day it begins, such as sun:05:00-sun:06:00."
  }

  validation {
    condition = try(
      tonumber(replace(substr(var.maintenance_window, 14, 5), ":", "")) <= tonumber(replace(substr(var.backup_window, 0, 5), ":", "")) ||
      tonumber(replace(substr(var.backup_window, 6, 5), ":", "")) <= tonumber(replace(substr(var.maintenance_window, 4, 5), ":", "")), true
    )
    error_message = "maintenance_window must not overlap backup_window: AWS refuses that."
  }
}

variable "auto_minor_version_upgrade" {
  description = "Takes minor engine versions in the maintenance window."
  type        = bool
  default     = true
}

variable "ca_cert_identifier" {
  description = "Certificate authority of the instance's TLS certificate."
  type        = string
  default     = "rds-ca-rsa2048-g1"

  validation {
    condition     = contains(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"], var.ca_cert_identifier)
    error_message = "ca_cert_identifier must be rds-ca-rsa2048-g1, rds-ca-rsa4096-g1 or rds-ca-ecc384-g1."
  }
}

variable "performance_insights" {
  description = "Keeps statistics of queries and waits for seven days, at no cost."
  type        = bool
  default     = true
}

variable "monitoring_interval" {
  description = "Seconds between the operating system's metrics: 1, 5, 10, 15, 30 or 60; 0 turns Enhanced Monitoring and its role off."
  type        = number
  default     = 60

  validation {
    condition     = contains([0, 1, 5, 10, 15, 30, 60], var.monitoring_interval)
    error_message = "monitoring_interval must be 0, 1, 5, 10, 15, 30 or 60 seconds."
  }
}

variable "iam_path" {
  description = "Path of the monitoring role, such as /caliber/."
  type        = string
  default     = "/"

  validation {
    condition     = can(regex("^/([A-Za-z0-9_-]+/)*$", var.iam_path))
    error_message = "iam_path must begin and end with a slash, such as /caliber/."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the monitoring role; null bounds it by its own policy only."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days that the PostgreSQL and upgrade logs are kept; one of the values CloudWatch Logs knows."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a retention that CloudWatch Logs knows, such as 14, 30, 90 or 365."
  }
}

variable "deletion_protection" {
  description = "AWS refuses to delete the instance until this is taken off in an apply of its own."
  type        = bool
  default     = true
}

variable "final_snapshot" {
  description = "Takes a last snapshot when the instance is destroyed, under a name that no later instance takes, and keeps the automated backups."
  type        = bool
  default     = true
}

variable "apply_immediately" {
  description = "Applies changes at once, restarts included, instead of in the maintenance window."
  type        = bool
  default     = false
}
