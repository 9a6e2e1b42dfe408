# Who gets a role. Exact values only: StringEquals, no wildcard, and never ForAllValues, which is true of an absent claim.
locals {
  # The workflows of the suite whose jobs take a role. A job of any other file gets none of them.
  workflows = {
    plan   = ["terraform-plan.yml", "doctor.yml", "verify-in-your-account.yml"]
    apply  = ["terraform-apply.yml"]
    deploy = ["build-image.yml", "deploy-api.yml", "deploy-frontend.yml"]
    seed   = ["reseed.yml"]
  }

  # And those of who operates: the first three for every tenant of an environment, the next two for all of them. The apply has
  # Terraform forget a lost database, so that it can take over the restored one.
  operators_workflows = {
    deploy   = ["deploy-api.yml", "deploy-frontend.yml", "scale.yml"]
    seed     = ["reseed.yml"]
    restore  = ["decommission-tenant.yml", "restore-database.yml"]
    registry = ["decommission-tenant.yml", "onboard-tenant.yml"]
    inspect  = ["decommission-tenant.yml", "orphans.yml"]
    apply    = concat(local.workflows.apply, ["restore-database.yml"])
  }

  # Callers pin commits. Only the suite's own repository runs its workflows from its branch.
  callers = [for caller in var.trusted_callers : merge(caller, {
    roles    = caller.roles == null ? keys(local.workflows) : caller.roles
    operates = caller.roles == null ? false : contains(caller.roles, "operate")
    tenants  = caller.tenants == null ? keys(local.tenants) : [for tenant in caller.tenants : replace(lower(tenant), "/", "-")]
    # GitHub writes names alone, or names with ids in repositories made, renamed or transferred since 15 July 2026.
    subjects = [
      "repo:${caller.owner}/${caller.repository}",
      "repo:${caller.owner}@${caller.owner_id}/${caller.repository}@${caller.repository_id}",
    ]
    pins = concat(
      caller.suite_commits,
      "${caller.owner}/${caller.repository}" == var.suite_repository ? ["refs/heads/main"] : [],
    )
  })]

  # Conditions that every statement of a caller has.
  always = { for caller in local.callers : caller.repository_id => {
    "${var.issuer}:aud"           = local.audience
    "${var.issuer}:repository_id" = caller.repository_id
  } }
  on_main = { "${var.issuer}:ref" = "refs/heads/main" }

  # job_workflow_ref of a role's workflows, at each commit that a caller may pin.
  pinned = { for name, files in merge(local.workflows, { for role, files in local.operators_workflows : "operators-${role}" => files }) : name => {
    for caller in local.callers : caller.repository_id => {
      "${var.issuer}:job_workflow_ref" = flatten([for pin in caller.pins : [
        for file in files : "${var.suite_repository}/.github/workflows/${file}@${pin}"
      ]])
    }
  } }

  # A pull request's workflow file is the pull request's own, and its ref is a merge: neither can be named.
  plan_conditions = flatten([for caller in local.callers : concat(
    [merge(local.always[caller.repository_id], {
      "${var.issuer}:sub" = [for subject in caller.subjects : "${subject}:pull_request"]
    })],
    [for condition in [local.main_conditions[caller.repository_id]] : merge(condition, local.pinned.plan[caller.repository_id]) if length(caller.pins) > 0],
  ) if contains(caller.roles, "plan")])

  # Jobs of main without an environment.
  main_conditions = { for caller in local.callers : caller.repository_id => merge(local.always[caller.repository_id], local.on_main, {
    "${var.issuer}:sub" = [for subject in caller.subjects : "${subject}:ref:refs/heads/main"]
  }) }
  operators_conditions = { for role in keys(local.registry_roles) : role => [for caller in local.callers :
    merge(local.main_conditions[caller.repository_id], local.pinned["operators-${role}"][caller.repository_id]) if caller.operates && length(caller.pins) > 0
  ] }

  # role → caller and environments whose jobs take it. Nobody need review a deployment in an environment that ends in
  # -deploy, so no apply comes from there; and it is trusted where a caller lists it, like any other.
  environments = merge(
    { apply = [for caller in local.callers : {
      caller    = caller
      workflows = caller.operates ? "operators-apply" : "apply"
      names     = [for name in caller.environments : name if contains(caller.roles, "apply") && !endswith(name, "-deploy")]
    }] },
    merge([for role in ["deploy", "seed"] : {
      for key, tenant in local.tenants : "${role}-${key}" => [for caller in local.callers : {
        caller    = caller
        workflows = role
        names = [for name in [tenant.environment, "${tenant.environment}-deploy"] : name if alltrue([
          contains(caller.roles, role), contains(caller.tenants, key), contains(caller.environments, name),
        ])]
      }]
    }]...),
    merge([for role in ["deploy", "restore", "seed"] : {
      for env, reach in local.operated : "${role}-${env}" => [for caller in local.callers : {
        caller    = caller
        workflows = "operators-${role}"
        names     = [for name in ["${reach.environment}-deploy"] : name if caller.operates && contains(caller.environments, name)]
      }]
    }]...),
  )

  environment_conditions = { for role, trusted in local.environments : role => [
    for one in trusted : merge(
      local.always[one.caller.repository_id], local.on_main, local.pinned[one.workflows][one.caller.repository_id],
      {
        "${var.issuer}:environment" = one.names
        "${var.issuer}:sub" = flatten([for subject in one.caller.subjects : [
          for name in one.names : "${subject}:environment:${name}"
        ]])
      },
    ) if length(one.names) > 0 && length(one.caller.pins) > 0
  ] }

  # A role that nobody may take must still have a trust policy: one that denies.
  nobody = [{ Sid = "Nobody", Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }]

  trust = { for role, conditions in merge({ plan = local.plan_conditions }, local.operators_conditions, local.environment_conditions) : role => jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [for condition in conditions : {
        Effect    = "Allow"
        Principal = { Federated = local.oidc_provider_arn }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = { StringEquals = condition }
      }],
      [for statement in local.nobody : statement if length(conditions) == 0],
    )
  }) }

  trust_too_long = "is longer than IAM's ${var.trust_policy_quota} characters. Take commits out of suite_commits that no caller pins any more, or have the quota 'Role trust policy length' raised and set trust_policy_quota."
}
