variable "name" {
  description = "Prefix of every name, such as acme-stg-dedicated."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name)) && length(var.name) >= 2 && length(var.name) <= 28
    error_message = "name must be 2 to 28 lower-case letters and digits with single hyphens between them, and start with a letter."
  }
}

variable "identifier" {
  description = "Name of the cluster; null takes <name>-documentdb. Set it to adopt a cluster that was restored under a name of its own."
  type        = string
  default     = null

  validation {
    condition     = var.identifier == null ? true : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.identifier)) && length(var.identifier) <= 45
    error_message = "identifier must be 1 to 45 lower-case letters and digits with single hyphens between them, and start with a letter, so that the final snapshot's name fits 63."
  }
}

variable "region" {
  description = "Region of the cluster, such as us-east-1."
  type        = string
}

variable "account_id" {
  description = "Twelve digits of the AWS account of the cluster."
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

variable "vpc_id" {
  description = "VPC that the security group is made in."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a way out, in two or more zones."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must be two subnets or more, in different zones, as DocumentDB asks."
  }
}

variable "client_security_group_ids" {
  description = "Name → security group that may connect. Both sides get a rule that names the other's group, never an address range."
  type        = map(string)

  validation {
    condition     = alltrue([for client in keys(var.client_security_group_ids) : can(regex("^[a-z][a-z0-9-]{0,31}$", client))])
    error_message = "client_security_group_ids must be named in lower-case letters, digits and hyphens, such as tasks."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the data, its snapshots, its query statistics and its log groups; its policy must admit CloudWatch Logs for them."
  type        = string

  validation {
    condition     = startswith(var.kms_key_arn, "arn:${var.partition}:kms:${var.region}:${var.account_id}:key/")
    error_message = "kms_key_arn must be the ARN of a key of this account and region, not an alias."
  }
}

variable "engine_version" {
  description = "DocumentDB version, such as 5.0.0. It can only go up."
  type        = string
  default     = "5.0.0"

  validation {
    condition     = contains(["4.0.0", "5.0.0"], var.engine_version)
    error_message = "engine_version must be 4.0.0 or 5.0.0."
  }
}

variable "allow_major_version_upgrade" {
  description = "Lets a higher engine_version upgrade the cluster in place, with a downtime; off, such a plan fails when it is applied."
  type        = bool
  default     = false
}

variable "instance_class" {
  description = "Class of every instance, such as db.t4g.medium or db.r6g.large."
  type        = string
  default     = "db.t4g.medium"

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class must be a class of DocumentDB, such as db.t4g.medium."
  }
}

variable "instance_count" {
  description = "Instances, spread over the subnets' zones: one writes, the others read and take over. One alone is down for minutes when it fails."
  type        = number
  default     = 2

  validation {
    condition     = var.instance_count >= 1 && var.instance_count <= 16 && floor(var.instance_count) == var.instance_count
    error_message = "instance_count must be a whole number from 1 to 16, as DocumentDB has it."
  }
}

variable "master_username" {
  description = "Name of the master user; its password is made, kept and rotated by AWS."
  type        = string
  default     = "caliber_admin"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.master_username)) && !contains(["admin", "root", "rdsadmin"], var.master_username)
    error_message = "master_username must be lower-case letters, digits and underscores, start with a letter, and not be a name that DocumentDB keeps for itself, such as admin."
  }
}

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
  description = "Days back to which the cluster can be restored, to any second."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 7 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "backup_retention_days must be a whole number from 7, which tenants are promised, to 35, DocumentDB's most."
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
  description = "Weekly window in UTC in which AWS patches and restarts: 30 minutes or more within one day, apart from the backup's, such as sun:04:00-sun:05:00."
  type        = string
  default     = "sun:04:00-sun:05:00"

  validation {
    condition     = can(regex("^(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):[0-5]\\d-(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):[0-5]\\d$", var.maintenance_window))
    error_message = "maintenance_window must be ddd:hh:mm-ddd:hh:mm in UTC, such as sun:04:00-sun:05:00."
  }

  validation {
    condition     = try(substr(var.maintenance_window, 0, 3) == substr(var.maintenance_window, 10, 3) && tonumber(replace(substr(var.maintenance_window, 4, 5), ":", "")) < tonumber(replace(substr(var.maintenance_window, 14, 5), ":", "")), true)
    error_message = "maintenance_window must end on the day it begins, such as sun:04:00-sun:05:00."
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
  description = "Certificate authority of the instances' TLS certificates."
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

variable "log_retention_days" {
  description = "Days that the audit and profiler logs are kept; one of the values CloudWatch Logs knows."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a retention that CloudWatch Logs knows, such as 14, 30, 90 or 365."
  }
}

variable "deletion_protection" {
  description = "AWS refuses to delete the cluster until this is taken off in an apply of its own."
  type        = bool
  default     = true
}

variable "final_snapshot" {
  description = "Takes a last snapshot when the cluster is destroyed; it stays, under a name that no later cluster takes."
  type        = bool
  default     = true
}

variable "apply_immediately" {
  description = "Applies changes at once, restarts included, instead of in the maintenance window."
  type        = bool
  default     = false
}
