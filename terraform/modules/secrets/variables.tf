variable "client" {
  description = "The tenant's slug in lower case, such as acme; part of every secret's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.client))
    error_message = "client must be lower-case letters, digits and hyphens: it is part of names."
  }
}

variable "env" {
  description = "Environment of the tenant, such as stg; part of every secret's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.env))
    error_message = "env must be lower-case letters, digits and hyphens: it is part of names."
  }
}

variable "region" {
  description = "Region of the secrets and their key."
  type        = string
}

variable "account_id" {
  description = "Twelve digits of the AWS account that administers the key."
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

variable "secrets" {
  description = "Name below caliber/<client>/<env>/ → what the value is for. Containers only: values are written from outside Terraform."
  type        = map(string)
  default = {
    docdb-uri                   = "DocumentDB connection URI with its credentials"
    postgres-endpoint           = "Postgres host and port"
    django-secret-key           = "Key that Django signs sessions with"
    django-secret-key-fallbacks = "Earlier keys that Django still verifies sessions with, a JSON list"
  }

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[a-z][a-z0-9-]{1,40}$", name))])
    error_message = "secrets must be named in lower-case letters, digits and hyphens, such as docdb-uri."
  }
}

variable "recovery_window_days" {
  description = "Days in which a deleted secret can be brought back: 7 to 30, or 0 to delete it at once."
  type        = number
  default     = 30

  validation {
    condition     = var.recovery_window_days == 0 || (var.recovery_window_days >= 7 && var.recovery_window_days <= 30)
    error_message = "recovery_window_days must be 0 or between 7 and 30, as Secrets Manager has it."
  }
}

variable "reader_role_arns" {
  description = "Roles that alone may read the values; everybody else in the account is denied, administrators too. Empty leaves reading to IAM policies."
  type        = list(string)
  default     = []
}

variable "log_group_prefixes" {
  description = "Log groups whose names begin so may be encrypted with the key, such as /caliber/acme/stg/; empty admits none."
  type        = list(string)
  default     = []
}

variable "alarm_prefix" {
  description = "CloudWatch may use the key to publish alarms whose names begin so to an encrypted topic; null admits none."
  type        = string
  default     = null
}
