variable "name" {
  description = "Prefix of every name, such as acme-stg-dedicated."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "name must be 2 to 31 lower-case letters, digits and hyphens, and start with a letter."
  }
}

variable "bucket" {
  description = "Name of the bucket that holds the build, such as acme-stg-dedicated-frontend-123456789012."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "bucket must be 3 to 63 lower-case letters, digits and hyphens; a dot would break TLS to the bucket."
  }
}

variable "host" {
  description = "Host of the frontend, such as www.acme-stg.hicaliber.net; no other distribution of AWS may claim it."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.host))
    error_message = "host must be a full host name in lower case, such as www.acme-stg.hicaliber.net."
  }
}

variable "certificate_arn" {
  description = "Certificate that covers the host, issued, in us-east-1."
  type        = string

  validation {
    condition     = can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/.+$", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate in us-east-1, the only region that CloudFront looks in."
  }
}

variable "api_host" {
  description = "Host of the API, which the content security policy lets pages call; null lets them call their own host only."
  type        = string
  default     = null

  validation {
    condition     = var.api_host == null ? true : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.api_host))
    error_message = "api_host must be a full host name in lower case, such as acme-stg.hicaliber.net, or null."
  }
}

variable "content_security_policy" {
  description = "Content-Security-Policy of every answer; null takes the module's: the page's own host, the API, nothing inline but styles."
  type        = string
  default     = null

  validation {
    condition     = var.content_security_policy == null ? true : length(trimspace(var.content_security_policy)) > 0 && length(split("\n", var.content_security_policy)) == 1
    error_message = "content_security_policy must be one line of directives, or null for the module's own."
  }
}

variable "price_class" {
  description = "Where CloudFront answers from: PriceClass_100 (North America, Europe, Israel), PriceClass_200, PriceClass_All."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "access_log_bucket" {
  description = "Bucket that CloudFront's access logs go to, below AWSLogs/<account>/, its policy admitting the log delivery; null writes none. Known when planning."
  type        = string
  default     = null
}

variable "noncurrent_version_days" {
  description = "Days that replaced and deleted files can be brought back."
  type        = number
  default     = 90

  validation {
    condition     = var.noncurrent_version_days >= 1 && floor(var.noncurrent_version_days) == var.noncurrent_version_days
    error_message = "noncurrent_version_days must be a whole number of days, at least 1."
  }
}

variable "force_destroy" {
  description = "Whether destroying the stack deletes the files too; otherwise a bucket that holds any stays."
  type        = bool
  default     = false
}

variable "web_acl_arn" {
  description = "WAF web ACL of CloudFront (scope CLOUDFRONT, us-east-1) to put in front; null puts none."
  type        = string
  default     = null

  validation {
    condition     = var.web_acl_arn == null ? true : can(regex("^arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/.+$", var.web_acl_arn))
    error_message = "web_acl_arn must be the ARN of a global WAF web ACL in us-east-1, or null."
  }
}
