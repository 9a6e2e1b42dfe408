"""GetLogEvents as AWS pages it: an empty page is not the end, only a token that comes back is.

"GetLogEvents" (CloudWatch Logs API Reference): tokens are never null, pages hold 1 MB or 10,000 events, and a page
may be empty although more events follow. Here every page after the first is announced by an empty one. A token leads on
from an event, so what arrives later with an earlier time is not shown by it.
"""

from typing import Any

from moto.logs.exceptions import InvalidParameterException
from moto.logs.models import LogStream

from ..dataplane.engine import engine
from ..dataplane.log_delivery import pages, was_read
from ..patching import Method, replaces

BYTES = 1_048_576
OVERHEAD = 26  # bytes that AWS adds for each event

Place = tuple[int, int]  # milliseconds since the epoch, and the number of the event
FIRST: Place = (0, 0)


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
    """One page. A token is a direction, a place in the stream, and whether the empty page was there already."""
    engine.touch()
    events = [one for one in self.events if (start_time or 0) <= one.timestamp < (end_time or 1 << 62)]
    events.sort(key=place)
    most = min(int(limit or pages.size), pages.size)
    if next_token is None:
        shown = events[:most] if start_from_head else events[-most:]
        return page(self, fitting(shown, most), FIRST)
    direction, cursor, announced = parse(next_token)
    if direction == "b":
        return page(self, [one for one in events if place(one) < cursor][-most:], cursor)
    following = [one for one in events if place(one) > cursor]
    if not following:
        return [], token("b", cursor), next_token
    if not announced:
        return [], token("b", cursor), token("f", cursor, True)
    return page(self, fitting(following, most), cursor)


def place(event: Any) -> Place:
    """Where an event stands in its stream: by its time, whenever it arrived."""
    return event.timestamp, event.event_id


def page(stream: Any, events: list[Any], cursor: Place) -> tuple[list[dict[str, Any]], str, str]:
    """These events with the tokens of both directions; without any, both are where the cursor is."""
    first, last = (place(events[0]), place(events[-1])) if events else (cursor, cursor)
    if events:
        was_read(stream, events[-1].timestamp)
    return [one.to_response_dict() for one in events], token("b", first), token("f", last)


def fitting(events: list[Any], most: int) -> list[Any]:
    """Those of the next events that a page holds."""
    room, number = BYTES, 0
    for one in events[:most]:
        room -= len(one.message.encode()) + OVERHEAD
        if room < 0 and number:
            break
        number += 1
    return events[:number]


def token(direction: str, cursor: Place, announced: bool = False) -> str:
    """`f/00…`, as long as AWS's: whether the empty page was there already, a time, and a number of an event."""
    timestamp, number = cursor
    return f"{direction}/{int(announced)}{timestamp:020d}{number:035d}"


def parse(text: str) -> tuple[str, Place, bool]:
    """Direction, place and the empty page; refused in AWS's words."""
    direction, _, number = text.partition("/")
    if direction not in ("f", "b") or len(number) != 56 or not number.isdigit():
        raise InvalidParameterException("The specified nextToken is invalid.")
    return direction, (int(number[1:21]), int(number[21:])), number[0] == "1"
