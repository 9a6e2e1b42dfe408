"""IAM: roles, users and policies with their paths, and the keys that keep delegated administrators within bounds.

"Actions, resources, and condition keys for AWS Identity and Access Management" (Service Authorization Reference) and
"Permissions boundaries for IAM entities": `iam:PermissionsBoundary` is what the request sets, and for a request that
changes a role or user it is the boundary which that has already.
"""

from typing import Any

from moto.iam.models import iam_backends

from ...patching import extras
from ..call import Call

# Request parameter → type in the ARN.
NAMES = (
    ("InstanceProfileName", "instance-profile"),
    ("RoleName", "role"),
    ("UserName", "user"),
    ("GroupName", "group"),
)
ARNS = ("PolicyArn", "OpenIDConnectProviderArn", "SAMLProviderArn", "RoleArn")


def backend(call: Call) -> Any:
    """moto's IAM."""
    return iam_backends[call.account]["aws"]


def existing(call: Call, kind: str, name: str) -> Any | None:
    """The role, user or group of that name."""
    iam = backend(call)
    if kind == "role":
        return next((role for role in list(iam.roles.values()) if role.name == name), None)
    return {"user": iam.users, "group": iam.groups, "instance-profile": iam.instance_profiles}[kind].get(name)


def resource(call: Call) -> str:
    """What the request names, with its path."""
    for parameter, kind in NAMES:
        name = call.parameter(parameter)
        if name:
            found = existing(call, kind, name)
            path = getattr(found, "path", None) or call.parameter("Path") or "/"
            return f"arn:aws:iam::{call.account}:{kind}{path}{name}"
    for parameter in ARNS:
        if call.parameter(parameter):
            return call.parameter(parameter)
    return created(call)


def created(call: Call) -> str:
    """Policies and providers are judged by the name that they are given."""
    if call.operation == "CreatePolicy":
        return f"arn:aws:iam::{call.account}:policy{call.parameter('Path') or '/'}{call.parameter('PolicyName')}"
    if call.operation == "CreateOpenIDConnectProvider":
        host = call.parameter("Url").split("://")[-1].rstrip("/")
        return f"arn:aws:iam::{call.account}:oidc-provider/{host}"
    if call.operation == "CreateServiceLinkedRole":
        return f"arn:aws:iam::{call.account}:role/aws-service-role/{call.parameter('AWSServiceName')}/*"
    return "*"


def keys(call: Call) -> dict[str, Any]:
    """Boundary, policy and service of the request."""
    found: dict[str, Any] = {}
    boundary = call.parameter("PermissionsBoundary") or present_boundary(call)
    if boundary:
        found["iam:PermissionsBoundary"] = boundary
    if call.parameter("PolicyArn"):
        found["iam:PolicyARN"] = call.parameter("PolicyArn")
    if call.parameter("AWSServiceName"):
        found["iam:AWSServiceName"] = call.parameter("AWSServiceName")
    return found


def present_boundary(call: Call) -> str | None:
    """The boundary of the role or user whose policies a request changes."""
    if call.operation.startswith("Create"):
        return None
    role = existing(call, "role", call.parameter("RoleName")) if call.parameter("RoleName") else None
    if role is not None:
        return role.permissions_boundary_arn or None
    return extras(backend(call), "user_boundaries").get(call.parameter("UserName"))
