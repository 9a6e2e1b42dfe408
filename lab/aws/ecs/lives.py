"""The life of one Fargate task whose images run: every state of AWS's, at its time, with what it leaves behind.

"Amazon ECS task lifecycle" (ECS Developer Guide): PROVISIONING, PENDING, ACTIVATING, RUNNING, DEACTIVATING, STOPPING,
DEPROVISIONING, STOPPED.
"""

from collections.abc import Callable
from typing import Any

from moto.core.utils import utcnow
from moto.ecs.models import ecs_backends

from ..dataplane import addresses
from ..dataplane.alb import targets
from ..dataplane.engine import engine
from ..requests_seen import ACCOUNT_ID
from .container_health import ContainerHealth
from .containers import Running
from .dependencies import may_start
from .initialization import FailedToStart, prepare
from .interfaces import free_interfaces

ESSENTIAL = ("EssentialContainerExited", "Essential container in task exited")


class Patron:
    """Who a task belongs to and what they do at its turns: a service, or nobody."""

    def activating(self, task: Any) -> None:
        """Its containers run: targets are registered."""

    def deactivating(self, _task: Any) -> float:
        """It is to stop: how many of AWS's seconds connections may drain."""
        return 0.0

    def changed(self, task: Any) -> None:
        """It is in another state."""


