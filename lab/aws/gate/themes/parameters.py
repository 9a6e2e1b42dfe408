"""SSM parameters: by name, by path, several at once.

"Restricting access to Parameter Store parameters using IAM policies" (Systems Manager User Guide): a parameter's ARN is
`parameter` and its name with one slash between; GetParametersByPath is judged on the path, and a list of names needs
every one of them.
"""

from typing import Any

from ..call import Call


def arn(call: Call, name: str) -> str:
    """ARN of a parameter, without version or label."""
    if name.startswith("arn:"):
        return name
    return call.arn(f"parameter/{name.partition(':')[0].lstrip('/')}")


def names(call: Call) -> list[str]:
    """Everything that a request names."""
    listed = call.data.get("Names")
    if isinstance(listed, list):
        return [str(name) for name in listed]
    if call.data.get("ResourceType") not in (None, "Parameter"):
        return []
    one = call.data.get("Name") or call.data.get("Path") or call.data.get("ResourceId")
    return [str(one)] if one else []


def resource(call: Call) -> str:
    """The first (mostly the only) parameter."""
    found = names(call)
    return arn(call, found[0].rstrip("/") or "/") if found else "*"


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The rest of a list of names."""
    return [(call.action, arn(call, name), {}) for name in names(call)[1:]]
