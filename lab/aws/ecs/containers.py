"""One container of a task: a process when this account's registry holds its image, else one that idles."""

import re
import signal
from collections.abc import Callable
from typing import Any, Protocol

from ..dataplane import databases, images
from ..dataplane.engine import engine
from ..dataplane.log_delivery import Delivery
from ..dataplane.processes import Process

SIGTERM_CODE = 143
DEFAULT_PORT = 8000
PROGRAMS = re.compile(r"(.*/)?(python[\d.]*|gunicorn|uvicorn|daphne|celery|sh|bash|manage\.py)")
NOT_FOUND = (
    "CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to "
    "create shim task: OCI runtime create failed: runc create failed: unable to start container process: "
    'exec: "{}": executable file not found in $PATH: unknown'
)
OUT_OF_MEMORY = "OutOfMemoryError: Container killed due to memory usage"


class Task(Protocol):
    """What a container needs to know of the task around it."""

    region: str
    id: str

    def container_changed(self) -> None:
        """One of them is up, or gone."""


class Running:
    """A container from its start to its end. `shown` is moto's, as DescribeTasks answers it."""

    def __init__(self, task: Task, shown: Any, described: dict[str, Any]) -> None:
        self._task = task
        self.shown = shown
        self.described = described
        self.is_started = False
        self.is_up = False  # signals reach it: a boot on this machine is no time of AWS's
        self.local_ports: dict[int, int] = {}  # the container's port → where it listens on this machine
        self.is_away = False  # in a fork, until it listens as it did in the parent
        self.environment: dict[str, str] = {}
        self._is_connected = False  # to its databases
        self._process: Process | None = None
        self._has_process = images.parse(described.get("image") or "") is not None
        self._behaviour = images.behaviour_of(described.get("image") or "")
        names = (described["name"], task.id)
        late = self._behaviour.get("overtaken") or ()
        self._delivery = Delivery(described.get("logConfiguration"), task.region, names, late)
        shown.image_digest = images.digest_of(described.get("image") or "")

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.shown.last_status == "STOPPED"

    @property
    def sidecars(self) -> dict[str, Any]:
        """What its image scripts for others."""
        found: dict[str, Any] = self._behaviour.get("sidecars") or {}
        return found

    @property
    def command(self) -> list[str]:
        """What is executed; an image without a command is its server."""
        return [*(self.described.get("entryPoint") or []), *(self.described.get("command") or [])] or ["gunicorn"]

    @property
    def unknown_program(self) -> str | None:
        """Why it cannot be started."""
        found = not self._has_process or PROGRAMS.fullmatch(self.command[0])
        return None if found else NOT_FOUND.format(self.command[0])

    def start(self, environment: dict[str, str], script: dict[str, Any] | None) -> None:
        """Start it; `script` is how one that idles ends by itself."""
        self.is_started, self.environment = True, environment
        self.shown.last_status = "RUNNING"
        self.is_up = not self._has_process
        if self._has_process:
            self._spawn()
        elif script is not None:
            engine.after(script.get("after", 0), lambda: self.ended(script["exitCode"]))

    def forget(self) -> None:
        """In a fork: its process is the parent's, and must neither be asked nor told anything."""
        self.is_away = self.is_away or bool(self.local_ports)
        self._process, self.local_ports = None, {}

    def resume(self) -> None:
        """In a fork: a process of its own in place of the parent's."""
        if self._has_process and self.is_started and not self.is_over:
            self._spawn()

    def _spawn(self) -> None:
        mappings = self.described.get("portMappings") or []
        port = next((one["containerPort"] for one in mappings), DEFAULT_PORT)
        order = {
            "command": self.command,
            "behaviour": self._behaviour,
            "port": port,
            "speed": engine.clock.speed,
            "applied": databases.applied(self._task.region, self._database),
        }
        self.local_ports = {}
        engine.clock.hold(self)
        self._process = Process(self, self.environment, order)

    @property
    def _database(self) -> str:
        return databases.name_of(self.environment)

    def stop(self) -> None:
        """SIGTERM, and SIGKILL when its time is over."""
        if self.is_over:
            return
        if not self._has_process:
            self.ended(SIGTERM_CODE)
            return
        self._signal(signal.SIGTERM)
        engine.after(self.described.get("stopTimeout") or 30, self.kill)

    def kill(self) -> None:
        """SIGKILL."""
        if not self.is_over:
            self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        if self._process is not None:
            self._process.signal(number)

    @property
    def pid(self) -> int | None:
        """The process that it is."""
        return self._process.pid if self._process is not None and not self.is_over else None

    def wrote(self, line: str) -> None:
        """A line for CloudWatch."""
        self._delivery.write(line)

    def told(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What the process says or asks."""
        answer: dict[str, Callable[[], dict[str, Any] | None]] = {
            "ready": self._come_up,
            "listening": lambda: self._listen(message),
            "connect": self._connect,
            "begin": lambda: error(
                databases.begin(self._task.region, self._database, message["migration"], self._task.id)
            ),
            "applied": lambda: databases.finish(self._task.region, self._database, message["migration"]) or {},
            "out of memory": self._run_out,
        }
        return answer[message["kind"]]()

    def _connect(self) -> dict[str, Any]:
        """Connections are kept: whoever is in stays in when the password changes; the next task does not get in."""
        reason = None if self._is_connected else databases.refusal(self.environment)
        self._is_connected = reason is None
        return error(reason)

    def _come_up(self) -> None:
        self.is_up = True
        if not self.is_away:
            engine.clock.let_go(self)
        self._task.container_changed()

    def _listen(self, message: dict[str, Any]) -> None:
        self.local_ports[message["port"]] = message["local"]
        self.is_away = False
        engine.clock.let_go(self)

    def _run_out(self) -> None:
        self.shown.reason = OUT_OF_MEMORY
        self.kill()

    def ended(self, code: int) -> None:
        """It is gone: exit code, and the transaction that it was in."""
        self.is_away = False
        engine.clock.let_go(self)
        if self.is_over:
            return
        self.shown.last_status, self.shown.exit_code = "STOPPED", code
        self.local_ports = {}
        databases.release(self._task.region, self._database, self._task.id)
        self._task.container_changed()

    def not_started(self, reason: str | None) -> None:
        """The task ended before it; no exit code."""
        self.shown.last_status, self.shown.reason = "STOPPED", reason


def error(reason: str | None) -> dict[str, Any]:
    """A reply."""
    return {} if reason is None else {"error": reason}
