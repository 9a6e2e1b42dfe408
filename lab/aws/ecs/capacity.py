"""Capacity: which provider a task is placed with, and the failures to place one that a scenario asks for."""

from typing import Any

from moto.ecs.models import ecs_backends

from ..patching import extras
from ..requests_seen import ACCOUNT_ID


def strategy_of(request: Any, cluster: Any) -> list[dict[str, Any]] | None:
    """The capacity providers of a call; without any and without a launch type, the cluster's default."""
    asked = request._get_param("capacityProviderStrategy")
    if asked or request._get_param("launchType"):
        return asked or None
    return cluster.default_capacity_provider_strategy or None


def plans() -> dict[str, Any]:
    """What is planned, for every region."""
    return extras(ecs_backends[ACCOUNT_ID]["us-east-1"], "placement")


def plan_failures(planned: list[dict[str, Any]]) -> None:
    """The next placements fail: `{reason, detail?, times?, family?}` each, in place of earlier plans."""
    kept = [{"times": 1, **one} for one in planned]
    for one in kept:
        if not isinstance(one.get("reason"), str):
            raise ValueError("a failure to place a task has a reason, such as RESOURCE:ENI")
    plans()["failures"] = kept


def placement_failure(family: str) -> dict[str, Any] | None:
    """The failure that the next placement of a family meets, as RunTask lists it."""
    for one in plans().get("failures", []):
        if one["times"] > 0 and one.get("family") in (None, family):
            one["times"] -= 1
            return {key: one[key] for key in ("arn", "reason", "detail") if key in one}
    return None
