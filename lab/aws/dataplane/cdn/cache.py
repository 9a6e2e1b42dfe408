"""What a distribution keeps: fresh for as long as the policy and Cache-Control say, gone when it is invalidated.

"Manage how long content stays in the cache (expiration)" (CloudFront Developer Guide). Ages are AWS's seconds.
"""

import re
from dataclasses import dataclass

from ..engine import engine
from ..listener import Response
from .distributions import Lifetimes

AGE = re.compile(r"(s-maxage|max-age)\s*=\s*(\d+)", re.IGNORECASE)
UNKEPT = re.compile(r"no-cache|no-store|private", re.IGNORECASE)


@dataclass(frozen=True)
class Kept:
    """An answer of the origin, since when, and how long it is fresh."""

    response: Response
    since: float
    seconds: float

    @property
    def age(self) -> float:
        """AWS's seconds since it came from the origin."""
        return engine.clock.now() - self.since

    @property
    def is_fresh(self) -> bool:
        """Whether it may be given without asking."""
        return self.age < self.seconds


class Cache:
    """One for each distribution, by path and, where the policy says so, query."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}

    def find(self, key: str) -> Kept | None:
        """What is kept, fresh or not."""
        return self._kept.get(key)

    def keep(self, key: str, response: Response, seconds: float) -> None:
        """Keep an answer; one that is fresh for no time at all is kept by nobody."""
        if seconds > 0:
            self._kept[key] = Kept(response, engine.clock.now(), seconds)
        else:
            self._kept.pop(key, None)

    def evict(self, paths: list[str]) -> None:
        """Let go of everything that one of the paths names; `*` at the end stands for the rest."""
        for key in list(self._kept):
            if any(names(path, key) for path in paths):
                del self._kept[key]


def names(path: str, key: str) -> bool:
    """Whether a path of an invalidation names what is kept under a key; without a query, every query."""
    if path.endswith("*"):
        return key.startswith(path[:-1])
    return key == path or ("?" not in path and key.partition("?")[0] == path)


def seconds_for(response: Response, lifetimes: Lifetimes) -> float:
    """How long an answer is fresh."""
    said = response.header("cache-control")
    if UNKEPT.search(said):
        return lifetimes.least
    ages = {name.lower(): int(value) for name, value in AGE.findall(said)}
    asked = ages.get("s-maxage", ages.get("max-age"))
    if asked is None:
        return lifetimes.default
    return min(max(asked, lifetimes.least), lifetimes.most)


def of(distribution: object) -> Cache:
    """The cache of a distribution; a fork inherits what is in it."""
    found: Cache = distribution.__dict__.setdefault("_lab_cache", Cache())
    return found
