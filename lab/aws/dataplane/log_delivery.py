"""Lines of containers on their way to CloudWatch Logs: they arrive late, in batches; the first begins the stream.

"Using the awslogs log driver" (ECS Developer Guide): the stream is `prefix/container/task`. Events need not come in the
order of their times, and GetLogEvents shows them in that order: a line that is `overtaken` (an image scripts it) is
ingested only after somebody has read a newer one of its stream.
"""

import time
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from moto.logs.models import LogStream, logs_backends

from ..requests_seen import ACCOUNT_ID
from .engine import engine

MAXIMUM = 10_000  # events of a batch, and of a page


Event = dict[str, Any]

overtaken: WeakKeyDictionary[LogStream, list[Event]] = WeakKeyDictionary()  # by stream, until a newer one was read


class Delivery:
    """What one container writes; nothing when its definition says nothing of awslogs."""

    def __init__(
        self, configuration: dict[str, Any] | None, region: str, names: tuple[str, str], late: Iterable[str] = ()
    ) -> None:
        """`late` are parts of the lines that others overtake."""
        options = (configuration or {}).get("options") or {}
        is_kept = (configuration or {}).get("logDriver") == "awslogs"
        self._group = options.get("awslogs-group") if is_kept else None
        self._region = options.get("awslogs-region", region)
        container, task = names
        prefix = options.get("awslogs-stream-prefix")
        self._stream = f"{prefix}/{container}/{task}" if prefix else task
        self._waiting: list[Event] = []
        self._late = tuple(late)

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
        stream = group.streams[self._stream]
        late = [one for one in events if any(part in one["message"] for part in self._late)]
        overtaken.setdefault(stream, []).extend(late)
        ingest(stream, [one for one in events if one not in late])


def ingest(stream: LogStream, events: list[Event]) -> None:
    """Into CloudWatch, in batches."""
    for start in range(0, len(events), MAXIMUM):
        stream.put_log_events(events[start : start + MAXIMUM])


def was_read(stream: LogStream, newest: int) -> None:
    """An event of this time was shown: what it has overtaken arrives."""
    waiting = overtaken.get(stream, [])
    arrived = [one for one in waiting if one["timestamp"] < newest]
    overtaken[stream] = [one for one in waiting if one not in arrived]
    ingest(stream, arrived)


class Pages:
    """How many events a page of GetLogEvents holds at most; a scenario may have fewer."""

    size = MAXIMUM


pages = Pages()
