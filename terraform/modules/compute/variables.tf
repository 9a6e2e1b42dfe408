variable "name" {
  description = "Name of the cluster and prefix of the rest, such as acme-stg-dedicated."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,27}$", var.name))
    error_message = "name must be 2 to 28 lower-case letters, digits and hyphens, so that <name>-api fits a load balancer's 32 characters."
  }
}

variable "region" {
  description = "Region of the cluster; the log driver and policies are built from it."
  type        = string
}

variable "account_id" {
  description = "Twelve digits of the AWS account; the tasks' roles trust this account only."
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

variable "subnet_ids" {
  description = "Private subnets that the tasks run in."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the tasks."
  type        = list(string)
}

variable "load_balancer" {
  description = "Target group that the tasks register in, its load balancer forwarding to it already; null keeps the service off any."
  type        = object({ target_group_arn = string })
  default     = null
}

variable "image" {
  description = "Image of the first revision, with a tag or a digest; later ones are written to image_parameter by rollouts."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9._/:-]*(:[A-Za-z0-9._-]{1,128}|@sha256:[a-f0-9]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must name a tag other than latest, or a digest, such as ghcr.io/acme/api:1.4.2."
  }
}

variable "image_parameter" {
  description = "Name of the SSM parameter that holds the image last rolled out with success, such as /caliber/acme/stg/api-image."
  type        = string

  validation {
    condition     = can(regex("^(/[A-Za-z0-9_.-]+)+$", var.image_parameter))
    error_message = "image_parameter must be a path such as /caliber/acme/stg/api-image."
  }
}

variable "cpu_architecture" {
  description = "Processor that the image was built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.cpu_architecture)
    error_message = "cpu_architecture must be X86_64 or ARM64, as ECS has it."
  }
}

variable "cpu" {
  description = "CPU units of a task; 1024 are one vCPU."
  type        = number
  default     = 512

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu must be 256, 512, 1024, 2048, 4096, 8192 or 16384, as Fargate has it."
  }
}

variable "memory" {
  description = "Memory of a task in MiB."
  type        = number
  default     = 1024

  validation {
    condition     = contains(lookup(local.fargate_memory, tostring(var.cpu), []), var.memory)
    error_message = "memory must be an amount that Fargate offers beside this cpu, such as 512, 1024 or 2048 beside cpu 256."
  }
}

variable "container_port" {
  description = "Port that the application listens on."
  type        = number
  default     = 8000

  validation {
    condition     = var.container_port > 1023 && var.container_port < 65536
    error_message = "container_port must be between 1024 and 65535: the container has no capability to open a lower one."
  }
}

variable "health_check_path" {
  description = "Path that answers 200 while the application is well."
  type        = string
  default     = "/healthz"

  validation {
    condition     = can(regex("^/[A-Za-z0-9/_.-]*$", var.health_check_path))
    error_message = "health_check_path must be a path such as /healthz."
  }
}

variable "environment" {
  description = "Plain settings of the container. What is secret belongs in secrets."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "environment must be named in capitals, digits and underscores, such as CALIBER_ENV."
  }

  validation {
    condition     = alltrue([for name in keys(var.environment) : !can(regex("PASSWORD|SECRET|TOKEN|PRIVATE|CREDENTIAL|(^|_)KEY$", name))])
    error_message = "environment must hold nothing secret: give a name such as DJANGO_SECRET_KEY in secrets, with the ARN that holds the value."
  }

  validation {
    condition     = alltrue([for value in values(var.environment) : !can(regex("://[^/@[:space:]]+:[^/@[:space:]]+@", value))])
    error_message = "environment must hold no URI with a password: put the whole URI into a secret and give its ARN in secrets."
  }
}

variable "secrets" {
  description = "Environment variable → ARN of the secret, or ARN:key:: for one key of its JSON, that is read when a task starts."
  type        = map(string)
  default     = {}
}

variable "kms_key_arn" {
  description = "Key that encrypts the secrets and the log group; null leaves both under the services' own keys."
  type        = string
  default     = null
}

variable "log_group" {
  description = "Name of the log group that the container writes to."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the container's logs are kept; one of the values CloudWatch Logs knows."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a retention that CloudWatch Logs knows, such as 14, 30, 90 or 365."
  }
}

variable "execute_command" {
  description = "Lets operators open a shell in a running task (ECS Exec); the root filesystem is then writable, as the agent needs it."
  type        = bool
  default     = false

  validation {
    condition     = !var.execute_command || var.kms_key_arn != null
    error_message = "execute_command needs kms_key_arn: what is typed in a session is logged, encrypted."
  }
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
