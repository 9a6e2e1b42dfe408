"""The record of every call: when, who, which service and operation, what came of it and how long it took."""

import itertools
import re
import threading
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime

from .requests_seen import Seen, principal_of

LIMIT = 50_000  # entries; the oldest are dropped
_CODE = re.compile(rb"<Code>([^<]+)</Code>|\"__type\":\s*\"(?:[^\"#]*#)?([^\"]+)\"")


@dataclass(frozen=True)
class Entry:
    """One call. `error` is AWS's error code, empty for a success.

    `iamAction`, `resource`, `decision` and `decidedBy` are the gate's: the permission that was asked for, on what, and
    the statement (or the missing one) that decided. `permissions` are all that the call asked for, the first first (of
    a refused call the one that was missing). `fault` is the kind of fault that the call met,
    `agent` what the client calls itself.
    """

    id: int
    time: str
    principal: str
    service: str
    region: str
    action: str
    path: str
    status: int
    error: str
    milliseconds: float
    iamAction: str  # noqa: N815 (as its readers, in TypeScript, name it)
    resource: str
    decision: str
    decidedBy: str  # noqa: N815
    fault: str
    agent: str
    permissions: tuple[dict[str, str], ...]


class Journal:
    """Appends from any thread; reading gives copies."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: deque[Entry] = deque(maxlen=LIMIT)
        self._ids = itertools.count(1)

    def record(self, seen: Seen, started: float, seconds: float, outcome: tuple[int, bytes]) -> None:
        """Write down one finished call; `started` is seconds since the epoch, `outcome` is status and body."""
        status, body = outcome
        verdict = seen.verdict
        code = _CODE.search(body[:4000]) if status >= 400 else None
        error = (code[1] or code[2]).decode("utf-8", "replace") if code else ("" if status < 400 else f"HTTP {status}")
        entry = Entry(
            next(self._ids),
            datetime.fromtimestamp(started, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            verdict.principal if verdict is not None else principal_of(seen.access_key),
            seen.service,
            seen.region,
            seen.action or f"{seen.method} {seen.path}",
            seen.path,
            status,
            error,
            round(seconds * 1000, 1),
            verdict.action if verdict is not None else "",
            verdict.resource if verdict is not None else "",
            verdict.decision if verdict is not None else "not judged",
            verdict.decided_by if verdict is not None else "",
            seen.fault,
            seen.agent,
            verdict.permissions if verdict is not None else (),
        )
        with self._lock:
            self._entries.append(entry)

    def read(self, since: int = 0) -> list[dict[str, object]]:
        """Entries with an id above `since`, oldest first."""
        with self._lock:
            found = list(self._entries)
        return [dict(vars(entry)) for entry in found if entry.id > since]

    def clear(self) -> None:
        """Forget everything; ids go on counting."""
        with self._lock:
            self._entries.clear()
