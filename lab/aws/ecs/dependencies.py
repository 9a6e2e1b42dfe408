"""Which containers wait for which ("Container dependency", task definition parameters)."""

from collections.abc import Iterable

from .containers import Running


def may_start(one: Running, everyone: Iterable[Running]) -> bool:
    """Whether everything that a container depends on has come about."""
    by_name = {other.described["name"]: other for other in everyone}
    needs = one.described.get("dependsOn") or []
    return all(holds(by_name.get(need["containerName"]), need["condition"]) for need in needs)


def holds(other: Running | None, condition: str) -> bool:
    """START: it has been started; HEALTHY: its own check says so; COMPLETE: it has ended; SUCCESS: with 0."""
    if other is None or condition == "START":
        return other is not None and other.is_started
    if condition == "HEALTHY":
        return bool(other.shown.health_status == "HEALTHY")
    return other.is_over and (condition == "COMPLETE" or other.shown.exit_code == 0)
