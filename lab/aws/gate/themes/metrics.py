"""CloudWatch: alarms by name, and `cloudwatch:namespace` for metrics.

"Using condition keys to limit access to CloudWatch namespaces" (CloudWatch User Guide): PutMetricData has no resource,
only the namespace; alarms and dashboards have ARNs.
"""

from typing import Any

from ..call import Call


def value(call: Call, name: str) -> str:
    """A parameter in any of CloudWatch's protocols that carry text."""
    return str(call.data.get(name) or call.parameter(name))


def resource(call: Call) -> str:
    """The alarm or dashboard; `*` for metrics."""
    alarm = value(call, "AlarmName") or call.parameter("AlarmNames.member.1")
    if alarm:
        return call.arn(f"alarm:{alarm}", "cloudwatch")
    dashboard = value(call, "DashboardName")
    if dashboard:
        return f"arn:aws:cloudwatch::{call.account}:dashboard/{dashboard}"
    return value(call, "ResourceARN") or "*"


def keys(call: Call) -> dict[str, Any]:
    """The namespace that a metric is written to."""
    namespace = value(call, "Namespace")
    return {"cloudwatch:namespace": namespace} if namespace and call.operation == "PutMetricData" else {}
