"""The API calls on service deployments and revisions, none of which moto knows."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ecs.exceptions import ECSException
from moto.ecs.responses import EC2ContainerServiceResponse as Responses

from ..dataplane.engine import engine
from ..patching import adds
from .deployments import alive_tasks, fall_back
from .scheduler import look
from .service_deployments import BY_REQUEST, Revision, ServiceDeployment, history

PAGE = 20
ALARMS = {"status": "DISABLED", "alarmNames": [], "triggeredAlarmNames": []}


def find(backend: Any, arn: str) -> tuple[Any, ServiceDeployment] | None:
    """A deployment with its service."""
    pairs = ((service, one) for service in list(backend.services.values()) for one in history(service))
    return next(((service, one) for service, one in pairs if one.arn == arn), None)


def revisions(backend: Any) -> dict[str, Revision]:
    """Every revision by ARN."""
    return {one.target.arn: one.target for service in list(backend.services.values()) for one in history(service)}


@adds(Responses)
def list_service_deployments(self: Any) -> ActionResult:
    """ListServiceDeployments: newest first."""
    engine.touch()
    name = self._get_param("service").split("/")[-1]
    service = self.ecs_backend._get_service(self._get_param("cluster", "default"), name)
    if service.status == "ACTIVE":
        look(self.ecs_backend, service)
    wanted = self._get_param("status") or []
    found = [brief(service, one) for one in history(service) if not wanted or one.status in wanted]
    start = int(self._get_param("nextToken") or 0)
    end = start + int(self._get_param("maxResults") or PAGE)
    more = {"nextToken": str(end)} if end < len(found) else {}
    return ActionResult({"serviceDeployments": found[start:end], **more})


def brief(service: Any, one: ServiceDeployment) -> dict[str, Any]:
    """A deployment in a list."""
    return known(
        serviceDeploymentArn=one.arn,
        serviceArn=service.arn,
        clusterArn=service.cluster_arn,
        startedAt=one.started,
        createdAt=one.created,
        finishedAt=one.finished,
        targetServiceRevisionArn=one.target.arn,
        status=one.status,
        statusReason=one.reason,
    )


def known(**fields: Any) -> dict[str, Any]:
    """Fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}


@adds(Responses)
def describe_service_deployments(self: Any) -> ActionResult:
    """DescribeServiceDeployments; what there is not is a failure MISSING."""
    engine.touch()
    shown, failures = [], []
    for arn in self._get_param("serviceDeploymentArns"):
        found = find(self.ecs_backend, arn)
        if found is None:
            failures.append({"arn": arn, "reason": "MISSING"})
            continue
        if found[0].status == "ACTIVE":
            look(self.ecs_backend, found[0])
        shown.append(describe(*found))
    return ActionResult({"serviceDeployments": shown, "failures": failures})


def describe(service: Any, one: ServiceDeployment) -> dict[str, Any]:
    """A deployment with its counts of this moment."""
    alarms = {"alarms": ALARMS}
    breaker = {"status": one.breaker, "failureCount": failures_of(service, one), "threshold": one.threshold}
    return {
        **{key: value for key, value in brief(service, one).items() if key != "targetServiceRevisionArn"},
        **known(stoppedAt=one.stopped, rollback=one.rollback, updatedAt=one.updated),
        "sourceServiceRevisions": [summary(service, revision) for revision in one.sources],
        "targetServiceRevision": summary(service, one.target),
        "deploymentConfiguration": one.configuration,
        "deploymentCircuitBreaker": breaker,
        **alarms,
    }


def failures_of(service: Any, one: ServiceDeployment) -> int:
    """Failed tasks: counted while the deployment goes on, remembered afterwards."""
    deployment = next((other for other in service.deployments if other["id"] == one.deployment), None)
    return max(one.failures, deployment["failedTasks"] if deployment is not None else 0)


def summary(service: Any, revision: Revision) -> dict[str, Any]:
    """Requested, running and pending tasks of a revision."""
    mine = [one for one in service.deployments if one.get("lab_revision") == revision.arn]
    alive = [task for one in mine for task in alive_tasks(service, one)]
    running = sum(task._status == "RUNNING" for task in alive)
    requested = sum(one["desiredCount"] for one in mine)
    counts = {"requestedTaskCount": requested, "runningTaskCount": running, "pendingTaskCount": len(alive) - running}
    return {"arn": revision.arn, **counts}


@adds(Responses)
def describe_service_revisions(self: Any) -> ActionResult:
    """DescribeServiceRevisions."""
    every = revisions(self.ecs_backend)
    asked = self._get_param("serviceRevisionArns")
    failures = [{"arn": arn, "reason": "MISSING"} for arn in asked if arn not in every]
    shown = [every[arn].described for arn in asked if arn in every]
    return ActionResult({"serviceRevisions": shown, "failures": failures})


@adds(Responses)
def stop_service_deployment(self: Any) -> ActionResult:
    """StopServiceDeployment: back to what was good, whether or not the breaker may; ABORT leaves all as it is."""
    engine.touch()
    arn = self._get_param("serviceDeploymentArn")
    found = find(self.ecs_backend, arn)
    if found is None:
        raise ECSException("ServiceDeploymentNotFoundException", "The service deployment does not exist.")
    service, one = found
    if not one.is_ongoing:
        reason = f"The service deployment is in the {one.status} state and cannot be stopped."
        raise ECSException("ConflictException", reason)
    stop = abort if self._get_param("stopType") == "ABORT" else roll_back
    if not one.status.startswith(("ROLLBACK", "STOP")):
        stop(service, one)
    return ActionResult({"serviceDeploymentArn": arn})


def roll_back(service: Any, one: ServiceDeployment) -> None:
    """The state first; the rollback a moment later, as on AWS."""
    one.be("ROLLBACK_REQUESTED", BY_REQUEST)

    def begin() -> None:
        if one.status == "ROLLBACK_REQUESTED":
            fail(service, one)
            fall_back(service, one, BY_REQUEST)

    engine.after(engine.clock.take("scheduling"), begin)


def abort(service: Any, one: ServiceDeployment) -> None:
    """The deployment goes no further."""
    one.be("STOP_REQUESTED")

    def end() -> None:
        fail(service, one)
        one.be("STOPPED")

    engine.after(engine.clock.take("scheduling"), end)


def fail(service: Any, one: ServiceDeployment) -> None:
    """What DescribeServices says of a deployment that was stopped."""
    for deployment in service.deployments:
        if deployment["id"] == one.deployment:
            deployment.update(rolloutState="FAILED", rolloutStateReason=f"ECS deployment {one.deployment} was stopped.")
