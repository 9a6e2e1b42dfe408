"""Tags that a request sets: `aws:RequestTag/<key>` and `aws:TagKeys`.

"Controlling access to AWS resources using tags" (IAM User Guide). The classifier reads them from every service's
request; EC2 and Logs have forms of their own.
"""

from typing import Any

from ministack.core import iam_actions

from ..call import Call


def requested(call: Call) -> dict[str, Any]:
    """What the request would tag its resources with."""
    if call.service == "ec2":  # network.py reads EC2's TagSpecification
        return {}
    if call.service == "logs":
        sent = call.data.get("tags")
        if isinstance(sent, dict):
            return {**{f"aws:RequestTag/{name}": value for name, value in sent.items()}, "aws:TagKeys": list(sent)}
        names = sent if isinstance(sent, list) else call.data.get("tagKeys")
        return {"aws:TagKeys": names} if isinstance(names, list) else {}
    return iam_actions.request_tag_context(call.service, call.action, call.body, call.params)
