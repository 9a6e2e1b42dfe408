"""Whether a key's policy would keep its writer from ever changing it again ("Key policies in AWS KMS")."""

from ministack.core import iam_evaluator
from ministack.core.iam_evaluator import EvalContext

from .call import Call
from .principals import ROOT_ARN, principal_of
from .signature import authenticate


def locks_out(text: str, call: Call) -> bool:
    """No statement leaves kms:PutKeyPolicy to the account or to the caller."""
    holder = authenticate(call)
    caller = principal_of(holder).arn if holder is not None else ""
    return not any(allows(text, who, call) for who in (ROOT_ARN, caller) if who)


def allows(text: str, who: str, call: Call) -> bool:
    """Whether the policy alone lets somebody write it."""
    context = EvalContext(
        principal_arn=who,
        principal_type="Account",
        principal_account=call.account,
        action="kms:PutKeyPolicy",
        resource_arn=call.arn("key/new"),
        region=call.region,
        source_ip="127.0.0.1",
        secure_transport=True,
        service_context={"aws:tagkeys": None, "kms:calleraccount": call.account},
        principal_keys={},
    )
    return bool(iam_evaluator.evaluate_resource_policy(text, context).decision == "Allow")
