"""Viewer functions, run by one small Node process that starts with the first of them."""

import json
import os
import socket
import subprocess
import threading
from pathlib import Path
from typing import Any

from ..engine import READ, engine
from ..processes import node

PROGRAM = Path(__file__).parents[1] / "app" / "functions.ts"


class FunctionError(Exception):
    """The function threw, took too long, or returned what CloudFront does not take."""


class FunctionHost:
    """The process; it ends with this AWS, as the other end of its line is gone then."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """In a fork: the process is the parent's, its socket is closed already."""
        self._lock = threading.Lock()
        self._line = -1
        self._popen: subprocess.Popen[bytes] | None = None

    def run(self, code: str, event: dict[str, Any]) -> dict[str, Any]:
        """What `handler(event)` returns."""
        with self._lock:
            self._start()
            os.write(self._line, json.dumps({"code": code, "event": event}).encode() + b"\n")
            text = b""
            while not text.endswith(b"\n"):
                data = os.read(self._line, READ)
                if not data:
                    self.forget()
                    raise FunctionError("the process that runs functions has ended")
                text += data
        answer = json.loads(text)
        if "error" in answer:
            raise FunctionError(answer["error"])
        result: dict[str, Any] = answer["result"]
        return result

    def _start(self) -> None:
        if self._popen is not None and self._popen.poll() is None:
            return
        ours, theirs = socket.socketpair()
        with theirs:
            self._popen = subprocess.Popen(
                [node(), str(PROGRAM), str(theirs.fileno())],
                env={},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._line = ours.detach()


host = FunctionHost()
engine.when_forked.append(host.forget)
