"""What happens by itself, in one thread: timers in AWS's seconds, and whatever the containers' processes say.

Everything that changes AWS's state is done inside the turnstile, as a call of ECS would be, so that a fork never copies
half a change. Timers are plain memory: a fork inherits them. Its processes, sockets and threads it does not; it stands
still until somebody looks at it (`touch`), and then starts its own.
"""

import heapq
import itertools
import os
import selectors
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from ..fail_fast import defects
from ..turnstile import Turnstile
from .clock import Clock

Act = Callable[[], None]
WORKERS = 8  # health checks under way at one time
READ = 65_536


class Engine:
    """One a process."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.turnstile: Turnstile | None = None
        self.when_forked: list[Act] = []  # what belongs to the parent is let go of, at once
        self.when_touched: list[Act] = []  # what was running is started anew, at the first look
        self._pending: list[tuple[float, int, Act]] = []
        self._numbers = itertools.count()
        self._begin()

    def _begin(self) -> None:
        self._lock = threading.Lock()
        self._soon: list[Act] = []
        self._thread: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._selector: selectors.BaseSelector | None = None
        self._alarm: tuple[int, int] | None = None
        self.is_asleep = False

    def after(self, seconds: float, act: Act) -> None:
        """Do something when so many of AWS's seconds have passed."""
        heapq.heappush(self._pending, (self.clock.now() + seconds, next(self._numbers), act))
        self._wake()

    def soon(self, act: Act) -> None:
        """Do something as soon as it may change AWS's state; from any thread."""
        with self._lock:
            self._soon.append(act)
        self._wake()

    def watch(self, descriptor: int, read: Act) -> None:
        """Call `read`, outside of the turnstile, whenever there is something to read."""
        self._start()
        assert self._selector is not None
        self._selector.register(descriptor, selectors.EVENT_READ, read)

    def unwatch(self, descriptor: int) -> None:
        """No longer."""
        if self._selector is not None:
            self._selector.unregister(descriptor)

    def work(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do a job that waits for others in a thread of its own, and then something with its result."""
        self._pool = self._pool or ThreadPoolExecutor(WORKERS, thread_name_prefix="dataplane")
        future: Future[Any] = self._pool.submit(job)
        future.add_done_callback(lambda ended: self.soon(lambda: done(ended.result())))

    def touch(self) -> None:
        """Somebody looks: a fork begins to live its own life, if anything was going on."""
        with self._lock:
            was_asleep, self.is_asleep = self.is_asleep, False
        if not was_asleep:
            return
        self.clock.go_on()
        for act in self.when_touched:
            self.soon(act)

    def forget(self) -> None:
        """In a fork, before it serves: threads and descriptors were the parent's."""
        was_running = self._thread is not None or self.is_asleep
        if self._selector is not None:
            self._selector.close()
        for descriptor in self._alarm or ():
            os.close(descriptor)
        self._begin()
        self.clock.forget()
        for act in self.when_forked:
            act()
        if was_running:
            self.is_asleep = True
            self.clock.stand_still()

    def clear(self) -> None:
        """Nothing of what was planned happens any more."""
        with self._lock:
            self._soon.clear()
        self._pending.clear()

    def _wake(self) -> None:
        if self.is_asleep:
            return
        self._start()
        if self._alarm is not None and threading.current_thread() is not self._thread:
            os.write(self._alarm[1], b".")

    def _start(self) -> None:
        with self._lock:
            if self._thread is not None:
                return
            self._selector = selectors.DefaultSelector()
            self._alarm = os.pipe()
            alarm = self._alarm[0]
            self._selector.register(alarm, selectors.EVENT_READ, lambda: os.read(alarm, READ))
            self._thread = threading.Thread(target=self._live, name="dataplane", daemon=True)
            self._thread.start()

    def _live(self) -> None:
        assert self._selector is not None and self.turnstile is not None
        while True:
            for key, _ in self._selector.select(self._idle_seconds()):
                attempt(key.data)
            if self._soon or (self._pending and self._pending[0][0] <= self.clock.now()):
                with self.turnstile.enter("ecs", "the data plane"):
                    self._act()

    def _idle_seconds(self) -> float | None:
        if self._soon:
            return 0.0
        if self.clock.is_held:
            return 1.0
        return self.clock.real(max(0.0, self._pending[0][0] - self.clock.now())) if self._pending else None

    def _act(self) -> None:
        with self._lock:
            due, self._soon = self._soon, []
        for act in due:
            attempt(act)
        now = self.clock.now()
        while self._pending and self._pending[0][0] <= now:
            attempt(heapq.heappop(self._pending)[2])


def attempt(act: Act) -> None:
    """An error of ours ends no thread; a scenario that met one is told so by its defects."""
    try:
        act()
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        defects.note("dataplane", getattr(act, "__qualname__", ""), f"{type(error).__name__}: {error}")


engine = Engine()
