"""A copy of the whole AWS in about ten milliseconds: os.fork, copy on write, another port.

No moto state lives in threads or timers in the services we use (state machines and SWF are the exceptions), so the
forking thread alone is enough. A child serves until its parent ends, it is shut down, or the machine's owner kills it.
"""

import gc
import json
import os
import random
import signal
import stat
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

from moto.moto_api._internal import mock_random

from .turnstile import Turnstile

QUIET_SECONDS = 30.0  # how long requests in flight may keep a fork waiting
FIRST_INHERITED = 3  # file descriptors above standard error


class Family:
    """The children of this process, and the leash that ends them with it."""

    def __init__(self) -> None:
        self.children: set[int] = set()
        self._leash = os.pipe()  # children read it; it ends when the last writer, this process, is gone

    def fork(self, turnstile: Turnstile, serve: Callable[[Callable[[str], None]], None]) -> dict[str, object]:
        """Start a child that runs `serve(announce)`; returns its {url, pid} once it listens."""
        with turnstile.alone(QUIET_SECONDS):
            read, write = os.pipe()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # forking with threads: nobody is inside moto now
                pid = os.fork()
            if pid == 0:
                self._live(write, serve)
            os.close(write)
            self._adopt(pid)
            with os.fdopen(read) as line:
                url = line.readline().strip()
        if not url:
            raise RuntimeError(f"the forked server {pid} ended before it listened; see standard error")
        return {"url": url, "pid": pid}

    def end(self) -> None:
        """Ask every child to end."""
        for pid in list(self.children):
            try:
                os.kill(pid, signal.SIGTERM)
            except ProcessLookupError:
                self.children.discard(pid)

    def _adopt(self, pid: int) -> None:
        self.children.add(pid)

        def reap() -> None:
            os.waitpid(pid, 0)
            self.children.discard(pid)

        threading.Thread(target=reap, name=f"reap {pid}", daemon=True).start()

    def _live(self, announce_to: int, serve: Callable[[Callable[[str], None]], None]) -> None:
        """The child's whole life; never returns."""
        gc.freeze()  # what the parent has is not looked through again
        leash, parents_end = self._leash
        os.close(parents_end)
        close_sockets()
        seed = os.urandom(16)
        random.seed(seed)
        mock_random.seed(seed)  # else two forks would hand out the same ids
        self.children = set()
        self._leash = os.pipe()
        end_with(leash)

        def announce(url: str) -> None:
            os.write(announce_to, f"{url}\n".encode())
            os.close(announce_to)

        try:
            serve(announce)
        finally:
            os._exit(0)


def end_with(descriptor: int) -> None:
    """End this process when the other end of a pipe is closed (its owner is gone, however it went)."""

    def watch() -> None:
        while os.read(descriptor, 4096):
            pass
        os._exit(0)

    threading.Thread(target=watch, name="leash", daemon=True).start()


def close_sockets() -> None:
    """Let go of the parent's listener and connections: they are not ours to answer."""
    for descriptor in sorted(int(entry.name) for entry in Path("/dev/fd").iterdir()):
        if descriptor < FIRST_INHERITED:
            continue
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.close(descriptor)
        except OSError:
            continue


def announce_line(url: str) -> str:
    """The one line of standard output that says where the server is."""
    return json.dumps({"url": url, "pid": os.getpid()})
