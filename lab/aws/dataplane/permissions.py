"""What AWS's services may do on somebody's behalf: roles that they assume, and policies that name them.

The gate's own evaluator decides; these calls are AWS's, so they are in no journal.
"""

from dataclasses import dataclass, replace
from typing import Any

from ministack.core import iam_evaluator
from moto.iam.models import iam_backends

from ..gate import denial, themes
from ..gate.decision import SECURE_TRANSPORT, Check, Decision, decide
from ..gate.principals import Principal, of_session
from ..gate.resource_policies import ResourcePolicy, policy_for
from ..gate.trust import policy_of
from ..requests_seen import ACCOUNT_ID


@dataclass(frozen=True)
class Session:
    """A role that a service has assumed, as the gate looks at sessions."""

    arn: str
    role_arn: str
    user_id: str
    policy: str | None = None


def assume(role_arn: str, name: str) -> Principal:
    """The principal that a role's session is."""
    role = role_arn.rpartition("/")[2]
    arn = f"arn:aws:sts::{ACCOUNT_ID}:assumed-role/{role}/{name}"
    return of_session(Session(arn, role_arn, f"AROALAB:{name}"), iam_backends[ACCOUNT_ID]["aws"])


def refusal(principal: Principal, check: Check) -> str | None:
    """AWS's sentence about a call that a principal may not make; None when it may."""
    check = replace(check, keys={**themes.tags_of(check.resource, check.region), **check.keys})
    decision = decide(check, principal, policy_for(check.action.partition(":")[0], check.resource, check.region))
    if decision.allowed:
        return None
    sentence = denial.message_of(principal.arn, check, decision)
    asked = f"perform: {check.action}"
    return sentence.replace(asked, f"{asked} on resource: *") if check.resource == "*" else sentence


def trusts(role_arn: str, service: str, keys: dict[str, Any]) -> bool:
    """Whether a role lets a service assume it."""
    return allows(policy_of(role_arn), service, Check("sts:AssumeRole", role_arn, "", keys)).allowed


def allows(policy: ResourcePolicy | None, service: str, check: Check) -> Decision:
    """What a resource's policy says to a service."""
    if policy is None:
        return Decision("implicit-deny", f"{check.resource} has no policy", True)
    context = iam_evaluator.EvalContext(
        principal_arn=service,
        principal_type="Service",
        principal_account="",
        action=check.action,
        resource_arn=check.resource,
        region=check.region,
        source_ip="127.0.0.1",
        secure_transport=SECURE_TRANSPORT,
        service_context={name.lower(): value for name, value in check.keys.items()},
        principal_keys={},
    )
    policy.as_policy()
    result = iam_evaluator.evaluate_resource_policy(policy.document, context, service=service).decision
    outcome = {"Allow": "allowed", "Deny": "explicit-deny"}.get(result, "implicit-deny")
    return Decision(outcome, policy.name, True)
