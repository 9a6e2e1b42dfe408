"""What a service does for its tasks: targets in its load balancers' groups, and another look at itself."""

from typing import Any

from ..dataplane.alb import targets
from ..dataplane.engine import engine
from . import events
from .lives import Patron


class ServicePatron(Patron):
    """The service that a task belongs to, by its own object, so that a fork finds its own."""

    def __init__(self, service: Any) -> None:
        self.service = service

    def activating(self, task: Any) -> None:
        """Register the task in every group."""
        for group, port in groups_of(self.service):
            targets.register(group, task.life.address, port)
            events.say(self.service, f"registered 1 targets in (target-group {group.arn})")

    def deactivating(self, task: Any) -> float:
        """Take the task out of every group; it drains as long as the slowest."""
        longest = 0.0
        for group, _ in groups_of(self.service):
            if task.life.address in group.targets:
                longest = max(longest, targets.deregister(group, task.life.address))
                events.say(self.service, f"deregistered 1 targets in (target-group {group.arn})")
                events.say(self.service, "has begun draining connections on 1 tasks.", task.started_by)
        return longest

    def changed(self, task: Any) -> None:
        """The scheduler looks before long; a task that is over is looked at soon."""
        wake(self.service)


def groups_of(service: Any) -> list[tuple[Any, int]]:
    """The service's target groups that exist, with the port of its containers."""
    balancers = service.load_balancers or []
    found = [(targets.group(one.get("targetGroupArn", "")), one["containerPort"]) for one in balancers]
    return [(group, int(port)) for group, port in found if group is not None]


def wake(service: Any, seconds: float | None = None) -> None:
    """Let the scheduler look at a service; many reasons are one look."""
    if getattr(service, "lab_is_waking", False):
        return
    service.lab_is_waking = True

    def look() -> None:
        from .scheduler import step  # it launches tasks, whose patron this is

        service.lab_is_waking = False
        # A reset may have taken it away with all the rest, after this was planned.
        if service.status == "ACTIVE" and service in service._backend.services.values():
            step(service._backend, service)

    engine.after(engine.clock.take("scheduling") if seconds is None else seconds, look)
