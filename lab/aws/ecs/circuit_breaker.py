"""The deployment circuit breaker: how many failed tasks a deployment may have, and what happens beyond.

"How the Amazon ECS deployment circuit breaker detects failures" (ECS Developer Guide): half of the desired count, at
least 3 and at most 200, unless a threshold is configured. A task that becomes healthy sets the count back to nothing,
unless `resetOnHealthyTask` is false.
"""

from math import ceil
from typing import Any

LEAST, MOST, PERCENT = 3, 200, 50.0


def settings(service: Any) -> dict[str, Any]:
    """The breaker of a service; off when nothing is configured."""
    return service.deployment_configuration.get("deploymentCircuitBreaker") or {"enable": False, "rollback": False}


def threshold(service: Any) -> int:
    """The number of failures at which it opens."""
    configured = settings(service).get("thresholdConfiguration") or {}
    kind, value = configured.get("type", "BOUNDED_PERCENT"), float(configured.get("value") or PERCENT)
    if kind == "COUNT":
        return int(value)
    share = ceil(service.desired_count * value / 100)
    return max(1, share) if kind == "UNBOUNDED_PERCENT" else min(MOST, max(LEAST, share))


def is_open(service: Any, deployment: dict[str, Any]) -> bool:
    """Whether a deployment has failed too often."""
    is_at_it = settings(service)["enable"] and deployment["rolloutState"] == "IN_PROGRESS"
    return bool(is_at_it and deployment["failedTasks"] >= threshold(service))


def forgives(service: Any) -> bool:
    """Whether a healthy task sets the count back."""
    return bool(settings(service).get("resetOnHealthyTask", True))
