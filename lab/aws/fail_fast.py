"""What is not implemented fails at once, in the service's own protocol, and says so.

AWS has no such answer. moto answers 500 to an operation that it lacks and to its own bugs, and 404 to an unknown route;
SDKs retry a 500 (the AWS provider 25 times, about ten minutes) and read the 404 as "the resource does not exist".
501 is not retried.
"""

import sys
import traceback

from moto.core.exceptions import ServiceException
from moto.core.responses import BaseResponse
from werkzeug.exceptions import HTTPException

from . import requests_seen
from .answers import Answer, refusal
from .patching import Method, replaces


class Unsupported(NotImplementedError):
    """Something that this emulator knows it cannot judge; the message says what."""


class Defects:
    """What could not be answered as AWS does, once each, so that a scenario that met it can fail by name."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], int] = {}

    def note(self, service: str, action: str, reason: str) -> None:
        """Remember one; the same again is counted."""
        key = (service, action, reason)
        self._found[key] = self._found.get(key, 0) + 1

    def read(self) -> list[dict[str, object]]:
        """Every defect met so far, with how often."""
        names = ("service", "action", "reason")
        return [{**dict(zip(names, key, strict=True)), "times": times} for key, times in list(self._found.items())]

    def clear(self) -> None:
        """Begin anew, as a fork does."""
        self._found.clear()


defects = Defects()


def not_implemented(service: str, reason: str) -> Answer:
    """The 501 answer: status, headers and body; the defect is remembered."""
    seen = requests_seen.current()
    defects.note(service, seen.action if seen is not None else "", reason)
    return refusal(service, 501, "NotImplemented", f"{service}: {reason}")


def describe(error: BaseException) -> str:
    """The reason a caller reads: a missing operation by name, or the emulator's own fault."""
    if isinstance(error, NotImplementedError):
        return f"the emulator does not implement this: {error}"
    traceback.print_exception(error, file=sys.stderr)
    return f"the emulator failed: {type(error).__name__}: {error}"


@replaces(BaseResponse, "call_action")
def call_action(original: Method, self: BaseResponse) -> object:
    """Note which operation moto dispatches, and turn everything that is not an AWS error into a 501."""
    seen = requests_seen.current()
    try:
        if seen is not None and not seen.action:
            seen.action = self._get_action() or ""
        return original(self)
    except (HTTPException, ServiceException):
        raise
    except Exception as error:
        service = seen.service if seen is not None else (self.service_name or "")
        return not_implemented(service, describe(error))
