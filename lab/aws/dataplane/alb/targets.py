"""Targets by address: checked at the group's interval, healthy or not after its thresholds, draining for its delay.

"Health checks for your target groups" (Elastic Load Balancing User Guide) gives states, reason codes and descriptions.
Only tasks of the lab are checked; every other target keeps the health that moto gives it.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from moto.elbv2.models import ELBv2Backend, FakeHealthStatus, FakeTargetGroup, elbv2_backends

from ...patching import Method, replaces
from ...requests_seen import ACCOUNT_ID
from .. import addresses, probes
from ..engine import engine

REGISTERING = ("Elb.RegistrationInProgress", "Target registration is in progress")
FIRST_CHECKS = ("Elb.InitialHealthChecking", "Initial health checks in progress")
NOT_IN_USE = ("Target.NotInUse", "Target group is not configured to receive traffic from the load balancer")
DRAINING = ("Target.DeregistrationInProgress", "Target deregistration is in progress")

# Requests that a target has not answered, by its address.
visits: dict[str, set[object]] = defaultdict(set)


@dataclass
class Health:
    """What is known of a target: its state, the reason for it, and answers of the same kind in a row."""

    state: str = "initial"
    reason: tuple[str, str] = REGISTERING
    good: int = 0
    bad: int = 0
    is_asked: bool = False


def group(arn: str) -> Any | None:
    """moto's target group."""
    region = arn.split(":")[3] if arn.startswith("arn:") else ""
    return elbv2_backends[ACCOUNT_ID][region].target_groups.get(arn) if region else None


def healths(target_group: Any) -> dict[str, Health]:
    """Registered tasks by address."""
    found: dict[str, Health] = target_group.__dict__.setdefault("_lab_health", {})
    return found


def draining(target_group: Any) -> dict[str, float]:
    """Addresses that drain, until when on the engine's clock."""
    found: dict[str, float] = target_group.__dict__.setdefault("_lab_draining", {})
    return found


def register(target_group: Any, address: str, port: int) -> None:
    """A task becomes a target, and is checked from now on."""
    target_group.targets[address] = {"Id": address, "Port": port}
    healths(target_group)[address] = Health()
    engine.after(1.0, lambda: check(target_group, address))


def deregister(target_group: Any, address: str) -> float:
    """A target gets no new requests; how long it may end those it has."""
    seconds = float(target_group.attributes.get("deregistration_delay.timeout_seconds", 300))
    target_group.targets.pop(address, None)
    healths(target_group).pop(address, None)
    draining(target_group)[address] = engine.clock.now() + seconds
    engine.after(seconds, lambda: draining(target_group).pop(address, None))
    return seconds


def is_in_use(target_group: Any) -> bool:
    """Whether a load balancer sends requests to the group."""
    return bool(target_group.load_balancer_arns)


def check(target_group: Any, address: str) -> None:
    """Ask a target how it is, and again after the interval."""
    health = healths(target_group).get(address)
    host = host_at(target_group, address)
    if health is None or host is None or address not in target_group.targets:
        return
    if host.is_away:
        health.is_asked = False
        engine.after(1.0, lambda: check(target_group, address))
        return
    health.is_asked = True
    if health.reason == REGISTERING:
        health.reason = FIRST_CHECKS
    port = target_group.targets[address]["Port"]
    asked = target_group.health_check_port
    local = host.local_port(int(port if asked in (None, "traffic-port") else asked))
    timeout = float(target_group.health_check_timeout_seconds)
    path = target_group.health_check_path or "/"
    name = f"{address}:{port}"
    engine.work(lambda: probes.ask(local, path, name, timeout), lambda answer: note(target_group, address, answer))


def note(target_group: Any, address: str, answer: probes.Answer) -> None:
    """What the answer makes of a target."""
    health = healths(target_group).get(address)
    if health is None:
        return
    health.is_asked = False
    before = health.state
    if matches(target_group, answer.status):
        health.good, health.bad = health.good + 1, 0
        if health.good >= int(target_group.healthy_threshold_count) or before == "initial":
            health.state, health.reason = "healthy", ("", "")
    else:
        health.good, health.bad = 0, health.bad + 1
        if health.bad >= int(target_group.unhealthy_threshold_count):
            health.state, health.reason = "unhealthy", reason_of(answer)
    if health.state != before:
        changed(target_group, address)
    engine.after(float(target_group.health_check_interval_seconds), lambda: check(target_group, address))


def matches(target_group: Any, status: int) -> bool:
    """Whether a status is one of the matcher's (`200`, `200,302`, `200-299`)."""
    wanted = str((target_group.matcher or {}).get("HttpCode") or "200")
    ranges = [part.partition("-") for part in wanted.split(",")]
    return any(int(low) <= status <= int(high or low) for low, _, high in ranges)


def reason_of(answer: probes.Answer) -> tuple[str, str]:
    """Code and description of a failure."""
    if answer.status:
        return "Target.ResponseCodeMismatch", f"Health checks failed with these codes: [{answer.status}]"
    if answer.timed_out:
        return "Target.Timeout", "Request timed out"
    return "Target.FailedHealthChecks", "Health checks failed"


def changed(target_group: Any, address: str) -> None:
    """The task's service looks before long."""
    host = host_at(target_group, address)
    if host is not None:
        host.health_changed()


def host_at(target_group: Any, address: str) -> addresses.Host | None:
    """The task behind a target."""
    return addresses.hosts(target_group.arn.split(":")[3]).get(address)


def health_of(target_group: Any, address: str) -> Health | None:
    """What is known of a task; None when it is not registered."""
    health = healths(target_group).get(address)
    if health is not None and not is_in_use(target_group):
        return Health("unused", NOT_IN_USE)
    return health


@replaces(FakeTargetGroup, "health_for")
def health_for(original: Method, self: Any, target: dict[str, Any], ec2_backend: Any) -> Any:
    """AWS tells how a target answers; moto says healthy to all that are registered."""
    engine.touch()
    address = target["Id"]
    health = health_of(self, address)
    if address in draining(self):
        health = Health("draining", DRAINING)
    if health is None:
        return original(self, target, ec2_backend)
    port = self.targets.get(address, {}).get("Port") or target.get("Port") or self.port
    check_port = str(port) if self.health_check_port in (None, "traffic-port") else self.health_check_port
    reason, description = health.reason
    return FakeHealthStatus(address, port, check_port, health.state, reason or None, description or None)


@replaces(ELBv2Backend, "describe_target_health")
def describe_target_health(original: Method, self: Any, target_group_arn: str, targets: list[dict[str, Any]]) -> Any:
    """Targets that drain are listed with the registered ones."""
    found = original(self, target_group_arn, targets)
    if not targets:
        one = self.target_groups[target_group_arn]
        leaving = [{"Id": address} for address in draining(one) if address not in one.targets]
        found += [one.health_for(target, self.ec2_backend) for target in leaving]
    return found


def resume_all() -> None:
    """In a fork: answers that the parent was waiting for do not come here."""
    for backend in list(elbv2_backends[ACCOUNT_ID].values()):
        for one in list(backend.target_groups.values()):
            for address, health in list(healths(one).items()):
                if health.is_asked:
                    check(one, address)


engine.when_forked.append(visits.clear)
engine.when_touched.append(resume_all)
