"""GetLogEvents as AWS pages it: an empty page is not the end, only a token that comes back is.

"GetLogEvents" (CloudWatch Logs API Reference): tokens are never null, pages hold 1 MB or 10,000 events, and a page
may be empty although more events follow. Here every page after the first is announced by an empty one.
"""

from typing import Any

from moto.logs.exceptions import InvalidParameterException
from moto.logs.models import LogStream

from ..dataplane.engine import engine
from ..dataplane.log_delivery import pages
from ..patching import Method, replaces

BYTES = 1_048_576
OVERHEAD = 26  # bytes that AWS adds for each event


@replaces(LogStream, "get_log_events")
def get_log_events(
    _original: Method,
    self: Any,
    start_time: int | None,
    end_time: int | None,
    limit: int | None,
    next_token: str | None,
    start_from_head: bool,
) -> tuple[list[dict[str, Any]], str, str]:
    """One page. A token is a direction, a position, and whether the empty page was there already."""
    engine.touch()
    events = [one for one in self.events if (start_time or 0) <= one.timestamp < (end_time or 1 << 62)]
    events.sort(key=lambda one: one.timestamp)
    most = min(int(limit or pages.size), pages.size)
    if next_token is None:
        start = 0 if start_from_head else max(0, len(events) - most)
        return page(events, start, fitting(events[start:], most))
    direction, position, announced = parse(next_token)
    if direction == "b":
        start = max(0, position - most)
        return page(events, start, position - start)
    if position >= len(events):
        return [], token("b", position), next_token
    if not announced:
        return [], token("b", position), token("f", position, True)
    return page(events, position, fitting(events[position:], most))


def page(events: list[Any], start: int, number: int) -> tuple[list[dict[str, Any]], str, str]:
    """So many events from a position on, with the tokens of both directions."""
    shown = [one.to_response_dict() for one in events[start : start + number]]
    return shown, token("b", start), token("f", start + number)


def fitting(events: list[Any], most: int) -> int:
    """How many of the next events a page holds."""
    room, number = BYTES, 0
    for one in events[:most]:
        room -= len(one.message.encode()) + OVERHEAD
        if room < 0 and number:
            break
        number += 1
    return number


def token(direction: str, position: int, announced: bool = False) -> str:
    """`f/00…`, as long as AWS's."""
    return f"{direction}/{int(announced)}{position:055d}"


def parse(text: str) -> tuple[str, int, bool]:
    """Direction, position and the empty page; refused in AWS's words."""
    direction, _, number = text.partition("/")
    if direction not in ("f", "b") or len(number) != 56 or not number.isdigit():
        raise InvalidParameterException("The specified nextToken is invalid.")
    return direction, int(number[1:]), number[0] == "1"
