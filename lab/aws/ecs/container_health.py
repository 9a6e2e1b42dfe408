"""Health checks that containers bring along ("HealthCheck", task definition parameters), every `interval` seconds.

The command is not run: whatever URL it names is asked for, `/healthz` otherwise. A container that idles is healthy.
"""

from typing import Any

from ..dataplane import probes
from ..dataplane.engine import engine
from .containers import Running

UNHEALTHY = ("ServiceSchedulerInitiated", "Task failed container health checks")


class ContainerHealth:
    """The checks of one task."""

    def __init__(self, life: Any) -> None:
        self._life = life
        self._failures: dict[str, int] = {}
        self._asked: set[str] = set()  # containers whose answer is awaited
        self._checked = [one for one in life.running if one.described.get("healthCheck")]

    @property
    def is_asked_for(self) -> bool:
        """Whether any container has a check."""
        return bool(self._checked)

    def begin(self) -> None:
        """The task runs from now on."""
        for one in self._checked:
            engine.after(self._setting(one, "interval", 30), lambda one=one: self._check(one))

    def resume(self) -> None:
        """In a fork: checks under way were the parent's; their answers never come."""
        for one in self._checked:
            if one.described["name"] in self._asked:
                self._check(one)

    @staticmethod
    def _setting(one: Running, name: str, default: float) -> float:
        return float(one.described["healthCheck"].get(name) or default)

    def _check(self, one: Running) -> None:
        if one.is_over or self._life.task.desired_status == "STOPPED":
            return
        if one.pid is None:
            self._note(one, probes.Answer(200))
            return
        if one.is_away:
            engine.after(1.0, lambda: self._check(one))
            return
        path = probes.path_in(one.described["healthCheck"]["command"])
        port = next(iter(one.local_ports.values()), None)
        timeout = self._setting(one, "timeout", 5)
        self._asked.add(one.described["name"])
        engine.work(lambda: probes.ask(port, path, "127.0.0.1", timeout), lambda answer: self._note(one, answer))

    def _note(self, one: Running, answer: probes.Answer) -> None:
        name = one.described["name"]
        self._asked.discard(name)
        if one.is_over or self._life.task.desired_status == "STOPPED":
            return
        if 200 <= answer.status < 400:
            self._failures[name] = 0
            self._say(one, "HEALTHY")
        elif not self._is_starting(one):
            self._failures[name] = self._failures.get(name, 0) + 1
            if self._failures[name] >= self._setting(one, "retries", 3):
                self._say(one, "UNHEALTHY")
        engine.after(self._setting(one, "interval", 30), lambda: self._check(one))

    def _is_starting(self, one: Running) -> bool:
        age = engine.clock.now() - self._life.started
        return one.shown.health_status != "HEALTHY" and age < self._setting(one, "startPeriod", 0)

    def _say(self, one: Running, health: str) -> None:
        if one.shown.health_status == health:
            return
        one.shown.health_status = health
        essential = [other for other in self._checked if other.described.get("essential", True)]
        states = {other.shown.health_status for other in essential}
        together = "UNHEALTHY" if "UNHEALTHY" in states else "UNKNOWN" if "UNKNOWN" in states else "HEALTHY"
        self._life.task.health_status = together
        self._life.patron.changed(self._life.task)
