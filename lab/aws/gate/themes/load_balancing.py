"""Load balancers: the listener, rule or target group that a request names, and tagging by ARN.

"Actions, resources, and condition keys for AWS Elastic Load Balancing V2" (Service Authorization Reference).
"""

import re
from typing import Any

from ..call import Call

# What a request is about comes before what it refers to.
PARAMETERS = ("RuleArn", "ListenerArn", "TargetGroupArn", "LoadBalancerArn", "ResourceArn")
# Of a list the request names all in the same place.
LISTS = re.compile(
    r"(Rule|Listener|TargetGroup|LoadBalancer|Resource)Arns\.member\.\d+|RulePriorities\.member\.\d+\.RuleArn"
)


def listed(call: Call) -> list[str]:
    """Every ARN of the list that a request brings."""
    return [call.parameter(name) for name in call.params if LISTS.fullmatch(name)]


def resource(call: Call) -> str:
    """The first ARN in the order above; creations by the name that they give. Describing takes no resource."""
    if call.operation.startswith("Describe"):
        return "*"
    found = next((call.parameter(name) for name in PARAMETERS if call.parameter(name)), "")
    found = found or next(iter(listed(call)), "")
    if found:
        return found
    name = call.parameter("Name")
    if call.operation == "CreateLoadBalancer":
        kind = {"network": "net", "gateway": "gwy"}.get(call.parameter("Type"), "app")
        return call.arn(f"loadbalancer/{kind}/{name}/*")
    return call.arn(f"targetgroup/{name}/*") if call.operation == "CreateTargetGroup" else "*"


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The rest of a list: tags and priorities are set on each by itself."""
    return [] if call.operation.startswith("Describe") else [(call.action, one, {}) for one in listed(call)[1:]]
