variable "stack_regions" {
  description = "Regions of the stacks; null: the state bucket's. With several, the permissions' ARNs name any region."
  type        = list(string)
  default     = null

  validation {
    condition     = var.stack_regions == null ? true : length(var.stack_regions) > 0 && alltrue([for region in var.stack_regions : can(regex("^[a-z]{2}(-gov)?-[a-z]+-[0-9]$", region))])
    error_message = "stack_regions must be AWS regions such as us-east-1, or null."
  }
}

variable "hosted_zone_ids" {
  description = "Route 53 zones in which the apply role may write A, AAAA and CNAME records; others it cannot even read."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for id in var.hosted_zone_ids : can(regex("^Z[A-Z0-9]+$", id))])
    error_message = "hosted_zone_ids must be ids of hosted zones, such as Z0123456789ABC."
  }
}

variable "image_repository" {
  description = "ECR repository of the API's images, in this account and region, that the deploy roles push to."
  type        = string
  default     = "caliber/api"

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9._/-]{1,255}$", var.image_repository))
    error_message = "image_repository must be the name of an ECR repository, without registry and tag."
  }
}

variable "additional_plan_policy_arns" {
  description = "Policies that let the plan role read what your own stacks hold; its boundary holds for them too."
  type        = set(string)
  default     = []
}

variable "additional_plan_services" {
  description = "Prefixes of further services, such as lambda, of which the plan role's boundary lets it describe, get and list what those policies allow."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.additional_plan_services : can(regex("^[a-z][a-z0-9-]+$", service)) && service != "sts"])
    error_message = "additional_plan_services must be prefixes of IAM actions, such as lambda, and not sts, which hands out credentials."
  }
}

variable "additional_plan_objects" {
  description = "ARNs of objects, such as arn:aws:s3:::shop-settings/*, that a plan of your own stacks reads besides states."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.additional_plan_objects : can(regex("^arn:[a-z-]+:s3:::[a-z0-9.-]+/.+$", arn))])
    error_message = "additional_plan_objects must be ARNs of objects within one bucket each, without wildcards in the bucket's name."
  }
}

variable "additional_apply_policy_arns" {
  description = "Policies that let the apply role write what your own stacks hold; its boundary holds for them too."
  type        = set(string)
  default     = []
}

variable "workload_actions" {
  description = "Further actions, such as s3:GetObject, that roles made by stacks may be given; the workload boundary holds everything else back."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for action in var.workload_actions : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action)) && !can(regex("^(iam|organizations|sts|account):", action))])
    error_message = "workload_actions must be whole actions such as s3:GetObject, none of iam, sts, organizations or account."
  }
}

variable "trust_policy_quota" {
  description = "Characters that IAM allows a trust policy: 2048, or what the account's quota was raised to (4096 at most)."
  type        = number
  default     = 2048

  validation {
    condition     = var.trust_policy_quota >= 2048 && var.trust_policy_quota <= 4096
    error_message = "trust_policy_quota must be between 2048 and 4096, as IAM has it."
  }
}

variable "break_glass_arns" {
  description = "ARNs of roles or users that alone may delete versions of states; empty: nobody may."
  type        = set(string)
  default     = []
}

variable "noncurrent_version_days" {
  description = "Days that an overwritten state can be brought back."
  type        = number
  default     = 90

  validation {
    condition     = var.noncurrent_version_days >= 90
    error_message = "noncurrent_version_days must be 90 or more."
  }
}

variable "state_prefixes" {
  description = "First parts of the keys of states that plans read and applies write; bootstrap is not for them."
  type        = list(string)
  default     = ["caliber"]

  validation {
    condition     = alltrue([for prefix in var.state_prefixes : can(regex("^[a-z][a-z0-9-]*$", prefix)) && prefix != "bootstrap"])
    error_message = "state_prefixes must be words such as caliber, and not bootstrap."
  }
}
