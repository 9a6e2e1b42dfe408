variable "account_id" {
  description = "Twelve digits of the one account that is bootstrapped; credentials of another are refused."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the twelve digits of an AWS account."
  }
}

variable "region" {
  description = "AWS region of the state bucket and of the stacks, such as us-east-1."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-gov)?-[a-z]+-[0-9]$", var.region)) && !startswith(var.region, "cn-")
    error_message = "region must be an AWS region outside China, such as us-east-1."
  }
}

variable "state_bucket" {
  description = "Name of the bucket that keeps every state of the account; unique in all of AWS."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.state_bucket))
    error_message = "state_bucket must be 3 to 63 lower-case letters, digits and hyphens; a dot breaks TLS."
  }
}

variable "name_prefix" {
  description = "First word of every role and policy of this stack; two bootstraps of one account need two."
  type        = string
  default     = "caliber"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.name_prefix))
    error_message = "name_prefix must be 2 to 21 lower-case letters, digits and hyphens."
  }
}

variable "oidc_provider_arn" {
  description = "ARN of the account's IAM provider for GitHub's tokens, when it has one: an account can have one an issuer. null makes it."
  type        = string
  default     = null

  validation {
    condition     = var.oidc_provider_arn == null ? true : can(regex(":iam::[0-9]{12}:oidc-provider/.+$", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be the ARN of an IAM OIDC provider, or null."
  }
}

variable "issuer" {
  description = "Issuer of the tokens, without https://; GitHub Enterprise Cloud may append the enterprise's slug."
  type        = string
  default     = "token.actions.githubusercontent.com"

  validation {
    condition     = can(regex("^[A-Za-z0-9.:-]+(/[A-Za-z0-9._-]+)*$", var.issuer))
    error_message = "issuer must be a host and path without https:// and without a slash at the end."
  }
}

variable "suite_repository" {
  description = "owner/name of the repository whose workflows callers use; job_workflow_ref begins with it."
  type        = string
  default     = "caliber/actions"

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.suite_repository))
    error_message = "suite_repository must be owner/name."
  }
}

variable "trusted_callers" {
  description = "Repositories whose jobs get roles: names with their ids, environments, and the commits of the suite they may pin; of which roles (null: plan, apply, deploy, seed; operate is for who looks after all tenants) and of which tenants, <client>/<env> (null: every one of its environments)."
  type = list(object({
    owner         = string
    owner_id      = string
    repository    = string
    repository_id = string
    environments  = list(string)
    suite_commits = list(string)
    roles         = optional(list(string))
    tenants       = optional(list(string))
  }))

  validation {
    condition = alltrue([for caller in var.trusted_callers :
      can(regex("^[A-Za-z0-9-]+$", caller.owner)) && can(regex("^[A-Za-z0-9._-]+$", caller.repository))
    ])
    error_message = "trusted_callers must name owner and repository as GitHub does, one in each field, without wildcards."
  }

  validation {
    condition = alltrue([for caller in var.trusted_callers :
      can(regex("^[1-9][0-9]*$", caller.owner_id)) && can(regex("^[1-9][0-9]*$", caller.repository_id))
    ])
    error_message = "trusted_callers must have owner_id and repository_id in digits: a name can change hands, an id cannot."
  }

  validation {
    condition = alltrue(flatten([for caller in var.trusted_callers : [
      for environment in caller.environments : can(regex("^[A-Za-z0-9._-]+$", environment))
    ]]))
    error_message = "trusted_callers must name environments in letters, digits, dots, hyphens and underscores, without wildcards."
  }

  validation {
    condition = alltrue(flatten([for caller in var.trusted_callers : [
      for commit in caller.suite_commits : can(regex("^[0-9a-f]{40}$", commit))
    ]]))
    error_message = "trusted_callers must give suite_commits as 40 hexadecimal digits: a tag or branch can be moved."
  }

  validation {
    condition     = length(distinct([for caller in var.trusted_callers : caller.repository_id])) == length(var.trusted_callers)
    error_message = "trusted_callers must name each repository once."
  }

  validation {
    condition = alltrue(flatten([for caller in var.trusted_callers : [
      for role in coalesce(caller.roles, []) : contains(["plan", "apply", "deploy", "seed", "operate"], role)
    ]]))
    error_message = "trusted_callers must give roles as plan, apply, deploy, seed or operate, or leave them out for the first four."
  }

  validation {
    condition     = alltrue([for caller in var.trusted_callers : caller.tenants == null || !contains(coalesce(caller.roles, []), "operate")])
    error_message = "trusted_callers must leave out tenants where roles has operate: who operates reaches every tenant of its environments."
  }

  validation {
    condition = alltrue(flatten([for caller in var.trusted_callers : [
      for tenant in coalesce(caller.tenants, []) : contains([for one in var.tenants : "${lower(one.client)}/${one.env}"], lower(tenant))
    ]]))
    error_message = "trusted_callers must give tenants as <client>/<env>, each of them one of 'tenants', or leave them out for all of its environments."
  }
}

variable "tenants" {
  description = "Tenants with roles of their own for deploying and seeding: client, env and plan as in the registry, the GitHub environment (null: caliber-<env>) and, once known, the CloudFront distribution."
  type = list(object({
    client          = string
    env             = string
    plan            = optional(string, "Dedicated")
    environment     = optional(string)
    distribution_id = optional(string)
  }))
  default = []

  validation {
    condition = alltrue([for tenant in var.tenants :
      can(regex("^[a-z][a-z0-9-]{1,12}$", lower(tenant.client))) && !can(regex("--|-$", tenant.client)) && contains(["dev", "stg", "prod"], tenant.env)
    ])
    error_message = "tenants must have a client of 2 to 13 letters, digits and single hyphens that begins with a letter and ends with no hyphen, and env dev, stg or prod."
  }

  validation {
    condition     = alltrue([for tenant in var.tenants : !can(regex("-(dev|stg|prod)-saas", lower(tenant.client)))])
    error_message = "tenants must not be called <something>-<env>-saas: names of theirs would be another tenant's."
  }

  validation {
    condition     = alltrue([for tenant in var.tenants : contains(lower(tenant.client) == "saasshared" ? ["SaaS"] : ["Dedicated", "SaaS"], tenant.plan)])
    error_message = "tenants must have plan Dedicated or SaaS, spelled so; SaaSShared has SaaS."
  }

  validation {
    condition     = length(setintersection([for tenant in var.tenants : lower(tenant.client)], ["bootstrap", "verify"])) == 0
    error_message = "tenants must not be called bootstrap or verify: states and names of the stacks called so would be theirs."
  }

  validation {
    condition     = alltrue([for tenant in var.tenants : tenant.distribution_id == null ? true : can(regex("^E[A-Z0-9]+$", tenant.distribution_id))])
    error_message = "tenants must give distribution_id as CloudFront does, such as E1A2B3C4D5E6F7, or leave it out."
  }

  validation {
    condition     = length(distinct([for tenant in var.tenants : "${lower(tenant.client)}-${tenant.env}"])) == length(var.tenants)
    error_message = "tenants must name each client and environment once."
  }
}

variable "operated_environments" {
  description = "Environments, of dev, stg and prod, with roles that reach every tenant of theirs: for the workflows of who operates, in the GitHub environment caliber-<env>-deploy."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for env in var.operated_environments : contains(["dev", "stg", "prod"], env)])
    error_message = "operated_environments must be dev, stg or prod."
  }
}
