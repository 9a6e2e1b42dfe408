"""CloudWatch: alarms by name, and `cloudwatch:namespace` for metrics.

"Using condition keys to limit access to CloudWatch namespaces" (CloudWatch User Guide): PutMetricData has no resource,
only the namespace; alarms and dashboards have ARNs.
"""

from typing import Any

from ..call import Call


def value(call: Call, name: str) -> str:
    """A parameter in any of CloudWatch's protocols that carry text."""
    return str(call.data.get(name) or call.parameter(name))


def named_alarms(call: Call) -> list[str]:
    """ARNs of the alarms that a request names; describing without a name asks for all of them."""
    one = value(call, "AlarmName")
    listed = call.data.get("AlarmNames") or [
        values[0] for name, values in call.params.items() if name.startswith("AlarmNames.member.")
    ]
    names = [one] if one else listed
    if not names and call.operation == "DescribeAlarms":
        names = ["*"]
    return [call.arn(f"alarm:{name}", "cloudwatch") for name in names]


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The rest of a list of alarms."""
    return [(call.action, alarm, {}) for alarm in named_alarms(call)[1:]]


def resource(call: Call) -> str:
    """The alarm or dashboard; `*` for metrics."""
    alarms = named_alarms(call)
    if alarms:
        return alarms[0]
    dashboard = value(call, "DashboardName")
    if dashboard:
        return f"arn:aws:cloudwatch::{call.account}:dashboard/{dashboard}"
    return value(call, "ResourceARN") or "*"


def keys(call: Call) -> dict[str, Any]:
    """The namespace that a metric is written to."""
    namespace = value(call, "Namespace")
    return {"cloudwatch:namespace": namespace} if namespace and call.operation == "PutMetricData" else {}
