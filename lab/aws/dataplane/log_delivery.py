"""Lines of containers on their way to CloudWatch Logs: they arrive late, in batches; the first begins the stream.

"Using the awslogs log driver" (ECS Developer Guide): the stream is `prefix/container/task`.
"""

import time
from typing import Any

from moto.logs.models import LogStream, logs_backends

from ..requests_seen import ACCOUNT_ID
from .engine import engine

MAXIMUM = 10_000  # events of a batch, and of a page


class Delivery:
    """What one container writes; nothing when its definition says nothing of awslogs."""

    def __init__(self, configuration: dict[str, Any] | None, region: str, names: tuple[str, str]) -> None:
        options = (configuration or {}).get("options") or {}
        is_kept = (configuration or {}).get("logDriver") == "awslogs"
        self._group = options.get("awslogs-group") if is_kept else None
        self._region = options.get("awslogs-region", region)
        container, task = names
        prefix = options.get("awslogs-stream-prefix")
        self._stream = f"{prefix}/{container}/{task}" if prefix else task
        self._waiting: list[dict[str, Any]] = []

    def write(self, line: str) -> None:
        """Take a line, at its time."""
        if self._group is None:
            return
        self._waiting.append({"timestamp": int(time.time() * 1000), "message": line})
        if len(self._waiting) == 1:
            engine.soon(lambda: engine.after(engine.clock.take("logDelivery"), self._deliver))

    def _deliver(self) -> None:
        events, self._waiting = self._waiting, []
        group = logs_backends[ACCOUNT_ID][self._region].groups.get(self._group)
        if group is None:
            return
        if self._stream not in group.streams:
            group.streams[self._stream] = LogStream(group, self._stream)
        for start in range(0, len(events), MAXIMUM):
            group.streams[self._stream].put_log_events(events[start : start + MAXIMUM])


class Pages:
    """How many events a page of GetLogEvents holds at most; a scenario may have fewer."""

    size = MAXIMUM


pages = Pages()
