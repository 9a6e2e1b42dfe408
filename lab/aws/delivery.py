"""How an answer goes out: as it is, or as a fault wants it; a connection can be cut at any point."""

import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

from . import faults
from .answers import Answer

Reply = tuple[str, list[tuple[str, str]], bytes]


class Cut(Exception):
    """The connection ends here; the first argument is what still goes out."""


def as_wsgi(answer: Answer) -> Reply:
    """An answer of ours in WSGI's terms."""
    status, headers, text = answer
    body = text.encode()
    return f"{status} Lab", [*headers.items(), ("Content-Length", str(len(body)))], body


def under(effect: dict[str, Any] | None, service: str, answer: Callable[[], Reply]) -> Reply:
    """The right answer, or what a fault makes of it; raises Cut where the connection ends."""
    kind = effect["kind"] if effect is not None else None
    if effect is None or kind == "delay":
        time.sleep(effect["ms"] / 1000 if effect is not None else 0)
        return answer()
    if kind == "fail":
        if effect.get("after"):
            answer()
        return as_wsgi(faults.failure(service, effect))
    if kind == "throttle":
        return as_wsgi(faults.throttled(service, effect))
    if kind == "cut":
        raise Cut(cut(effect.get("at", "request"), answer))
    status, headers, body = answer()
    wrong = faults.falsified(effect, body)
    kept = [(name, value) for name, value in headers if name.lower() not in ("content-length", "etag")]
    status = f"{effect['status']} Lab" if effect.get("status") else status
    return status, [*kept, ("Content-Length", str(len(wrong)))], wrong


def cut(at: str, answer: Callable[[], Reply]) -> Reply | None:
    """What goes out before the connection ends; the call is carried out unless it ends with the request."""
    if at == "request":
        return None
    status, headers, body = answer()
    if at != "body":
        return None
    kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
    return status, [*kept, ("Content-Length", str(len(body) or 1))], body[: len(body) // 2]


def hang_up(environ: dict[str, Any], start_response: Any, reply: Reply | None) -> Iterator[bytes]:
    """Send the beginning of an answer, if any, and end the connection."""
    if reply is not None:
        start_response(reply[0], reply[1])
        yield reply[2]
    environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError("a fault of the lab cut the connection")
