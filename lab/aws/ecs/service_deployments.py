"""Service deployments and revisions: what DescribeServices forgets, AWS keeps here.

"View service history using Amazon ECS service deployments" and "Stopping Amazon ECS service deployments" (ECS Developer
Guide) name the states; the reasons of a rollback by the breaker, and of one that has nowhere to go, are AWS's.
"""

import secrets
import string
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from moto.core.utils import utcnow

from ..dataplane import images
from . import circuit_breaker

BY_BREAKER = "Service deployment rolled back because the circuit breaker threshold was exceeded."
BY_REQUEST = "Service deployment rolled back because StopServiceDeployment was called."
NOWHERE = "No rollback candidate was found to run the rollback."
SUPERSEDED = "Service deployment stopped because a newer service deployment was started."
ONGOING = ("PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS")
LETTERS = string.ascii_letters + string.digits


@dataclass
class Revision:
    """What a deployment deploys: the service's configuration of that moment, images by digest."""

    arn: str
    described: dict[str, Any]


@dataclass
class ServiceDeployment:
    """One entry of the history; `deployment` is the id that DescribeServices knows it by."""

    arn: str
    deployment: str
    target: Revision
    sources: list[Revision]
    configuration: dict[str, Any]
    threshold: int
    created: datetime = field(default_factory=utcnow)
    status: str = "PENDING"
    reason: str | None = None
    started: datetime | None = None
    finished: datetime | None = None
    stopped: datetime | None = None
    updated: datetime = field(default_factory=utcnow)
    failures: int = 0
    breaker: str = "DISABLED"
    rollback: dict[str, Any] | None = None

    @property
    def is_ongoing(self) -> bool:
        """Whether its outcome is open."""
        return self.status in ONGOING

    def be(self, status: str, reason: str | None = None) -> None:
        """Another state."""
        self.status, self.updated = status, utcnow()
        self.reason = reason or self.reason
        if status == "IN_PROGRESS":
            self.started = self.started or self.updated
        if status == "STOPPED":
            self.stopped = self.updated
        if not self.is_ongoing:
            self.finished = self.updated


def history(service: Any) -> list[ServiceDeployment]:
    """A service's deployments, newest first."""
    found: list[ServiceDeployment] = service.__dict__.setdefault("lab_history", [])
    return found


def of_deployment(service: Any, number: str) -> ServiceDeployment | None:
    """The entry of a deployment."""
    return next((one for one in history(service) if one.deployment == number), None)


def current(service: Any) -> ServiceDeployment | None:
    """The newest entry, if its outcome is open."""
    newest = history(service)[0] if history(service) else None
    return newest if newest is not None and newest.is_ongoing else None


def last_successful(service: Any, before: ServiceDeployment | None = None) -> ServiceDeployment | None:
    """Where a rollback goes: the newest that succeeded, or was itself rolled back to."""
    return next((one for one in history(service) if one is not before and one.status == "SUCCESSFUL"), None)


def open_entry(service: Any, deployment: dict[str, Any]) -> ServiceDeployment:
    """A deployment begins; an unfinished one is superseded."""
    before = current(service)
    if before is not None:
        before.be("STOPPED", SUPERSEDED)
    live = last_successful(service)
    number = "".join(secrets.choice(LETTERS) for _ in range(21))
    breaker = "MONITORING" if circuit_breaker.settings(service)["enable"] else "DISABLED"
    made = ServiceDeployment(
        arn=service.arn.replace(":service/", ":service-deployment/") + f"/{number}",
        deployment=deployment["id"],
        target=revision(service, deployment),
        sources=[live.target] if live is not None else [],
        configuration=service.deployment_configuration,
        threshold=circuit_breaker.threshold(service),
        breaker=breaker,
    )
    history(service).insert(0, made)
    return made


def revision(service: Any, deployment: dict[str, Any]) -> Revision:
    """The configuration that a deployment deploys."""
    arn = service.arn.replace(":service/", ":service-revision/") + f"/{10**18 + secrets.randbelow(9 * 10**18)}"
    definition = service._backend.describe_task_definition(deployment["taskDefinition"])
    deployment["lab_revision"] = arn
    shown = {
        "serviceRevisionArn": arn,
        "serviceArn": service.arn,
        "clusterArn": service.cluster_arn,
        "taskDefinition": deployment["taskDefinition"],
        "platformVersion": deployment["platformVersion"],
        "platformFamily": deployment["platformFamily"],
        "loadBalancers": service.load_balancers,
        "serviceRegistries": service.service_registries,
        "networkConfiguration": service.network_configuration,
        "containerImages": [image_of(one) for one in definition.container_definitions],
        "guardDutyEnabled": False,
        "createdAt": utcnow(),
    }
    for key in ("capacityProviderStrategy", "launchType"):
        if deployment.get(key):
            shown[key] = deployment[key]
    return Revision(arn, shown)


def image_of(container: dict[str, Any]) -> dict[str, Any]:
    """A container's image; with its digest when the registry knows it."""
    digest = images.digest_of(container.get("image") or "")
    shown = {"containerName": container["name"], "image": container.get("image")}
    return shown if digest is None else {**shown, "imageDigest": digest}
