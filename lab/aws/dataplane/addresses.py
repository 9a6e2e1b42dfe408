"""Who answers at a private address of a VPC: the tasks that run."""

from typing import Protocol

from moto.ecs.models import ecs_backends

from ..patching import extras
from ..requests_seen import ACCOUNT_ID


class Host(Protocol):
    """A task, as far as others reach it."""

    def local_port(self, port: int) -> int | None:
        """Where a port of it is on this machine; None while nobody listens."""

    @property
    def is_away(self) -> bool:
        """Whether nobody listens only because a fork starts its processes anew."""

    def health_changed(self) -> None:
        """A load balancer thinks otherwise of it."""


def hosts(region: str) -> dict[str, Host]:
    """Hosts by address."""
    return extras(ecs_backends[ACCOUNT_ID][region], "addresses")
