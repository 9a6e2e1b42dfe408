# What a SaaS tenant takes from SaaSShared. Each is null as a rule: SaaSShared publishes it as a parameter, where the tenant reads it.

variable "api_certificate_arn" {
  description = "Certificate for *.<domain> in the region that SaaSShared's load balancer takes; null makes one, which only one SaaSShared of an account can."
  type        = string
  default     = null
}

variable "saas_docdb_uri" {
  description = "URI of the shared DocumentDB, without user and password; null reads what SaaSShared published."
  type        = string
  default     = null

  validation {
    condition     = var.saas_docdb_uri == null ? true : can(regex("^mongodb://[^@/]+/", var.saas_docdb_uri))
    error_message = "saas_docdb_uri must be a mongodb:// URI without user and password: what is given here stands in files, logs and states. Name their secret in saas_docdb_secret_arn."
  }
}

variable "saas_docdb_secret_arn" {
  description = "Secret with user and password of the shared DocumentDB; null reads what SaaSShared published."
  type        = string
  default     = null

  validation {
    condition     = var.saas_docdb_secret_arn == null ? true : can(regex("^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+$", var.saas_docdb_secret_arn))
    error_message = "saas_docdb_secret_arn must be the ARN of a secret in Secrets Manager."
  }
}

variable "saas_rds_endpoint" {
  description = "Host and port of the shared Postgres; null reads what SaaSShared published."
  type        = string
  default     = null

  validation {
    condition     = var.saas_rds_endpoint == null ? true : can(regex("^[a-z0-9.-]+:[0-9]+$", var.saas_rds_endpoint))
    error_message = "saas_rds_endpoint must be a host and a port, such as db.example.eu-central-1.rds.amazonaws.com:5432, and nothing else."
  }
}

variable "saas_api_lb_dns" {
  description = "Name that the tenant's API record points to: the shared load balancer's own, or SaaSShared's host; null reads what SaaSShared published."
  type        = string
  default     = null
}

variable "saas_api_lb_zone" {
  description = "Zone of saas_api_lb_dns: that of the region's load balancers for their names, the domain's for SaaSShared's host; null reads what SaaSShared published."
  type        = string
  default     = null
}
