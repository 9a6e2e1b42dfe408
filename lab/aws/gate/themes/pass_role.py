"""iam:PassRole: who gives a role to a service must be allowed to pass it there.

"Grant a user permissions to pass a role to an AWS service" (IAM User Guide): `iam:PassedToService` is the principal
that will use the role, `iam:AssociatedResourceArn` the resource it goes with. It is a permission, not a call: it is
asked wherever a request carries a role's ARN, and for the roles of a task definition that is about to run.
"""

import re
from collections.abc import Iterator
from typing import Any

from moto.iam.models import iam_backends

from ..call import Call
from . import containers

SERVICES = {
    "apigateway": "apigateway",
    "backup": "backup",
    "cloudtrail": "cloudtrail",
    "codebuild": "codebuild",
    "ec2": "ec2",
    "ecs": "ecs-tasks",
    "events": "events",
    "firehose": "firehose",
    "lambda": "lambda",
    "logs": "logs",
    "pipes": "pipes",
    "rds": "monitoring.rds",
    "s3": "s3",
    "scheduler": "scheduler",
    "states": "states",
    "synthetics": "lambda",
}
# One service may hand roles on to several principals.
OPERATIONS = {"CreateFlowLogs": "vpc-flow-logs", "CreateDBProxy": "rds", "AddRoleToInstanceProfile": "ec2"}
GIVING = re.compile("^(Create|Update|Register|Run|Put|Start|Modify|Associate|Request|Add|Restore)|^(PUT|POST|PATCH)$")
ROLE = re.compile(r"arn:aws:iam::\d{12}:role/[\w+=,.@/-]+")
RUNS = ("RunTask", "StartTask", "CreateService", "UpdateService")
S3_SETTING = "PutReplicationConfiguration"  # other bodies are data and policies


def further(call: Call, resource: str) -> list[tuple[str, str, dict[str, Any]]]:
    """One PassRole a role."""
    service = OPERATIONS.get(call.operation) or SERVICES.get(call.service)
    if service is None or not GIVING.match(call.operation):
        return []
    if call.service == "s3" and call.operation != S3_SETTING:
        return []
    keys = {"iam:passedtoservice": f"{service}.amazonaws.com", "iam:associatedresourcearn": resource}
    roles = {*named(call), *of_definition(call), *of_profile(call), *into_profile(call)}
    return [("iam:PassRole", role, keys) for role in sorted(roles)]


def into_profile(call: Call) -> Iterator[str]:
    """A role in an instance profile is one that instances will have."""
    if call.operation == "AddRoleToInstanceProfile":
        roles = list(iam_backends[call.account]["aws"].roles.values())
        yield from (str(role.arn) for role in roles if role.name == call.parameter("RoleName"))


def named(call: Call) -> Iterator[str]:
    """Roles whose ARN is a value of the request, however deep; not those within policies and other texts."""
    if call.service == "s3":
        yield from ROLE.findall(call.body.decode("utf-8", "replace"))
        return
    values: Any = call.data or list(call.params.values())
    yield from (text for text in texts(values) if ROLE.fullmatch(text))


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def of_definition(call: Call) -> Iterator[str]:
    """Task and execution role of the definition that would run, unless the request overrides them."""
    if call.service != "ecs" or call.operation not in RUNS:
        return
    found = containers.find_definition(call, str(call.data.get("taskDefinition") or ""))
    overrides = call.data.get("overrides") or {}
    for attribute, key in (("task_role_arn", "taskRoleArn"), ("execution_role_arn", "executionRoleArn")):
        role = getattr(found, attribute, None)
        if role and key not in overrides:
            yield str(role)


def of_profile(call: Call) -> Iterator[str]:
    """Instances are given a profile; the role in it is what is passed."""
    if call.service != "ec2":
        return
    arn = call.parameter("IamInstanceProfile.Arn")
    name = call.parameter("IamInstanceProfile.Name") or arn.rpartition("/")[2]
    profiles = list(iam_backends[call.account]["aws"].instance_profiles.values()) if name else []
    for profile in profiles:
        if profile.name == name:
            yield from (str(role.arn) for role in profile.roles)