class Life:
    """From RunTask to STOPPED. It holds no descriptor itself, so that a fork inherits it."""

    def __init__(self, task: Any, definition: Any, patron: Patron) -> None:
        self.task = task
        self.id: str = task.id
        self.region: str = task.region_name
        self._definition = definition
        self.patron = patron
        self.started = 0.0  # on the engine's clock
        self._is_due = False  # the time of activating is over
        self._secrets: dict[str, dict[str, str]] = {}
        described = [self._overridden(one) for one in definition.container_definitions]
        self.running = [Running(self, shown, one) for shown, one in zip(task.containers, described, strict=True)]
        # AWS gives containers in no order that means anything.
        task.containers.sort(key=lambda shown: str(shown.container_arn))
        self.health = ContainerHealth(self)
        self._after("provisioning", self._pend)

    def _overridden(self, described: dict[str, Any]) -> dict[str, Any]:
        every = self.task.overrides.get("containerOverrides") or []
        override = next((one for one in every if one.get("name") == described["name"]), {})
        environment = {one["name"]: one["value"] for one in described.get("environment") or []}
        environment |= {one["name"]: one["value"] for one in override.get("environment") or []}
        return {**described, **{key: override[key] for key in ("command",) if key in override}, "env": environment}

    def _after(self, kind: str, act: Callable[[], None]) -> None:
        def unless_ending() -> None:
            if self.task.desired_status == "RUNNING" or act == self._stopped:
                act()

        engine.after(engine.clock.take(kind), unless_ending)

    def _be(self, status: str) -> None:
        self.task._status = status
        self.patron.changed(self.task)

    def _pend(self) -> None:
        self.task.pull_started_at = utcnow()
        for attachment in self.task.attachments:
            attachment["status"] = "ATTACHED"
        self._be("PENDING")
        self._after("pulling", self._start)

    def _start(self) -> None:
        try:
            self._secrets = prepare(self.task, self._definition)
        except FailedToStart as failure:
            self._fail(str(failure), [str(failure)] * len(self.running))
            return
        unknown = [one.unknown_program for one in self.running]
        if any(unknown):
            self._fail("Task failed to start", unknown)
            return
        self.task.pull_stopped_at = self.task.connectivity_at = utcnow()
        self.task.connectivity = "CONNECTED"
        self._start_containers()
        addresses.hosts(self.region)[self.address] = self
        self._be("ACTIVATING")
        self.patron.activating(self.task)
        self._after("activating", self._run)

    def _start_containers(self) -> None:
        scripts = {name: script for one in self.running for name, script in one.sidecars.items()}
        for one in self.running:
            if not one.is_started and may_start(one, self.running):
                one.start(self._environment(one), scripts.get(one.described["name"]))

    def _environment(self, one: Running) -> dict[str, str]:
        given = {
            "AWS_REGION": self.region,
            "AWS_EXECUTION_ENV": "AWS_ECS_FARGATE",
            "HOSTNAME": f"ip-{self.address.replace('.', '-')}.ec2.internal",
        }
        return {**given, **one.described["env"], **self._secrets.get(one.described["name"], {})}

    def _run(self) -> None:
        self._is_due = True
        if any(one.is_started and not one.is_up and not one.is_over for one in self.running):
            return
        self.task.started_at, self.started = utcnow(), engine.clock.now()
        self.health.begin()
        self._be("RUNNING")
        self._weigh()

    def container_changed(self) -> None:
        """One container is up: the task may run. Or gone: others may start now, or all must end."""
        if self.task.desired_status == "RUNNING":
            self._start_containers()
            if self.task._status == "ACTIVATING" and self._is_due:
                self._run()
        self._weigh()

    def _weigh(self) -> None:
        task = self.task
        if task._status == "STOPPING" and all(one.is_over or not one.is_started for one in self.running):
            self._deprovision()
        elif task._status == "RUNNING" and task.desired_status == "RUNNING" and self._is_done:
            self.stop(*ESSENTIAL)

    @property
    def _is_done(self) -> bool:
        ended = [one for one in self.running if one.is_over]
        return len(ended) == len(self.running) or any(one.described.get("essential", True) for one in ended)

    def _fail(self, reason: str, reasons: list[str | None]) -> None:
        for one, own in zip(self.running, reasons, strict=True):
            is_its_own = own and own.startswith("Cannot") and (own.count(one.described["image"]) or reason != own)
            one.not_started(own if is_its_own else None)
        self.stop("TaskFailedToStart", reason)

    def stop(self, code: str, reason: str) -> None:
        """Begin the end, once: connections drain, containers get SIGTERM, the interface goes."""
        task = self.task
        if task.desired_status == "STOPPED":
            return
        has_run = task._status in ("ACTIVATING", "RUNNING")
        task.desired_status = "STOPPED"
        task.stop_code, task.stopped_reason, task.stopping_at = code, reason, utcnow()
        if not has_run:
            self._deprovision()
            return
        seconds = self.patron.deactivating(task)
        self._be("DEACTIVATING")
        engine.after(seconds, self._terminate)

    def _terminate(self) -> None:
        """SIGTERM, once it has answered what it was sent: a busy machine must not cut what AWS's time sufficed for."""
        if targets.visits.get(self.address):
            engine.after(1.0, self._terminate)
            return
        self._be("STOPPING")
        for one in self.running:
            if one.is_started:
                one.stop()
        self._weigh()

    def _deprovision(self) -> None:
        if self.task._status == "DEPROVISIONING":
            return
        self.task.execution_stopped_at = utcnow()
        for one in self.running:
            if not one.is_over:
                one.not_started(None)
        self._be("DEPROVISIONING")
        self._after("deprovisioning", self._stopped)

    def _stopped(self) -> None:
        self.task.stopped_at = utcnow()
        self.task.connectivity = "DISCONNECTED" if self.task.connectivity == "CONNECTED" else self.task.connectivity
        addresses.hosts(self.region).pop(self.address, None)
        free_interfaces(self.task)
        self._be("STOPPED")

    @property
    def address(self) -> str:
        """The private address that the task is reached at."""
        details = [detail for one in self.task.attachments for detail in one["details"]]
        return next((one["value"] for one in details if one["name"] == "privateIPv4Address"), "")

    def local_port(self, port: int) -> int | None:
        """Where a port of the task is on this machine; None while nobody listens."""
        return next((one.local_ports[port] for one in self.running if port in one.local_ports), None)

    @property
    def is_away(self) -> bool:
        """Whether it is a fork's, and processes that listened in the parent do not yet here."""
        return any(one.is_away for one in self.running)

    def health_changed(self) -> None:
        """A load balancer thinks otherwise of it."""
        self.patron.changed(self.task)

    def resume(self) -> None:
        """In a fork: its processes start anew; those that were told to end have ended."""
        for one in self.running:
            if self.task._status == "STOPPING" and one.is_started:
                one.ended(0)
            else:
                one.resume()
        self.health.resume()


def every() -> list[Life]:
    """All that are not over."""
    tasks = [
        task
        for backend in list(ecs_backends[ACCOUNT_ID].values())
        for members in list(backend.tasks.values())
        for task in list(members.values())
    ]
    return [task.life for task in tasks if getattr(task, "life", None) and task._status != "STOPPED"]


def resume_all() -> None:
    """In a fork that somebody looks at."""
    for life in every():
        life.resume()


def forget_all() -> None:
    """In a fork, before it serves."""
    for life in every():
        for one in life.running:
            one.forget()


engine.when_forked.append(forget_all)
engine.when_touched.append(resume_all)
