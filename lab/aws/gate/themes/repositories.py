"""ECR: repositories by name, several at once, and by ARN where tags are concerned.

"Actions, resources, and condition keys for Amazon Elastic Container Registry" (Service Authorization Reference).
GetAuthorizationToken is about no repository.
"""

from typing import Any

from ..call import Call


def names(call: Call) -> list[str]:
    """Repositories that a request names; all of them where it names none but could."""
    listed = call.data.get("repositoryNames") or []
    one = call.data.get("repositoryName")
    found = [str(name) for name in ([one] if one else listed)]
    return found or (["*"] if call.operation == "DescribeRepositories" else [])


def resource(call: Call) -> str:
    """The first (mostly the only) repository."""
    if call.data.get("resourceArn"):
        return str(call.data["resourceArn"])
    found = names(call)
    return call.arn(f"repository/{found[0]}") if found else "*"


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The rest of a list."""
    return [(call.action, call.arn(f"repository/{name}"), {}) for name in names(call)[1:]]
