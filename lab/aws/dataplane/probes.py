"""One health check's question: GET a path of a container and see what it answers."""

import http.client
import re
from dataclasses import dataclass

URL = re.compile(r"https?://[^/'\"\s]+(/[^'\"\s)]*)")


@dataclass(frozen=True)
class Answer:
    """A status; 0 when there was none, and then whether it was for the time."""

    status: int
    timed_out: bool = False


def ask(port: int | None, path: str, host: str, timeout: float) -> Answer:
    """Ask on this machine; without a port nobody listens."""
    if port is None:
        return Answer(0)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", path, headers={"Host": host, "User-Agent": "ELB-HealthChecker/2.0"})
        return Answer(connection.getresponse().status)
    except TimeoutError:
        return Answer(0, True)
    except (OSError, http.client.HTTPException):
        return Answer(0)
    finally:
        connection.close()


def path_in(command: list[str]) -> str:
    """The path that a container's own health check asks for, wherever it stands in its command."""
    match = URL.search(" ".join(command))
    return match[1] if match is not None else "/healthz"
