"""Load balancers: the listener, rule or target group that a request names, and tagging by ARN.

"Actions, resources, and condition keys for AWS Elastic Load Balancing V2" (Service Authorization Reference).
"""

from ..call import Call

PARAMETERS = (
    "RuleArn",
    "RuleArns.member.1",
    "ListenerArn",
    "ListenerArns.member.1",
    "TargetGroupArn",
    "TargetGroupArns.member.1",
    "LoadBalancerArn",
    "LoadBalancerArns.member.1",
    "ResourceArns.member.1",
    "ResourceArn",
)


def resource(call: Call) -> str:
    """The first ARN in the order above; creations by the name that they give. Describing takes no resource."""
    if call.operation.startswith("Describe"):
        return "*"
    found = next((call.parameter(name) for name in PARAMETERS if call.parameter(name)), "")
    if found:
        return found
    name = call.parameter("Name")
    if call.operation == "CreateLoadBalancer":
        kind = {"network": "net", "gateway": "gwy"}.get(call.parameter("Type"), "app")
        return call.arn(f"loadbalancer/{kind}/{name}/*")
    return call.arn(f"targetgroup/{name}/*") if call.operation == "CreateTargetGroup" else "*"
