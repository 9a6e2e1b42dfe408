"""A request on its way to a target, and what the load balancer answers by itself.

"Troubleshoot your Application Load Balancers" (Elastic Load Balancing User Guide): 503 when the group has no targets,
502 when a target closes the connection or answers nonsense, 504 when it takes too long. When all targets of a group are
unhealthy, requests go to all of them ("Health checks for your target groups": it fails open).
"""

import http.client
import itertools
import time
from http.client import responses
from secrets import token_hex
from typing import Any

from .. import probes
from ..clock import HELD_SECONDS
from ..engine import engine
from ..listener import ADDRESS, Request, Response
from . import targets

HOP = ("connection", "keep-alive", "transfer-encoding", "upgrade", "te", "proxy-connection")
PAUSE = 0.02
turns = itertools.count()


def say(status: int) -> Response:
    """The page that the load balancer answers with."""
    title = f"{status} {responses[status]}"
    page = (
        f"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n"
        f"<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n"
    )
    return Response(status, [("Server", "awselb/2.0"), ("Content-Type", "text/html")], page.encode())


def candidates(group: Any) -> list[str]:
    """Where a group's requests may go: healthy targets, or all unhealthy ones when there are no others."""
    states = {address: targets.health_of(group, address) for address in list(group.targets)}
    for state in ("healthy", "unhealthy"):
        found = [address for address, health in states.items() if health is not None and health.state == state]
        if found:
            return found
    return []


def forward(group: Any, request: Request, port: int, idle_timeout: float) -> Response:
    """The answer of one of the group's targets."""
    engine.touch()
    visit = object()
    chosen = choose(group, visit)
    if chosen is None:
        return say(503)
    address, target_port = chosen
    try:
        local = reach(group, address, target_port)
        return say(502) if local is None else exchange(local, request, port, idle_timeout)
    finally:
        targets.visits[address].discard(visit)


def choose(group: Any, visit: object) -> tuple[str, int] | None:
    """Address and port of the target whose turn it is.

    Whoever deregisters it afterwards, in the same turnstile, finds the visit and lets it end.
    """
    assert engine.turnstile is not None
    with engine.turnstile.enter("ecs", "a request to a target"):
        found = candidates(group)
        if not found:
            return None
        address = found[next(turns) % len(found)]
        targets.visits[address].add(visit)
        return address, int(group.targets[address]["Port"])


def reach(group: Any, address: str, port: int) -> int | None:
    """Where a target listens on this machine; one that a fork starts anew is waited for, as AWS's time does."""
    until = time.monotonic() + HELD_SECONDS
    while True:
        host = targets.host_at(group, address)
        is_awaited = host is not None and host.is_away and time.monotonic() < until
        local = host.local_port(port) if host is not None else None
        if local is not None or not is_awaited:
            return local
        time.sleep(PAUSE)


def exchange(local: int, request: Request, port: int, idle_timeout: float) -> Response:
    """Pass a request on and bring the answer back."""
    connection = http.client.HTTPConnection(ADDRESS, local, timeout=max(1.0, probes.PATIENCE * 3))
    try:
        connection.putrequest(request.method, request.target, skip_host=True, skip_accept_encoding=True)
        for name, value in sent_on(request, port):
            connection.putheader(name, value)
        connection.endheaders(request.body or None)
        answer = connection.getresponse()
        response = Response(answer.status, answer.getheaders(), answer.read())
    except TimeoutError:
        return say(504)
    except (OSError, http.client.HTTPException):
        return say(502)
    finally:
        connection.close()
    if float(response.header(probes.TOOK) or 0) > idle_timeout:
        return say(504)
    response.without(probes.TOOK, *HOP)
    return response


def sent_on(request: Request, port: int) -> list[tuple[str, str]]:
    """The client's headers with those that the load balancer adds; the host stays as it is."""
    kept = [(name, value) for name, value in request.headers if name.lower() not in HOP]
    known = {name.lower() for name, _ in kept}
    before = request.header("x-forwarded-for")
    kept = [(name, value) for name, value in kept if not name.lower().startswith("x-forwarded-")]
    trace = [] if "x-amzn-trace-id" in known else [("X-Amzn-Trace-Id", f"Root=1-{int(time.time()):x}-{token_hex(12)}")]
    return [
        *kept,
        ("X-Forwarded-For", f"{before}, {request.client}" if before else request.client),
        ("X-Forwarded-Proto", request.scheme),
        ("X-Forwarded-Port", str(port)),
        *trace,
    ]
