variable "name" {
  description = "Prefix of every name, such as acme-stg-dedicated."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name)) && length(var.name) >= 2 && length(var.name) <= 28
    error_message = "name must be 2 to 28 lower-case letters and digits with single hyphens between them, and start with a letter."
  }
}

variable "identifier" {
  description = "Name of the instance; null takes <name>-postgres. Set it to adopt an instance that was restored under a name of its own."
  type        = string
  default     = null

  validation {
    condition     = var.identifier == null ? true : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.identifier)) && length(var.identifier) <= 63
    error_message = "identifier must be 1 to 63 lower-case letters and digits with single hyphens between them, and start with a letter."
  }
}

variable "region" {
  description = "Region of the instance, such as us-east-1; policies are built from it."
  type        = string
}

variable "account_id" {
  description = "Twelve digits of the AWS account; the monitoring role trusts this account only."
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
    error_message = "subnet_ids must be two subnets or more, in different zones, as RDS asks."
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
  description = "Key that encrypts the data, its snapshots, its query statistics, the master secret and the log groups; its policy must admit CloudWatch Logs for the last."
  type        = string

  validation {
    condition     = startswith(var.kms_key_arn, "arn:${var.partition}:kms:${var.region}:${var.account_id}:key/")
    error_message = "kms_key_arn must be the ARN of a key of this account and region, not an alias."
  }
}

variable "engine_version" {
  description = "PostgreSQL version: a major one such as 17, whose minor ones AWS chooses, or one such as 17.5. It can only go up."
  type        = string
  default     = "17"

  validation {
    condition     = can(regex("^1[5-7](\\.[0-9]{1,2})?$", var.engine_version))
    error_message = "engine_version must be 15, 16 or 17, or one of their minor versions, such as 17.5."
  }
}

variable "allow_major_version_upgrade" {
  description = "Lets a higher engine_version upgrade the instance in place, with a downtime; off, such a plan fails when it is applied."
  type        = bool
  default     = false
}

variable "instance_class" {
  description = "Class of the instance, such as db.t4g.medium or db.m7g.large."
  type        = string
  default     = "db.t4g.medium"

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class must be a class of RDS, such as db.t4g.medium."
  }
}

variable "multi_az" {
  description = "Keeps a standby in another zone, which takes over within one to two minutes; without it a failure of the zone lasts as long as the zone's."
  type        = bool
  default     = true
}

variable "allocated_storage" {
  description = "GiB of gp3 storage to begin with."
  type        = number
  default     = 20

  validation {
    condition     = var.allocated_storage >= 20 && var.allocated_storage <= 65536 && floor(var.allocated_storage) == var.allocated_storage
    error_message = "allocated_storage must be a whole number from 20 to 65536 GiB, as gp3 has it."
  }
}

variable "max_allocated_storage" {
  description = "GiB up to which RDS enlarges the storage by itself when less than a tenth is free; never shrunk again."
  type        = number
  default     = 100

  validation {
    condition     = var.max_allocated_storage >= var.allocated_storage * 1.1 && var.max_allocated_storage <= 65536 && floor(var.max_allocated_storage) == var.max_allocated_storage
    error_message = "max_allocated_storage must be a whole number at least a tenth above allocated_storage, as RDS asks, and at most 65536."
  }
}

variable "database_name" {
  description = "Database that is created in the instance."
  type        = string
  default     = "caliber"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name)) && !contains(["postgres", "rdsadmin", "template0", "template1"], var.database_name)
    error_message = "database_name must be lower-case letters, digits and underscores, start with a letter, and not be a database that PostgreSQL or RDS brings along."
  }
}

variable "master_username" {
  description = "Name of the master user; its password is made, kept and rotated by AWS."
  type        = string
  default     = "caliber_admin"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.master_username)) && !startswith(var.master_username, "pg_") && !contains(["admin", "postgres", "rdsadmin"], var.master_username)
    error_message = "master_username must be lower-case letters, digits and underscores, start with a letter, and not be a name that PostgreSQL or RDS keeps for itself, such as admin."
  }
}
