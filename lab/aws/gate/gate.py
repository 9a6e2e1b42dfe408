"""The gate itself: classify, authenticate, authorize; the journal is told what decided."""

from dataclasses import dataclass, field
from typing import Any

from ministack.core import iam_actions

from ..answers import Answer
from ..fail_fast import Unsupported
from . import denial, themes, trust
from .call import Call
from .decision import Check, Decision, decide
from .principals import Principal, principal_of
from .resource_policies import policy_for
from .signature import Unauthentic, authenticate

ANONYMOUS = Principal("anonymous", "Anonymous")
# "Some calls need no permissions" (IAM User Guide, policy evaluation): whoever is known may ask who they are.
ALWAYS = ("sts:GetCallerIdentity",)
# Unsigned by design: a token in the request says who asks, and the role's trust policy decides.
BY_TOKEN = ("sts:AssumeRoleWithWebIdentity",)
# Nobody here can say whether these hold, and what moto would give out belongs to nobody.
UNKNOWN = ("sts:AssumeRoleWithSAML", "sts:GetFederationToken", "sts:GetSessionToken")


@dataclass(frozen=True)
class Verdict:
    """What the journal keeps of a judgement; `refusal` is the answer when the call may not go on.

    `left_out` are the parts of a batch that the caller may not touch, by ARN, with AWS's sentence on each.
    """

    principal: str
    action: str
    resource: str
    decision: str
    decided_by: str
    refusal: Answer | None = None
    permissions: tuple[dict[str, str], ...] = ()
    left_out: dict[str, str] = field(default_factory=dict)


class Gate:
    """Judges calls. It holds no state: users, roles and policies are moto's, so forks and resets are one with it."""

    def judge(self, call: Call) -> Verdict:
        """The verdict on one request; Unsupported for a call or a policy that cannot be judged."""
        if call.action in UNKNOWN:
            raise Unsupported(f"{call.action} is not among what the lab knows")
        try:
            holder = authenticate(call)
        except Unauthentic as error:
            reason = f"{error.args[0]}: {error.args[1]}"
            return Verdict("unknown", call.action, "", "unauthentic", reason, denial.unauthentic(call, error))
        if holder is None:
            return self._anonymous(call)
        principal = principal_of(holder)
        if call.action in ALWAYS:
            return Verdict(principal.arn, call.action, "*", "allowed", "needs no permission")
        return self._authorize(call, principal)

    def _anonymous(self, call: Call) -> Verdict:
        if call.action in BY_TOKEN:
            role = call.parameter("RoleArn")
            return Verdict(ANONYMOUS.arn, call.action, role, "allowed", f"left to the trust policy of {role}")
        if call.service == "s3":
            return self._authorize(call, ANONYMOUS)
        error = Unauthentic("MissingAuthenticationToken", "Request is missing Authentication Token")
        refusal = denial.unauthentic(call, error)
        return Verdict(ANONYMOUS.arn, call.action, "", "unauthentic", error.args[1], refusal)

    def _authorize(self, call: Call, principal: Principal) -> Verdict:
        answers, left_out = [], {}
        for check in checks_of(call, principal):
            decision = answer(call, check, principal)
            answers.append((check, decision))
            if decision.allowed:
                continue
            if not themes.is_part(call, check.action):
                refusal = denial.denied(call, principal.arn, (check, decision))
                return verdict(principal, call, answers[-1:], refusal=refusal)
            left_out[check.resource] = denial.message_of(principal.arn, check, decision)
        return verdict(principal, call, answers, left_out=left_out)


def verdict(principal: Principal, call: Call, answers: list[tuple[Check, Decision]], **outcome: Any) -> Verdict:
    """The first question and what decided, with every further permission that was asked for."""
    check, decision = answers[0]
    more = [f"{other.action} on {other.resource}: {why.by}" for other, why in answers[1:]]
    by = "; ".join([decision.by, *more])
    if check.action != call.action:
        by = f"{check.action} on {check.resource}: {by}"
    asked = tuple({"iamAction": one.action, "resource": one.resource, "decision": it.outcome} for one, it in answers)
    said = (principal.arn, call.action, check.resource, decision.outcome, by)
    return Verdict(*said, permissions=asked, **outcome)


def checks_of(call: Call, principal: Principal) -> list[Check]:
    """Everything that must be allowed for this call; condition keys are read only where a policy can ask for them."""
    resource = themes.resource_of(call)
    keys = {} if principal.is_root and call.service != "s3" else themes.keys_of(call)
    if principal.is_root and not themes.is_part(call, call.action):
        return [Check(call.action, resource, call.region, keys)]
    asked = [(call.action, resource, {}), *themes.further_of(call, resource)]
    checks = [
        Check(action, about, call.region, {**keys, **themes.tags_of(about, call.region), **more})
        for action, about, more in asked
    ]
    return [*checks, *(trust.tagging(checks[0], call) if call.action == "sts:AssumeRole" else [])]


def answer(call: Call, check: Check, principal: Principal) -> Decision:
    """One question, with the policy of the resource it is about."""
    if check.action in ("sts:AssumeRole", "sts:TagSession"):
        return decide(trust.with_keys(check, call), principal, trust.policy_of(check.resource))
    service = check.action.partition(":")[0]
    if principal.is_root and (service != "s3" or check.action.endswith("BucketPolicy")):
        return decide(check, principal, None)  # only buckets bind the owner, who can always change their policies
    return decide(check, principal, policy_for(service, check.resource, call.region))


def warm_up(services: tuple[str, ...]) -> None:
    """Read the routes of REST services before the first fork."""
    for service in services:
        iam_actions._get_routes_for_service(service)
