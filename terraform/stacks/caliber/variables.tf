variable "client" {
  description = "The tenant, such as acme; lower-cased, it is part of every name. SaaSShared is what SaaS tenants share."
  type        = string
}

variable "plan" {
  description = "How the tenant is hosted: Dedicated gives it a VPC, databases, a cluster and a load balancer of its own, SaaS those of SaaSShared."
  type        = string
  default     = "Dedicated"

  validation {
    condition     = contains(["Dedicated", "SaaS"], var.plan)
    error_message = "plan must be Dedicated or SaaS, spelled so."
  }
}

variable "env" {
  description = "Environment: dev, stg or prod. It decides sizes, protection and how long things are kept."
  type        = string
}

variable "subdomain" {
  description = "One DNS label: the API answers at <subdomain>.<domain>, the frontend at www.<subdomain>.<domain>."
  type        = string
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

variable "hosted_zone_id" {
  description = "Id of the domain's public zone in Route 53, which exists already; null looks it up by name."
  type        = string
  default     = null

  validation {
    condition     = var.hosted_zone_id == null ? true : can(regex("^Z[A-Z0-9]{1,31}$", var.hosted_zone_id))
    error_message = "hosted_zone_id must be a zone's id, such as Z0123456789ABCDEFGHIJ, or null to look it up."
  }
}

variable "api_host" {
  description = "Host of the API in place of <subdomain>.<domain>, below the domain."
  type        = string
  default     = null
}

variable "frontend_host" {
  description = "Host of the frontend in place of www.<subdomain>.<domain>, below the domain."
  type        = string
  default     = null
}

variable "frontend_enabled" {
  description = "Bucket, CloudFront, certificate and record for the frontend; false makes none of them, and no public bucket in their place."
  type        = bool
  default     = true
}

variable "price_class" {
  description = "Where CloudFront answers from: PriceClass_100, PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_100"
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
  description = "Address range of the tenant's VPC, between /16 and /22; no two tenants of the registry overlap. A SaaS tenant has none."
  type        = string
  default     = null
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
  description = "Image of the service's first revision, with a tag other than latest or a digest; rollouts own it afterwards. A SaaS tenant has none."
  type        = string
  default     = null
}

variable "cpu_architecture" {
  description = "Processor that the image was built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"
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

variable "execute_command" {
  description = "Lets operators open a shell in a running task (ECS Exec), logged; the container's root filesystem is then writable."
  type        = bool
  default     = false
}

variable "log_retention_days" {
  description = "Days that logs are kept; null takes 14 in dev, 30 in stg and 365 in prod."
  type        = number
  default     = null
}

variable "alarm_emails" {
  description = "Addresses that alarms are sent to; each has to confirm once."
  type        = set(string)
  default     = []
}

variable "restored_cluster_identifier" {
  description = "DocumentDB cluster that was restored and takes the place of <client>-<env>-<plan>-documentdb; null has that one."
  type        = string
  default     = null
}

variable "restored_postgres_identifier" {
  description = "Postgres instance that was restored and takes the place of <client>-<env>-<plan>-postgres; null has that one."
  type        = string
  default     = null
}

variable "permissions_boundary" {
  description = "Name of the policy that no role of this stack can exceed, which the bootstrap stack makes; null sets none."
  type        = string
  default     = "caliber-workload-boundary"
}

variable "iam_path" {
  description = "Path of the roles; the role that applies may create roles below it only."
  type        = string
  default     = "/caliber/"
}

variable "overrides" {
  description = "What this tenant has other than its environment, such as {documentdb_instances = 3}; the names are those of sizes.tf."
  type = object({
    api_tasks                 = optional(number)
    documentdb_instance_class = optional(string)
    documentdb_instances      = optional(number)
    postgres_instance_class   = optional(string)
    postgres_multi_az         = optional(bool)
    postgres_storage_gb       = optional(number)
    postgres_max_storage_gb   = optional(number)
    backup_retention_days     = optional(number)
    deletion_protection       = optional(bool)
    final_snapshots           = optional(bool)
    alarms                    = optional(bool)
    access_logs               = optional(bool)
    recovery_window_days      = optional(number)
  })
  default = {}
}
