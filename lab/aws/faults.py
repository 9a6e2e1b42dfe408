"""Faults on demand: the Nth call that matches fails, comes late, is throttled, cut off or answered wrongly.

The description is the lab's for every server (lab/faults/fault.ts), which also says what a fault must be like. Calls of
the API are matched by their permission (`s3:PutObject`) and by the operation's own name (`s3:HeadObject`); load
balancers, distributions and DNS by the host that is asked for. `*` is any text.
"""

import json
import re
import threading
from dataclasses import dataclass
from typing import Any

from . import known_actions
from .answers import Answer, refusal

KINDS = ("fail", "delay", "throttle", "cut", "wrong")
KNOWN = ("method", "host", "path", "action")
# How services say "too many requests"; the others answer ThrottlingException with 400.
THROTTLED = {
    "edge": (429, "Too Many Requests"),
    "s3": (503, "SlowDown"),
    "ec2": (503, "RequestLimitExceeded"),
    "iam": (400, "Throttling"),
    "sts": (400, "Throttling"),
    "rds": (400, "Throttling"),
    "elasticloadbalancing": (400, "Throttling"),
    "dynamodb": (400, "ProvisionedThroughputExceededException"),
}


@dataclass
class Planned:
    """One fault, how many calls matched it, and how often it came about."""

    fault: dict[str, Any]
    matched: int = 0
    met: int = 0


@dataclass(frozen=True)
class Asked:
    """A call as faults are matched with it; `host` is '' for calls of the API, and the method of DNS is DNS."""

    method: str
    path: str = ""
    host: str = ""
    actions: frozenset[str] = frozenset()


class FaultPlan:
    """The faults of one copy of AWS."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """None, and a lock of its own: a fork begins so."""
        self._lock = threading.Lock()
        self._planned: list[Planned] = []

    def replace(self, faults: list[dict[str, Any]]) -> None:
        """Forget the earlier faults; those of other services are passed over. ValueError names what is odd."""
        mine = [fault for fault in faults if fault.get("service") == "aws"]
        for fault in mine:
            check(fault)
        with self._lock:
            self._planned = [Planned(fault) for fault in mine]

    def meet(self, asked: Asked) -> dict[str, Any] | None:
        """Count a call against every fault; the effect of the first that is due."""
        due: Planned | None = None
        with self._lock:
            for planned in self._planned:
                if not matches(planned.fault.get("match") or {}, asked):
                    continue
                planned.matched += 1
                if planned.fault.get("nth", 1) in ("all", planned.matched):
                    due = due or planned
            if due is not None:
                due.met += 1
        return None if due is None else due.fault["effect"]

    def report(self) -> list[dict[str, Any]]:
        """Each fault with its counts."""
        with self._lock:
            return [{"fault": one.fault, "matched": one.matched, "met": one.met} for one in self._planned]


plan = FaultPlan()  # one a process, as it is one AWS


def check(fault: dict[str, Any]) -> None:
    """ValueError for what would never come about."""
    kind = (fault.get("effect") or {}).get("kind")
    unknown = [name for name in fault.get("match") or {} if name not in KNOWN]
    if kind not in KINDS:
        raise ValueError(f"the fault has no effect {kind!r}; there are {', '.join(KINDS)}")
    if unknown:
        raise ValueError(f"a call cannot be matched by {', '.join(unknown)}; it can by {', '.join(KNOWN)}")
    nth = fault.get("nth", 1)
    if nth != "all" and not (isinstance(nth, int) and nth >= 1):
        raise ValueError(f"there is no call number {nth!r}; calls are counted from 1, and 'all' takes each")
    action = (fault.get("match") or {}).get("action")
    if action is not None and not known_actions.can_match(action):
        raise ValueError(f"no call of AWS is {action!r}: neither an operation nor a permission has that name")


def matches(match: dict[str, str], asked: Asked) -> bool:
    """Whether a call is one of those that a fault is about; only a fault that names a host is about what is served."""
    if ("host" in match) != bool(asked.host) or (asked.method == "DNS") != (match.get("method") == "DNS"):
        return False
    texts = {"host": asked.host, "path": asked.path}
    if match.get("method") not in (None, asked.method):
        return False
    if not all(glob(match[name]).fullmatch(text) for name, text in texts.items() if name in match):
        return False
    return "action" not in match or any(glob(match["action"]).fullmatch(action) for action in asked.actions)


def glob(pattern: str) -> re.Pattern[str]:
    """`*` stands for any text."""
    return re.compile(".*".join(re.escape(part) for part in pattern.split("*")), re.DOTALL)


def failure(service: str, effect: dict[str, Any]) -> Answer:
    """The answer of `fail`, in the service's protocol unless the fault brings a body."""
    status = int(effect["status"])
    if "body" in effect:
        body = effect["body"]
        return status, {"Content-Type": "application/json"}, body if isinstance(body, str) else json.dumps(body)
    code = effect.get("code") or ("InternalFailure" if status >= 500 else "BadRequest")
    return refusal(service, status, code, f"a fault of the lab: {code}")


def throttled(service: str, effect: dict[str, Any]) -> Answer:
    """The answer of `throttle`."""
    status, code = THROTTLED.get(service, (400, "ThrottlingException"))
    status, headers, body = refusal(service, int(effect.get("status") or status), code, "Rate exceeded")
    return status, {**headers, "Retry-After": str(effect["retryAfter"])}, body


def falsified(effect: dict[str, Any], body: bytes) -> bytes:
    """The body of `wrong`: another one, or the right one with other values in some fields."""
    if "body" in effect:
        wrong = effect["body"]
        return wrong.encode() if isinstance(wrong, str) else json.dumps(wrong).encode()
    fields = effect.get("fields") or {}
    if not fields:
        return body
    if body.lstrip()[:1] in (b"{", b"["):
        return change_json(body, fields)
    return change_xml(body.decode(), fields).encode()


def change_json(body: bytes, fields: dict[str, Any]) -> bytes:
    """Set dotted fields (`tasks.0.lastStatus`); KeyError names one that the answer lacks."""
    document = json.loads(body)
    for path, value in fields.items():
        *parents, last = path.split(".")
        holder = document
        for name in parents:
            holder = holder[int(name)] if isinstance(holder, list) else holder[name]
        holder[int(last) if isinstance(holder, list) else last] = value
    return json.dumps(document).encode()


def change_xml(text: str, fields: dict[str, Any]) -> str:
    """Set the text of the first element that a field's last part names."""
    for path, value in fields.items():
        name = re.escape(path.rpartition(".")[2])
        text, changed = re.subn(f"(<{name}>)[^<]*(</{name}>)", rf"\g<1>{value}\g<2>", text, count=1)
        if not changed:
            raise KeyError(f"the answer has no element {path}")
    return text
