"""CloudWatch Logs: streams and groups as Logs itself writes their ARNs.

"Actions, resources, and condition keys for Amazon CloudWatch Logs" (Service Authorization Reference): a stream is
`log-group:G:log-stream:S`. Calls on a group are checked on `log-group:G:log-stream:` (AWS's refusals say so), which is
why policies name a group with `:*` at its end; tagging takes the group's ARN as it is given.
"""

from ..call import Call
from . import deliveries


def resource(call: Call) -> str:
    """The stream or group of a request, or what logs are delivered by."""
    delivery = deliveries.resource(call)
    if delivery is not None:
        return delivery
    if call.data.get("resourceArn"):
        return str(call.data["resourceArn"]).removesuffix(":*")
    group = call.data.get("logGroupName") or call.data.get("logGroupIdentifier")
    if not group:
        return call.arn("log-group::log-stream:") if call.operation.startswith("Describe") else "*"
    name = str(group).partition(":log-group:")[2].removesuffix(":*") if str(group).startswith("arn:") else str(group)
    return call.arn(f"log-group:{name}:log-stream:{call.data.get('logStreamName') or ''}")
