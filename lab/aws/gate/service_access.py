"""What AWS's own services may do with a bucket or a key, by the policy of that: some calls try it before they answer.

"AWS service principals" (IAM User Guide). A service has no identity policies, so the resource's policy must name it.
"""

import re
from typing import Any

from ministack.core import iam_evaluator
from ministack.core.iam_evaluator import EvalContext

from ..requests_seen import ACCOUNT_ID
from .resource_policies import policy_for

_ACCOUNTS = re.compile(r"arn:aws:iam::(\d{12}):root")


def service_may(service: str, action: str, resource: str, keys: dict[str, Any]) -> bool:
    """Whether `logs.us-east-1.amazonaws.com` and the like is allowed an action; `keys` are condition keys."""
    region = resource.split(":")[3] or "us-east-1"
    policy = policy_for(action.partition(":")[0], resource, region)
    if policy is None:
        return False
    text = str(policy.document)
    # Before service principals there were accounts of AWS (log delivery of load balancers): any stranger's counts.
    strangers = sorted({arn[0] for arn in _ACCOUNTS.finditer(text) if arn[1] != ACCOUNT_ID})
    return any(
        allows(policy.document, context_of(who, (action, resource, region), keys), service) for who in ["", *strangers]
    )


def context_of(who: str, asked: tuple[str, str, str], keys: dict[str, Any]) -> EvalContext:
    """The request context of a service on behalf of this account."""
    action, resource, region = asked
    sent = {"aws:sourceaccount": ACCOUNT_ID, **{name.lower(): value for name, value in keys.items()}}
    return EvalContext(
        principal_arn=who,
        principal_type="AWSService",
        principal_account="",
        action=action,
        resource_arn=resource,
        region=region,
        source_ip="127.0.0.1",
        secure_transport=True,
        service_context={"aws:tagkeys": None, "s3:tlsversion": "1.3", **sent},
        principal_keys={"aws:principalisawsservice": "true", "aws:principalservicename": None},
    )


def allows(document: Any, context: EvalContext, service: str) -> bool:
    """The evaluator's word on it."""
    return bool(iam_evaluator.evaluate_resource_policy(document, context, service=service).decision == "Allow")
