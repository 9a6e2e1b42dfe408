"""What a service does between two looks at it: launch, drain, complete a deployment, say so in its events."""

import secrets
from typing import Any

import moto.ecs.models as ecs
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

from .tasks import advance, finish


def say(service: Any, text: str) -> None:
    """Add a service event, newest first."""
    message = f"(service {service.name}) {text}"
    service.events.insert(0, {"id": str(mock_random.uuid4()), "createdAt": utcnow(), "message": message})


def start_deployment(service: Any) -> dict[str, Any]:
    """A new PRIMARY deployment of the service's task definition; the others become ACTIVE and drain."""
    for other in service.deployments:
        other["status"] = "ACTIVE"
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
    service.deployments.insert(0, deployment)
    return deployment


def alive_tasks(backend: Any, service: Any, deployment: dict[str, Any]) -> list[Any]:
    """Tasks that a deployment started and nobody stopped."""
    return [
        task
        for task in backend.tasks.get(service.cluster_name, {}).values()
        if task.group == f"service:{service.name}"
        and task.started_by == deployment["id"]
        and task.desired_status == "RUNNING"
    ]


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
        tags=service.tags if service.propagate_tags == "SERVICE" else [],
        networking_configuration=service.network_configuration or None,
    )
    task.enable_execute_command = service.enable_execute_command
    if service.capacity_provider_strategy:
        task.capacity_provider_name = service.capacity_provider_strategy[0]["capacityProvider"]
    backend.tasks.setdefault(cluster.name, {})[task.task_arn] = task
    return task


def stop_all(backend: Any, service: Any, deployment: dict[str, Any], reason: str) -> None:
    """Stop every task of a deployment."""
    for task in alive_tasks(backend, service, deployment):
        finish(task, "ServiceSchedulerInitiated", reason)


def step(backend: Any, service: Any) -> None:
    """Move a service one step towards its desired count, and complete the deployment when it is reached."""
    deployment = service.deployments[0]
    alive = alive_tasks(backend, service, deployment)
    for task in alive:
        advance(task)
    started = [launch(backend, service, deployment) for _ in range(service.desired_count - len(alive))]
    if started:
        say(service, f"has started {len(started)} tasks: " + " ".join(f"(task {task.id})." for task in started))
    for task in alive[service.desired_count :]:
        finish(task, "ServiceSchedulerInitiated", f"Scaling activity initiated by (deployment {deployment['id']})")
    alive = alive_tasks(backend, service, deployment)
    running = sum(task.status == "RUNNING" for task in alive)
    deployment.update(
        desiredCount=service.desired_count, runningCount=running, pendingCount=len(alive) - running, updatedAt=utcnow()
    )
    if deployment["rolloutState"] == "IN_PROGRESS" and running == service.desired_count:
        complete(backend, service, deployment)
    count(backend, service)


def complete(backend: Any, service: Any, deployment: dict[str, Any]) -> None:
    """The deployment is what runs now; earlier ones are stopped and forgotten."""
    for old in service.deployments[1:]:
        stop_all(backend, service, old, f"Scaling activity initiated by (deployment {deployment['id']})")
    service.deployments = [deployment]
    deployment["rolloutState"] = "COMPLETED"
    deployment["rolloutStateReason"] = f"ECS deployment {deployment['id']} completed."
    say(service, f"(deployment {deployment['id']}) deployment completed.")
    say(service, "has reached a steady state.")


def count(backend: Any, service: Any) -> None:
    """Add up the deployments in the service, and the services in the cluster."""
    for old in service.deployments[1:]:
        old["runningCount"] = len(alive_tasks(backend, service, old))
    service.running_count = sum(deployment["runningCount"] for deployment in service.deployments)
    service.pending_count = sum(deployment["pendingCount"] for deployment in service.deployments)
    cluster = backend._get_cluster(service.cluster_name)
    mine = [
        other for other in backend.services.values() if other.cluster_name == cluster.name and other.status == "ACTIVE"
    ]
    cluster.active_services_count = len(mine)
    cluster.running_tasks_count = sum(other.running_count for other in mine)
    cluster.pending_tasks_count = sum(other.pending_count for other in mine)
