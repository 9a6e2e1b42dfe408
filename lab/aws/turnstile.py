"""Who may be inside moto at one moment: one request a service at a time, and nobody during a fork."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

# Requests of these wait inside moto for something that another request brings (a message, a shard, an invocation).
WAITING_SERVICES = frozenset({"sqs", "lambda", "states", "kinesis", "execute-api", "apigateway"})


class Busy(Exception):
    """Requests did not come to an end in time; the message names them."""


class Turnstile:
    """Counts the requests in flight, and gives each service's requests an order.

    moto checks and then acts without locks. AWS's conditional writes are atomic: two writers of one Terraform state
    lock must not both succeed, so requests of one service run one after the other.
    """

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Fresh locks and nobody inside; a forked child's first act, as lost threads may hold its copies."""
        self._changed = threading.Condition()
        self._inside: dict[int, str] = {}
        self._closed = False
        self._services: dict[str, threading.RLock] = defaultdict(threading.RLock)

    @contextmanager
    def enter(self, service: str, label: str) -> Iterator[None]:
        """Hold a place while one request is served."""
        me = threading.get_ident()
        with self._changed:
            while self._closed:
                self._changed.wait()
            self._inside[me] = label
            turn = self._services[service]
        try:
            if service in WAITING_SERVICES:
                yield
            else:
                with turn:
                    yield
        finally:
            with self._changed:
                self._inside.pop(me, None)
                self._changed.notify_all()

    @contextmanager
    def alone(self, timeout: float) -> Iterator[None]:
        """Keep newcomers out and wait until nobody is inside: a fork amid a request copies half a change."""
        with self._changed:
            if not self._changed.wait_for(lambda: not self._closed, timeout):
                raise Busy("another fork is under way")
            self._closed = True
            empty = self._changed.wait_for(lambda: not self._inside, timeout)
            still = ", ".join(self._inside.values())
        try:
            if not empty:
                raise Busy(f"still being served after {timeout:.0f} s: {still}")
            yield
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()
