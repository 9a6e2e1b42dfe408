"""What a service says of itself, in AWS's words ("Amazon ECS service event messages", ECS Developer Guide)."""

from collections.abc import Iterable
from typing import Any

from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

SHOWN = 100  # DescribeServices tells the newest ones only
CONSISTENTLY = (
    "is unable to consistently start tasks successfully. For more information, see the Troubleshooting section."
)


def say(service: Any, text: str, by: str = "") -> None:
    """Add an event, newest first; `by` is the deployment on whose behalf."""
    who = f"service {service.name}, taskSet {by}" if by else f"service {service.name}"
    service.events.insert(0, {"id": str(mock_random.uuid4()), "createdAt": utcnow(), "message": f"({who}) {text}"})
    del service.events[SHOWN:]


def names(tasks: Iterable[Any]) -> str:
    """Tasks in an event."""
    return " ".join(f"(task {task.id})" for task in tasks)


def started(service: Any, tasks: list[Any]) -> None:
    """New tasks."""
    say(service, f"has started {len(tasks)} tasks: {names(tasks)}.")


def stopped(service: Any, tasks: list[Any]) -> None:
    """Tasks that the service has stopped."""
    say(service, f"has stopped {len(tasks)} running tasks: {names(tasks)}.")


def not_placed(service: Any, reason: str) -> None:
    """A task that did not come to run."""
    say(service, f"was unable to place a task. Reason: {reason}.".replace("..", "."))


def unhealthy(service: Any, task: Any, where: tuple[int, str, str]) -> None:
    """A target that failed its checks: port, target group, description."""
    port, group, why = where
    say(service, f"(task {task.id}) (port {port}) is unhealthy in (target-group {group}) due to (reason {why})")
