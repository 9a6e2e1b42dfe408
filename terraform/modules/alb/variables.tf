variable "name" {
  description = "Prefix of every name, such as acme-stg-dedicated; the load balancer is called <name>-api."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,27}$", var.name))
    error_message = "name must be 2 to 28 lower-case letters, digits and hyphens, so that <name>-api fits a load balancer's 32 characters."
  }
}

variable "vpc_id" {
  description = "VPC of the load balancer and its targets."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, at least two, each in a zone of its own."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name at least two subnets in two zones, as a load balancer needs."
  }
}

variable "certificate_arn" {
  description = "Certificate that covers the hosts, issued, in the load balancer's region."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate."
  }
}

variable "hosts" {
  description = "Hosts that are forwarded, one to five, such as acme-stg.hicaliber.net or *.hicaliber.net; every other host gets 404."
  type        = list(string)

  validation {
    condition     = length(var.hosts) >= 1 && length(var.hosts) <= 5
    error_message = "hosts must name one to five hosts, as one listener rule has it."
  }

  validation {
    condition     = alltrue([for host in var.hosts : can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", host))])
    error_message = "hosts must be full host names in lower case, such as acme-stg.hicaliber.net; * may only stand for the whole first label."
  }
}

variable "target_security_group_id" {
  description = "Security group of the tasks; the module adds the rule that lets the load balancer in."
  type        = string
}

variable "target_port" {
  description = "Port that the tasks listen on. Changing it replaces the target group."
  type        = number
  default     = 8000

  validation {
    condition     = var.target_port > 0 && var.target_port < 65536 && floor(var.target_port) == var.target_port
    error_message = "target_port must be a port between 1 and 65535."
  }
}

variable "health_check_path" {
  description = "Path that answers 200 while a task is well, whatever the Host header."
  type        = string
  default     = "/healthz"

  validation {
    condition     = can(regex("^/[A-Za-z0-9/_.-]*$", var.health_check_path))
    error_message = "health_check_path must be a path such as /healthz."
  }
}

variable "deregistration_delay" {
  description = "Seconds that requests in flight have to end when a task leaves; keep it below the container's stopTimeout."
  type        = number
  default     = 30

  validation {
    condition     = var.deregistration_delay >= 0 && var.deregistration_delay <= 3600
    error_message = "deregistration_delay must be between 0 and 3600 seconds."
  }
}

variable "idle_timeout" {
  description = "Seconds that a connection may be silent; the application must keep its connections open for longer."
  type        = number
  default     = 60

  validation {
    condition     = var.idle_timeout >= 1 && var.idle_timeout <= 4000
    error_message = "idle_timeout must be between 1 and 4000 seconds."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the load balancer."
  type        = bool
  default     = true
}

variable "access_log_bucket" {
  description = "Bucket that access logs go to, below AWSLogs/<account>/, its policy admitting the log delivery; null writes none."
  type        = string
  default     = null
}

variable "ingress_cidrs" {
  description = "IPv4 ranges that may connect; narrow them while a tenant is not public."
  type        = set(string)
  default     = ["0.0.0.0/0"]

  validation {
    condition     = length(var.ingress_cidrs) > 0 && alltrue([for range in var.ingress_cidrs : can(cidrnetmask(range))])
    error_message = "ingress_cidrs must be IPv4 ranges such as 203.0.113.0/24."
  }
}

variable "ssl_policy" {
  description = "Security policy of the HTTPS listener: TLS 1.2 and 1.3 with forward secrecy and authenticated ciphers only, post-quantum where the client can."
  type        = string
  default     = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"

  validation {
    condition     = can(regex("^ELBSecurityPolicy-TLS13-1-[23]-", var.ssl_policy)) && !can(regex("-Ext[0-9]", var.ssl_policy))
    error_message = "ssl_policy must be one of ELBSecurityPolicy-TLS13-1-2-… or -1-3-… without Ext: others admit TLS below 1.2 or ciphers without forward secrecy."
  }
}

variable "desync_mitigation_mode" {
  description = "What happens to requests that RFC 7230 does not allow: defensive forwards the harmless ones, strictest none."
  type        = string
  default     = "defensive"

  validation {
    condition     = contains(["defensive", "strictest"], var.desync_mitigation_mode)
    error_message = "desync_mitigation_mode must be defensive or strictest; monitor lets request smuggling through."
  }
}

variable "web_acl_arn" {
  description = "WAF web ACL of the region to put in front, known when planning; null puts none."
  type        = string
  default     = null

  validation {
    condition     = var.web_acl_arn == null ? true : can(regex("^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.+$", var.web_acl_arn))
    error_message = "web_acl_arn must be the ARN of a regional WAF web ACL, or null."
  }
}
