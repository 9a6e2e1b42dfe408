"""Whether a service's task counts as healthy, and why it must be replaced."""

from typing import Any

from ..dataplane.alb import targets
from ..dataplane.engine import engine
from . import container_health, events
from .patron import groups_of


def is_healthy(service: Any, task: Any) -> bool:
    """It runs, every target group says healthy, and so does its containers' own check. One that idles only runs."""
    if task.desired_status == "STOPPED" or task._status != "RUNNING":
        return False
    if task.life is None:
        return True
    if task.life.health.is_asked_for and task.health_status != "HEALTHY":
        return False
    return all(state_in(group, task) == "healthy" for group, _ in groups_of(service))


def state_in(group: Any, task: Any) -> str:
    """The state of a task in a target group."""
    health = targets.health_of(group, task.life.address)
    return "" if health is None else health.state


def reason_to_replace(service: Any, task: Any) -> str | None:
    """The stoppedReason of a task that fails its checks; None for one that may go on."""
    if task.life is None or task._status != "RUNNING":
        return None
    if task.health_status == "UNHEALTHY":
        return container_health.UNHEALTHY[1]
    if engine.clock.now() - task.life.started < (getattr(service, "health_check_grace_period_seconds", None) or 0):
        return None
    for group, port in groups_of(service):
        if state_in(group, task) == "unhealthy":
            health = targets.healths(group)[task.life.address]
            events.unhealthy(service, task, (port, group.arn, health.reason[1]))
            return f"Task failed ELB health checks in (target-group {group.arn})"
    return None
