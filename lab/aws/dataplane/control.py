"""The data plane's part of the lab's API."""

from collections.abc import Callable
from typing import Any

from ..ecs import capacity, lives
from . import databases, edges, images, processes
from .engine import engine
from .log_delivery import pages

Reply = tuple[int, object]
Route = Callable[[dict[str, Any], dict[str, list[str]]], Reply]
REGION = "us-east-1"


def put_image(body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
    """`{repository, tag, behaviour?, region?}` → `{digest, uri}`."""
    made = images.put(body["repository"], body["tag"], body.get("behaviour") or {}, body.get("region", REGION))
    return 200, made


def set_clock(body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
    """`{speed?, durations?, logPage?}` → what holds from now on."""
    engine.clock.change(body.get("speed"), body.get("durations") or {})
    pages.size = int(body.get("logPage", pages.size))
    return 200, {"speed": engine.clock.speed, "durations": engine.clock.durations, "logPage": pages.size}


def fail_placements(body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
    """`{failures: [{reason, detail?, times?, family?}]}`."""
    capacity.plan_failures(body["failures"])
    return 200, {}


def read_databases(_body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
    """Applied migrations by database."""
    return 200, databases.every()


def read_containers(_body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
    """`[{task, container, pid, ports}]`: the processes of this AWS."""
    engine.touch()
    found = [
        {"task": life.id, "container": one.described["name"], "pid": one.pid, "ports": one.local_ports}
        for life in lives.every()
        for one in life.running
        if one.pid is not None
    ]
    return 200, found


def read_edges(_body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
    """Where every host is reached; listeners start with it."""
    return 200, edges.read()


ROUTES: dict[str, Route] = {
    "POST images": put_image,
    "POST clock": set_clock,
    "POST placement": fail_placements,
    "GET edges": read_edges,
    "GET databases": read_databases,
    "GET containers": read_containers,
}


def reset() -> None:
    """With all resources, whatever ran."""
    processes.end_all()
    engine.clear()
