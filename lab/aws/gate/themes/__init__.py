"""What a call is about, theme by theme; whatever no theme knows is the classifier's own answer."""

from collections.abc import Callable
from typing import Any

from ministack.core import iam_actions

from ..call import Call
from . import (
    budgets,
    certificates,
    containers,
    databases,
    deliveries,
    distributions,
    existing_tags,
    functions,
    identities,
    keys,
    load_balancing,
    logs,
    metrics,
    network,
    parameters,
    pass_role,
    queues,
    records,
    repositories,
    s3,
    scaling,
    secrets,
    service_roles,
    tag_on_create,
    tags,
    via_service,
)

Keys = dict[str, Any]
# (action, resource, further condition keys) that a call needs beside its own
Further = tuple[str, str, Keys]

RESOURCES: dict[str, Callable[[Call], str]] = {
    "application-autoscaling": scaling.resource,
    "budgets": budgets.resource,
    "cloudfront": distributions.resource,
    "ec2": network.resource,
    "ecr": repositories.resource,
    "ecs": containers.resource,
    "elasticloadbalancing": load_balancing.resource,
    "iam": identities.resource,
    "kms": keys.resource,
    "lambda": functions.resource,
    "logs": logs.resource,
    "monitoring": metrics.resource,
    "rds": databases.resource,
    "route53": records.resource,
    "secretsmanager": secrets.resource,
    "sns": queues.topic,
    "ssm": parameters.resource,
}
KEYS: dict[str, Callable[[Call], Keys]] = {
    "acm": certificates.keys,
    "ec2": network.keys,
    "ecs": containers.keys,
    "iam": identities.keys,
    "kms": keys.keys,
    "monitoring": metrics.keys,
    "rds": databases.keys,
    "route53": records.keys,
    "s3": s3.keys,
    "secretsmanager": secrets.keys,
}
FURTHER: dict[str, Callable[[Call], list[Further]]] = {
    "ec2": network.further,
    "ecr": repositories.further,
    "ecs": containers.further,
    "elasticloadbalancing": load_balancing.further,
    "kms": keys.further,
    "logs": deliveries.further,
    "monitoring": metrics.further,
    "rds": databases.further,
    "s3": s3.further,
    "secretsmanager": secrets.further,
    "ssm": parameters.further,
}


def resource_of(call: Call) -> str:
    """ARN of what the call is about; `*` when the action has no resource of its own."""
    find = RESOURCES.get(call.service)
    found = find(call) if find is not None else ""
    return found or iam_actions.extract_resource_arn(
        call.service, call.method, call.path, call.headers, call.body, call.params, call.region, call.account
    )


def keys_of(call: Call) -> Keys:
    """Condition keys of the request, lower case; those of what exists are `tags_of`."""
    find = KEYS.get(call.service)
    found = {**tags.requested(call), **(find(call) if find is not None else {})}
    return {name.lower(): value for name, value in found.items()}


def is_part(call: Call, action: str) -> bool:
    """Whether the call is a batch and the action one on a member of it: a refusal leaves that member out, no more."""
    return action in (s3.parts(call) if call.service == "s3" else secrets.parts(call))


def further_of(call: Call, resource: str) -> list[Further]:
    """What else must be allowed: copies read their source, tags are set, keys used, roles made and passed."""
    find = FURTHER.get(call.service)
    return [
        *(find(call) if find is not None else []),
        *tag_on_create.further(call, resource),
        *via_service.further(call),
        *service_roles.further(call),
        *pass_role.further(call, resource),
    ]


def tags_of(resource: str, region: str) -> Keys:
    """`aws:ResourceTag/…` of what exists, and a key's aliases."""
    return {**existing_tags.keys(resource, region), **keys.aliases(resource)}
