"""Deployments of a service: how one begins, which tasks it has, and how a failed one is taken back."""

import secrets
from typing import Any

import moto.ecs.models as ecs
from moto.core.utils import utcnow

from . import events
from .patron import ServicePatron, wake
from .service_deployments import NOWHERE, ServiceDeployment, last_successful, open_entry
from .tasks import begin


def start_deployment(service: Any) -> dict[str, Any]:
    """A new PRIMARY deployment of the service's task definition, with an entry in the history."""
    deployment = new_deployment(service)
    open_entry(service, deployment)
    return deployment


def new_deployment(service: Any) -> dict[str, Any]:
    """A new PRIMARY deployment; the others become ACTIVE and drain."""
    number = f"ecs-svc/{10**18 + secrets.randbelow(9 * 10**18)}"
    deployment: dict[str, Any] = {
        "id": number,
        "status": "PRIMARY",
        "taskDefinition": service.task_definition,
        "desiredCount": service.desired_count,
        "pendingCount": 0,
        "runningCount": 0,
        "failedTasks": 0,
        "createdAt": utcnow(),
        "updatedAt": utcnow(),
        "platformVersion": "1.4.0",
        "platformFamily": "Linux",
        "networkConfiguration": service.network_configuration,
        "rolloutState": "IN_PROGRESS",
        "rolloutStateReason": f"ECS deployment {number} in progress.",
    }
    if service.capacity_provider_strategy:
        deployment["capacityProviderStrategy"] = service.capacity_provider_strategy
    else:
        deployment["launchType"] = service.launch_type
    if service.service_connect:
        deployment["serviceConnectConfiguration"] = service.service_connect
    make_primary(service, deployment)
    return deployment


def make_primary(service: Any, deployment: dict[str, Any]) -> None:
    """From now on this one is deployed."""
    others = [other for other in service.deployments if other is not deployment]
    for other in others:
        other["status"] = "ACTIVE"
    deployment["status"] = "PRIMARY"
    service.deployments = [deployment, *others]
    service.lab_is_steady = False


def fall_back(service: Any, entry: ServiceDeployment, reason: str) -> None:
    """Back to what was deployed last with success: its own deployment if it is still there, else a new one of it."""
    good = last_successful(service, entry)
    if good is None:
        entry.rollback = None
        entry.be("ROLLBACK_FAILED", NOWHERE)
        return
    entry.rollback = {"reason": reason, "startedAt": utcnow(), "serviceRevisionArn": good.target.arn}
    entry.be("ROLLBACK_IN_PROGRESS", reason)
    service.task_definition = good.target.described["taskDefinition"]
    there = next((one for one in service.deployments if one["id"] == good.deployment), None)
    deployment = there or new_deployment(service)
    deployment.update(
        rolloutState="IN_PROGRESS",
        rolloutStateReason=f"ECS deployment circuit breaker: rolling back to deploymentId {good.deployment}.",
        lab_revision=good.target.arn,
        updatedAt=utcnow(),
    )
    make_primary(service, deployment)
    events.say(service, f"rolling back to deployment {good.deployment}.")
    wake(service)


def tasks_of(service: Any, deployment: dict[str, Any]) -> list[Any]:
    """Every task that a deployment has started."""
    members = service._backend.tasks.get(service.cluster_name, {}).values()
    group = f"service:{service.name}"
    return [task for task in members if task.group == group and task.started_by == deployment["id"]]


def alive_tasks(service: Any, deployment: dict[str, Any]) -> list[Any]:
    """Tasks that a deployment started and nobody stopped."""
    return [task for task in tasks_of(service, deployment) if task.desired_status == "RUNNING"]


def launch(backend: Any, service: Any, deployment: dict[str, Any]) -> Any:
    """Start one task for a deployment."""
    cluster = backend._get_cluster(service.cluster_name)
    task = ecs.Task(
        cluster=cluster,
        task_definition=backend.describe_task_definition(deployment["taskDefinition"]),
        container_instance_arn=None,
        resource_requirements=None,
        backend=backend,
        group=f"service:{service.name}",
        launch_type="FARGATE",
        started_by=deployment["id"],
        tags=tags_for(service),
        networking_configuration=service.network_configuration or None,
    )
    task.enable_execute_command = service.enable_execute_command
    if service.capacity_provider_strategy:
        task.capacity_provider_name = service.capacity_provider_strategy[0]["capacityProvider"]
    backend.tasks.setdefault(cluster.name, {})[task.task_arn] = task
    begin(task, ServicePatron(service))
    return task


def tags_for(service: Any) -> list[dict[str, str]]:
    """What a task is given: the service's tags when they are passed on, and AWS's own when they are asked for."""
    own = list(service.tags) if service.propagate_tags == "SERVICE" else []
    if not service.enable_ecs_managed_tags:
        return own
    managed = {"aws:ecs:clusterName": service.cluster_name, "aws:ecs:serviceName": service.name}
    return [*own, *({"key": key, "value": value} for key, value in managed.items())]


def count(backend: Any, service: Any) -> None:
    """Add up the tasks in the deployments, the deployments in the service, and the services in the cluster."""
    for deployment in service.deployments:
        alive = alive_tasks(service, deployment)
        running = sum(task._status == "RUNNING" for task in alive)
        wanted = service.desired_count if deployment["status"] == "PRIMARY" else len(alive)
        figures = {"desiredCount": wanted, "runningCount": running, "pendingCount": len(alive) - running}
        if any(deployment[name] != figure for name, figure in figures.items()):
            deployment.update(figures, updatedAt=utcnow())
    service.running_count = sum(deployment["runningCount"] for deployment in service.deployments)
    service.pending_count = sum(deployment["pendingCount"] for deployment in service.deployments)
    cluster = backend._get_cluster(service.cluster_name)
    mine = [
        other for other in backend.services.values() if other.cluster_name == cluster.name and other.status == "ACTIVE"
    ]
    cluster.active_services_count = len(mine)
    cluster.running_tasks_count = sum(other.running_count for other in mine)
    cluster.pending_tasks_count = sum(other.pending_count for other in mine)
