variable "name" {
  description = "Prefix of every name, such as acme-stg-dedicated."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "name must be 2 to 31 lower-case letters, digits and hyphens, and start with a letter."
  }
}

variable "region" {
  description = "Region of the VPC, such as us-east-1; endpoint names and policies are built from it."
  type        = string
}

variable "account_id" {
  description = "Twelve digits of the AWS account; the flow log's role trusts this account only."
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

variable "vpc_cidr" {
  description = "Address range of the VPC, between /16 and /22, such as 10.20.0.0/16; tenants that may ever be peered must not overlap."
  type        = string

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr)) ? cidrsubnet(var.vpc_cidr, 0, 0) == var.vpc_cidr : false
    error_message = "vpc_cidr must be an IPv4 range written with its first address, such as 10.20.0.0/16."
  }

  validation {
    condition     = try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 22, false)
    error_message = "vpc_cidr must be between /16 (AWS's largest VPC) and /22 (room for three zones)."
  }
}

variable "availability_zones" {
  description = "Two or three zones of the region; the order fixes which range each zone gets, so never reorder it."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) >= 2 && length(var.availability_zones) <= 3
    error_message = "availability_zones must name two or three zones."
  }

  validation {
    condition     = length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones must not name a zone twice."
  }
}

variable "single_nat_gateway" {
  description = "One NAT gateway for all zones; false gives every zone its own, so that losing one zone does not cut the others' way out."
  type        = bool
  default     = true
}

variable "interface_endpoints" {
  description = "AWS services reached without the NAT gateway, as in com.amazonaws.<region>.<service>; each costs about $7.30 a month a zone."
  type        = set(string)
  default     = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]
}

variable "flow_log_group" {
  description = "Name of the log group that receives the flow logs."
  type        = string
}

variable "flow_log_retention_days" {
  description = "Days that flow logs are kept; one of the values CloudWatch Logs knows."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be a retention that CloudWatch Logs knows, such as 14, 30, 90 or 365."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the flow logs, its policy admitting CloudWatch Logs; null leaves them under the service's own key."
  type        = string
  default     = null
}

variable "iam_path" {
  description = "Path of the roles, such as /caliber/; whoever may create roles can be held to it."
  type        = string
  default     = "/"

  validation {
    condition     = can(regex("^/([A-Za-z0-9_-]+/)*$", var.iam_path))
    error_message = "iam_path must begin and end with a slash, such as /caliber/."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that no role of this module can exceed; null sets none."
  type        = string
  default     = null
}
