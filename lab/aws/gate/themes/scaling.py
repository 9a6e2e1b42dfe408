"""Application Auto Scaling: a target's ARN is known only once it is registered.

"Actions, resources, and condition keys for AWS Application Auto Scaling" (Service Authorization Reference).
"""

from ..call import Call


def resource(call: Call) -> str:
    """The tagged target; any target for what changes one; `*` for describing."""
    if call.operation.startswith("Describe"):
        return "*"
    return str(call.data.get("ResourceARN") or call.arn("scalable-target/*"))
