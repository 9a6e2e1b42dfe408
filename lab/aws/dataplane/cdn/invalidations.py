"""Invalidations: in progress for AWS's minute, then what they name is gone from the cache.

"Invalidate files to remove content" (CloudFront Developer Guide): a path begins with a slash, `*` stands at its end
only; 3,000 paths and 15 wildcards may be in progress for a distribution; the same caller reference with the same paths
is the same invalidation.
"""

from typing import Any

import moto.cloudfront.models as cloudfront
from moto.cloudfront.exceptions import CloudFrontException

from ...patching import Method, replaces
from ..engine import engine
from . import cache

PATHS, WILDCARDS = 3000, 15


@replaces(cloudfront.CloudFrontBackend, "create_invalidation")
def create_invalidation(original: Method, self: Any, dist_id: str, paths: list[str], caller_ref: str) -> Any:
    """moto: COMPLETED, a word that no waiter knows, however often it is asked for."""
    engine.touch()
    known = self.invalidations.get(dist_id) or []
    same = next((one for one in known if one.caller_ref == caller_ref), None)
    if same is not None and sorted(same.paths) == sorted(paths):
        return same
    if same is not None:
        reason = f"Invalidation with caller reference {caller_ref} already exists with different content."
        raise CloudFrontException("InvalidArgument", reason)
    check(paths, [path for one in known if one.status == "InProgress" for path in one.paths])
    made = original(self, dist_id, paths, caller_ref)
    made.status = "InProgress"
    engine.after(engine.clock.take("invalidation"), lambda: complete(made))
    return made


def check(paths: list[str], in_progress: list[str]) -> None:
    """Refuse what AWS refuses."""
    odd = [path for path in paths if not path.startswith("/") or "*" in path[:-1]]
    if odd or not paths:
        raise CloudFrontException("InvalidArgument", "Your request contains one or more invalid invalidation paths.")
    everything = [*paths, *in_progress]
    if len(everything) > PATHS or sum(path.endswith("*") for path in everything) > WILDCARDS:
        reason = "Processing your request will cause you to exceed the maximum number of in-progress invalidations."
        raise CloudFrontException("TooManyInvalidationsInProgress", reason)


def complete(invalidation: Any) -> None:
    """Every edge has let go."""
    cache.of(invalidation.distribution).evict(invalidation.paths)
    invalidation.status = "Completed"


@replaces(cloudfront.CloudFrontBackend, "get_invalidation")
def get_invalidation(original: Method, self: Any, dist_id: str, id: str) -> Any:  # noqa: A002 (moto's name)
    """A fork's go on when they are looked at."""
    engine.touch()
    return original(self, dist_id, id)
