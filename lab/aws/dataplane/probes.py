"""One health check's question: GET a path of a container and see what it answers."""

import http.client
import re
from dataclasses import dataclass

TOOK = "x-lab-took"  # how many of AWS's seconds an answer was scripted to take
PATIENCE = 10.0  # of our seconds: a busy machine is no slow application
URL = re.compile(r"https?://[^/'\"\s]+(/[^'\"\s)]*)")


@dataclass(frozen=True)
class Answer:
    """A status; 0 when there was none, and then whether it was for the time."""

    status: int
    timed_out: bool = False


def ask(port: int | None, path: str, host: str, timeout: float) -> Answer:
    """Ask on this machine; without a port nobody listens. `timeout` is in AWS's seconds."""
    if port is None:
        return Answer(0)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Host": host, "User-Agent": "ELB-HealthChecker/2.0"})
        response = connection.getresponse()
        took = float(response.headers.get(TOOK, "0"))
        return Answer(0, True) if took > timeout else Answer(response.status)
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
