variable "client" {
  description = "The tenant, such as acme; lower-cased, it is part of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,12}$", lower(var.client)))
    error_message = "client must be 2 to 13 letters, digits and hyphens and start with a letter, so that <client>-<env>-dedicated-api fits 32 characters."
  }

  validation {
    condition     = lower(var.client) != "saasshared"
    error_message = "client SaaSShared holds what SaaS tenants share and comes with the tenant modes; name a tenant of its own."
  }
}

variable "plan" {
  description = "How the tenant is hosted: Dedicated gives it a VPC, a key and a cluster of its own."
  type        = string
  default     = "Dedicated"

  validation {
    condition     = contains(["Dedicated", "SaaS"], var.plan)
    error_message = "plan must be Dedicated or SaaS, spelled so."
  }

  validation {
    condition     = var.plan != "SaaS"
    error_message = "plan SaaS comes with the tenant modes; until then only Dedicated can be applied."
  }
}

variable "env" {
  description = "Environment: dev, stg or prod. It sets how long logs and deleted secrets are kept."
  type        = string

  validation {
    condition     = contains(["dev", "stg", "prod"], var.env)
    error_message = "env must be dev, stg or prod."
  }
}

variable "subdomain" {
  description = "One DNS label: the API answers at <subdomain>.<domain>, the frontend at www.<subdomain>.<domain>."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.subdomain))
    error_message = "subdomain must be one DNS label in lower case, without dots, such as acme-stg."
  }

  validation {
    condition     = !contains(["www", "api", "saas-api"], var.subdomain)
    error_message = "subdomain must not be www, api or saas-api: the platform uses these itself."
  }

  validation {
    condition     = var.env == "prod" || endswith(var.subdomain, "-${var.env}")
    error_message = "subdomain must end in -<env> outside prod, such as acme-stg, or both environments would claim one DNS record."
  }
}

variable "domain" {
  description = "DNS zone that the tenants' hosts are in."
  type        = string
  default     = "hicaliber.net"

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain))
    error_message = "domain must be a DNS zone in lower case, such as hicaliber.net."
  }
}

variable "region" {
  description = "AWS region of everything in this stack, such as us-east-1."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-gov)?-[a-z]+-[0-9]$", var.region))
    error_message = "region must be an AWS region, such as us-east-1."
  }

  validation {
    condition     = !startswith(var.region, "cn-")
    error_message = "region must not be in China: services and endpoints have other names there."
  }
}

variable "account_id" {
  description = "Twelve digits of the one account that the stack may touch; null takes the account of the credentials."
  type        = string
  default     = null

  validation {
    condition     = var.account_id == null ? true : can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the twelve digits of an AWS account, or null for the account of the credentials."
  }
}

variable "availability_zones" {
  description = "Two or three zones, never reordered later; null takes the region's first two."
  type        = list(string)
  default     = null

  validation {
    condition     = var.availability_zones == null ? true : alltrue([for zone in var.availability_zones : startswith(zone, var.region)])
    error_message = "availability_zones must be zones of the region, such as us-east-1a, or null for the first two."
  }
}

variable "vpc_cidr" {
  description = "Address range of the tenant's VPC, between /16 and /22; no two tenants of the registry overlap."
  type        = string
}

variable "single_nat_gateway" {
  description = "One NAT gateway for all zones: cheaper, but losing its zone cuts the way out of all."
  type        = bool
  default     = true
}

variable "interface_endpoints" {
  description = "AWS services reached without the NAT gateway; each costs about $7.30 a month a zone."
  type        = set(string)
  default     = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]
}

variable "image" {
  description = "Image of the service's first revision, with a tag other than latest or a digest; rollouts own it afterwards."
  type        = string
}

variable "cpu" {
  description = "CPU units of a task; 1024 are one vCPU."
  type        = number
  default     = 512
}

variable "memory" {
  description = "Memory of a task in MiB, an amount that Fargate offers beside the cpu."
  type        = number
  default     = 1024
}

variable "log_retention_days" {
  description = "Days that logs are kept; null takes 14 in dev, 30 in stg and 365 in prod."
  type        = number
  default     = null
}
