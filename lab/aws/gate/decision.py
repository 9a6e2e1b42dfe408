"""Whether a call is allowed, and which statement or condition decided."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ministack.core import iam_evaluator
from ministack.core.iam_evaluator import EvalContext, EvalResult, ParsedStatement

from .policies import Policy
from .principals import Principal
from .resource_policies import ResourcePolicy

# Plain http over loopback counts as secure transport: there is no network in between, and policies that deny
# `aws:SecureTransport = false` are written for one.
SECURE_TRANSPORT = True

_resolve = iam_evaluator._resolve_condition_key


def resolve_condition_key(key: str, context: EvalContext) -> Any:
    """`aws:PrincipalArn` of a session is its role's ARN ("AWS global condition context keys"), not the session's."""
    known = context.principal_keys.get("aws:principalarn")
    return known if known is not None and key.lower() == "aws:principalarn" else _resolve(key, context)


iam_evaluator._resolve_condition_key = resolve_condition_key


@dataclass(frozen=True)
class Check:
    """One question: may this principal do `action` on `resource`? `keys` are condition keys, lower case."""

    action: str
    resource: str
    region: str
    keys: dict[str, Any]


@dataclass(frozen=True)
class Decision:
    """`outcome`: allowed, explicit-deny or implicit-deny; `by` names the statement, or what was missing."""

    outcome: str
    by: str
    by_resource_policy: bool = False

    @property
    def allowed(self) -> bool:
        """Whether the call may go on."""
        return self.outcome == "allowed"


def decide(check: Check, principal: Principal, policy: ResourcePolicy | None) -> Decision:
    """Identity policies within their limits, together with the resource's own policy."""
    context = context_of(check, principal)
    if principal.is_root:
        return decide_for_root(context, policy)
    if principal.is_anonymous:
        return decide_for_anybody(context, policy)
    layers = [principal.policies, *principal.limits]
    parsed = [[list(one.statements) for one in layer] for layer in layers]
    result = iam_evaluator.evaluate(context, *parsed)
    identity = result
    if policy is not None:
        result = iam_evaluator.combine_resource_policy(
            result, context, policy.document, policy.owner, required=policy.required, limits=tuple(parsed[1:])
        )
    return explain(context, layers, (identity, result), policy)


def decide_for_root(context: EvalContext, policy: ResourcePolicy | None) -> Decision:
    """The owner needs no policy, but an explicit deny of a bucket's policy holds for them too."""
    result = iam_evaluator.evaluate_resource_policy(policy.document, context) if policy is not None else None
    if policy is not None and result is not None and result.decision == "Deny":
        return Decision("explicit-deny", found_in([policy.as_policy()], context, "Deny"), True)
    return Decision("allowed", "the account's owner")


def decide_for_anybody(context: EvalContext, policy: ResourcePolicy | None) -> Decision:
    """Nobody signed: only the resource's policy can allow. Access lists are not looked at."""
    result = iam_evaluator.evaluate_resource_policy(policy.document, context).decision if policy else "ImplicitDeny"
    if policy is None or result == "ImplicitDeny":
        return Decision("implicit-deny", f"no policy opens {context.resource_arn} to everybody", True)
    effect = "Deny" if result == "Deny" else "Allow"
    by = found_in([policy.as_policy()], context, effect)
    return Decision("allowed" if effect == "Allow" else "explicit-deny", by, True)


def context_of(check: Check, principal: Principal) -> EvalContext:
    """The evaluator's request context."""
    return EvalContext(
        principal_arn=principal.arn,
        principal_type=principal.type,
        principal_account=principal.account,
        action=check.action,
        resource_arn=check.resource,
        region=check.region,
        source_ip="127.0.0.1",
        secure_transport=SECURE_TRANSPORT,
        service_context={"aws:tagkeys": None, **check.keys},
        principal_keys=principal.keys,
    )


def explain(
    context: EvalContext,
    layers: list[tuple[Policy, ...]],
    results: tuple[EvalResult, EvalResult],
    policy: ResourcePolicy | None,
) -> Decision:
    """Put the evaluator's results into words."""
    identity, result = results
    own = [policy.as_policy()] if policy is not None else []
    everything = [one for layer in layers for one in layer]
    if result.decision == "Deny":
        by_resource = identity.decision != "Deny"
        return Decision("explicit-deny", found_in(own if by_resource else everything, context, "Deny"), by_resource)
    if result.decision == "Allow":
        by_identity = identity.decision == "Allow"
        return Decision("allowed", found_in(layers[0] if by_identity else own, context, "Allow"), not by_identity)
    if identity.decision == "Allow":
        return Decision("implicit-deny", f"the policy of {context.resource_arn} does not allow it", True)
    blocking = next((layer for layer in layers if not found_in(layer, context, "Allow")), ())
    return Decision("implicit-deny", nearest(blocking, context))


def found_in(policies: Iterable[Policy], context: EvalContext, effect: str) -> str:
    """The first statement of an effect that applies, by name and with its condition; '' without one."""
    for policy in policies:
        statement = iam_evaluator._first_match(context, list(policy.statements), effect)
        if statement is not None:
            return policy.name_of(statement) + condition_of(statement)
    return ""


def nearest(policies: tuple[Policy, ...], context: EvalContext) -> str:
    """Why nothing allows: a statement that would, but for its condition; else that there is none."""
    for policy in policies:
        for statement in policy.statements:
            if statement.effect == "Allow" and is_about(statement, context):
                return f"{policy.name_of(statement)} allows it only{condition_of(statement)}"
    names = ", ".join(policy.source for policy in policies) or "no policy at all"
    return f"no statement allows it in {names}"


def is_about(statement: ParsedStatement, context: EvalContext) -> bool:
    """Whether action and resource of a statement match, whatever its condition."""
    return iam_evaluator._action_matches(
        context.action, statement.actions, statement.not_actions
    ) and iam_evaluator._resource_matches(context.resource_arn, statement.resources, statement.not_resources)


def condition_of(statement: ParsedStatement) -> str:
    """A statement's condition in one line."""
    return f" when {json.dumps(statement.conditions, separators=(',', ':'))}" if statement.conditions else ""
