variable "env" {
  description = "Environment whose names are used: dev, stg or prod. The client's name is verify, which no tenant has."
  type        = string
  default     = "stg"

  validation {
    condition     = contains(["dev", "stg", "prod"], var.env)
    error_message = "env must be dev, stg or prod."
  }
}

variable "account_id" {
  description = "Twelve digits of the account, for the boundary's ARN; null takes the account of the credentials."
  type        = string
  default     = null

  validation {
    condition     = var.account_id == null ? true : can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the twelve digits of an AWS account, or null for the account of the credentials."
  }
}

variable "partition" {
  description = "AWS partition: aws, or aws-us-gov."
  type        = string
  default     = "aws"

  validation {
    condition     = contains(["aws", "aws-us-gov"], var.partition)
    error_message = "partition must be aws or aws-us-gov."
  }
}

variable "permissions_boundary" {
  description = "Name of the policy that bounds every role of a stack; the bootstrap stack makes it."
  type        = string
  default     = "caliber-workload-boundary"
}
