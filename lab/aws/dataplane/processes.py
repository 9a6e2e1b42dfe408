"""One container, one process of this machine: its output by lines, its messages, its end.

The process holds one end of a pair of sockets. It is told over it what it is, asks over it for what the database knows,
and ends when the other end is gone, however that came about. Descriptors are plain numbers here: in a fork they are the
parent's, and nothing may close their numbers later by accident.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from .engine import READ, engine

APP = Path(__file__).parent / "app" / "app.ts"
# Where Node keeps what it has made of the app's TypeScript: half of the processor time that a container takes to start.
COMPILED = Path(__file__).parents[3] / ".cache" / "containers"
REAPED_SECONDS = 5.0

running: dict[int, "Process"] = {}  # by pid, those of this AWS


class Owner(Protocol):
    """Who hears of a process; all but `heard` in the turnstile."""

    def wrote(self, line: str) -> None:
        """A line of output; may come from outside of the turnstile."""

    def told(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """A message, with the reply to it."""

    def ended(self, code: int) -> None:
        """The process is gone; 128 + signal as Docker counts."""


class Lines:
    """Puts the bytes of a stream together to lines; the rest comes at the end."""

    def __init__(self, descriptor: int, line: Callable[[str], None]) -> None:
        self.descriptor = descriptor
        self._line = line
        self._rest = b""

    def read(self) -> bool:
        """Read what there is; False at the end."""
        data = os.read(self.descriptor, READ)
        *lines, self._rest = (self._rest + data).split(b"\n")
        if not data and self._rest:
            lines, self._rest = [self._rest], b""
        for line in lines:
            self._line(line.decode("utf-8", "replace"))
        return bool(data)


class Process:
    """Starts with being made; `order` is the first message to it."""

    def __init__(self, owner: Owner, environment: dict[str, str], order: dict[str, Any]) -> None:
        self._owner = owner
        ours, theirs = socket.socketpair()
        out, err = os.pipe(), os.pipe()
        self._popen = subprocess.Popen(
            [node(), str(APP), str(theirs.fileno())],
            env={"NODE_COMPILE_CACHE": str(COMPILED), **environment},
            stdin=subprocess.DEVNULL,
            stdout=out[1],
            stderr=err[1],
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
        theirs.close()
        for descriptor in (out[1], err[1]):
            os.close(descriptor)
        self._control = ours.detach()
        self._streams = [
            Lines(out[0], owner.wrote),
            Lines(err[0], owner.wrote),
            Lines(self._control, self._hear),
        ]
        running[self.pid] = self
        self._send(order)
        for stream in self._streams:
            engine.watch(stream.descriptor, lambda stream=stream: self._read(stream))

    @property
    def pid(self) -> int:
        """Its number on this machine."""
        return self._popen.pid

    def signal(self, number: int) -> None:
        """Send a signal to it, unless it is gone."""
        if self._popen.poll() is None:
            os.kill(self.pid, number)

    def abandon(self) -> None:
        """In a fork: the process is the parent's. Sockets are closed by now; its pipes' ends are copies of ours."""
        for stream in self._streams:
            if stream.descriptor != self._control:
                with contextlib.suppress(OSError):  # the fork may have come just after its end
                    os.close(stream.descriptor)
        self._popen.returncode = 0  # else Python waits for a child that is not ours

    def _read(self, stream: Lines) -> None:
        try:
            goes_on = stream.read()
        except OSError:
            goes_on = False
        if goes_on:
            return
        engine.unwatch(stream.descriptor)
        os.close(stream.descriptor)
        self._streams.remove(stream)
        if stream.descriptor == self._control:
            self._control = -1  # the number may be another's from now on
        if not self._streams:
            self._reap()

    def _reap(self) -> None:
        try:
            code = self._popen.wait(REAPED_SECONDS)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            code = self._popen.wait()
        running.pop(self.pid, None)
        engine.soon(lambda: self._owner.ended(128 - code if code < 0 else code))

    def _hear(self, line: str) -> None:
        message = json.loads(line)

        def reply() -> None:
            answer = self._owner.told(message)
            if answer is not None:
                self._send({"reply": message["id"], **answer})

        engine.soon(reply)

    def _send(self, message: dict[str, Any]) -> None:
        try:
            os.write(self._control, json.dumps(message).encode() + b"\n")
        except OSError:  # it has just ended
            return


def node() -> str:
    """Node's path: given when AWS was started, else the one on PATH."""
    found = os.environ.get("LAB_NODE") or shutil.which("node")
    if found is None:
        raise FileNotFoundError("containers run on Node 24: name it in LAB_NODE")
    return found


def end_all() -> None:
    """Nothing outlives this AWS; each is named by its own number."""
    for process in list(running.values()):
        process.signal(signal.SIGKILL)


def abandon_all() -> None:
    """In a fork: none of them is ours."""
    for process in list(running.values()):
        process.abandon()
    running.clear()


engine.when_forked.append(abandon_all)
