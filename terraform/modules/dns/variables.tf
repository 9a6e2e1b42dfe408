variable "zone_id" {
  description = "Hosted zone that the hosts are in, such as that of hicaliber.net; it exists already."
  type        = string

  validation {
    condition     = can(regex("^Z[A-Z0-9]{1,31}$", var.zone_id))
    error_message = "zone_id must be the id of a hosted zone, such as Z0123456789ABCDEFGHIJ, without /hostedzone/."
  }
}

variable "api_host" {
  description = "Host of the API, such as acme-stg.hicaliber.net."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.api_host))
    error_message = "api_host must be a full host name in lower case, such as acme-stg.hicaliber.net."
  }

  validation {
    condition     = length(var.api_host) <= 64
    error_message = "api_host must have at most 64 characters: ACM issues no certificate for a longer name."
  }
}

variable "api_certificate" {
  description = "Whether to make the API's certificate; false where the load balancer has one that covers the host."
  type        = bool
  default     = true
}

variable "api_certificate_domain" {
  description = "What the API's certificate is for, such as *.hicaliber.net where a load balancer serves many hosts; null takes api_host."
  type        = string
  default     = null

  validation {
    condition     = var.api_certificate_domain == null ? true : can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.api_certificate_domain)) && length(var.api_certificate_domain) <= 64
    error_message = "api_certificate_domain must be a host name in lower case of at most 64 characters, whose first label may be an asterisk."
  }
}

variable "frontend_host" {
  description = "Host of the frontend, such as www.acme-stg.hicaliber.net; null makes neither its certificate nor its record."
  type        = string
  default     = null

  validation {
    condition     = var.frontend_host == null ? true : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.frontend_host))
    error_message = "frontend_host must be a full host name in lower case, such as www.acme-stg.hicaliber.net, or null."
  }

  validation {
    condition     = var.frontend_host == null ? true : length(var.frontend_host) <= 64
    error_message = "frontend_host must have at most 64 characters: ACM issues no certificate for a longer name."
  }

  validation {
    condition     = var.frontend_host == null ? true : var.frontend_host != var.api_host
    error_message = "frontend_host must not be api_host: one record cannot point to both."
  }
}

variable "api_alias" {
  description = "Where the API's record points: name and hosted zone of a load balancer."
  type        = object({ name = string, zone_id = string })
}

variable "frontend_alias" {
  description = "Where the frontend's record points: name and hosted zone of a distribution; given exactly when frontend_host is."
  type        = object({ name = string, zone_id = string })
  default     = null

  validation {
    condition     = (var.frontend_alias == null) == (var.frontend_host == null)
    error_message = "frontend_alias must be given with frontend_host, and left null without it."
  }
}
