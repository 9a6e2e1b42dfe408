"""The API calls on services; whatever is sent is kept and comes back, as Terraform's second plan expects."""

from typing import Any

import moto.ecs.models as ecs
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.responses import EC2ContainerServiceResponse as Responses

from ..dataplane.engine import engine
from ..patching import Method, replaces
from .capacity import strategy_of
from .deployments import alive_tasks, count, start_deployment
from .patron import wake
from .scheduler import look
from .task_operations import active
from .tasks import finish, runs

# Arguments of CreateService and UpdateService, and the attributes in which moto's answer looks for them.
KEPT = {
    "availabilityZoneRebalancing": "availability_zone_rebalancing",
    "capacityProviderStrategy": "capacity_provider_strategy",
    "deploymentConfiguration": "deployment_configuration",
    "enableECSManagedTags": "enable_ecs_managed_tags",
    "enableExecuteCommand": "enable_execute_command",
    "healthCheckGracePeriodSeconds": "health_check_grace_period_seconds",
    "loadBalancers": "load_balancers",
    "networkConfiguration": "network_configuration",
    "placementConstraints": "placement_constraints",
    "placementStrategy": "placement_strategy",
    "platformVersion": "platform_version",
    "propagateTags": "propagate_tags",
    "serviceConnectConfiguration": "service_connect",
    "serviceRegistries": "service_registries",
    "volumeConfigurations": "volume_configurations",
}
# What AWS reports when it was not sent.
DEFAULTS = {
    "availability_zone_rebalancing": "DISABLED",
    "enable_ecs_managed_tags": False,
    "enable_execute_command": False,
    "platform_family": "Linux",
    "platform_version": "LATEST",
    "service_connect": None,
}
BREAKER_OFF = {"enable": False, "rollback": False}
# A change of these starts a deployment; the others take effect at once.
DEPLOYED = frozenset(
    "capacityProviderStrategy loadBalancers networkConfiguration platformVersion serviceConnectConfiguration "
    "serviceRegistries volumeConfigurations".split()
)


def with_groups(network: dict[str, Any] | None) -> dict[str, Any] | None:
    """AWS takes a network configuration without security groups (the VPC's default is used); moto's KeyError."""
    if network and "awsvpcConfiguration" in network:
        network["awsvpcConfiguration"].setdefault("securityGroups", [])
        network["awsvpcConfiguration"].setdefault("assignPublicIp", "DISABLED")
    return network


@replaces(Responses, "create_service")
def create_service(_original: Method, self: Any) -> ActionResult:
    """Keep every argument, refuse a second service of the name, start the first deployment."""
    engine.touch()
    get, backend = self._get_param, self.ecs_backend
    cluster = backend._get_cluster(get("cluster", "default"))
    if get("taskDefinition"):
        active(backend, get("taskDefinition"))
    existing = backend.services.get(f"{cluster.name}:{get('serviceName')}")
    if existing is not None and existing.status == "ACTIVE":
        raise ecs.InvalidParameterException("Creation of service was not idempotent.")
    strategy = strategy_of(self, cluster)
    service = backend.create_service(
        get("cluster", "default"),
        get("serviceName"),
        self._get_int_param("desiredCount"),
        get("taskDefinition"),
        get("loadBalancers"),
        get("schedulingStrategy"),
        get("tags"),
        get("deploymentController"),
        get("launchType") or ("FARGATE" if strategy else None),
        network_configuration=with_groups(get("networkConfiguration")),
        service_registries=get("serviceRegistries"),
        platform_version=get("platformVersion"),
        propagate_tags=get("propagateTags") or "NONE",
        role_arn=get("role"),
    )
    keep(self, service, strategy)
    start_deployment(service)
    awaken(backend, service)
    return ActionResult({"service": service})


def keep(request: Any, service: Any, strategy: list[dict[str, Any]] | None) -> None:
    """Put a CreateService call's arguments, and AWS's defaults for the rest, on moto's service."""
    for argument, attribute in KEPT.items():
        if request._get_param(argument) is not None:
            setattr(service, attribute, request._get_param(argument))
    for attribute, value in DEFAULTS.items():
        if getattr(service, attribute, None) is None:
            setattr(service, attribute, value)
    service.capacity_provider_strategy = strategy
    if strategy:
        service.launch_type = None
    service.deployment_configuration = {
        "deploymentCircuitBreaker": BREAKER_OFF,
        "maximumPercent": 200,
        "minimumHealthyPercent": 100,
        **(request._get_param("deploymentConfiguration") or {}),
    }
    service.created_at = utcnow()
    service.running_count = service.pending_count = 0
    service.deployments = []


def awaken(backend: Any, service: Any) -> None:
    """The scheduler looks by itself where tasks run; a service of tasks that idle waits for somebody to describe it."""
    alive = [task for deployment in service.deployments for task in alive_tasks(service, deployment)]
    starts = service.desired_count > 0 and runs(backend.describe_task_definition(service.task_definition))
    if starts or any(task.life is not None for task in alive):
        wake(service)


class NotActive(ecs.EcsClientException):
    """The service was deleted."""

    def __init__(self) -> None:
        super().__init__("Service was not ACTIVE.")
        self.code = "ServiceNotActiveException"


@replaces(Responses, "update_service")
def update_service(_original: Method, self: Any) -> ActionResult:
    """Change what was sent; a new task definition, network or load balancer starts a deployment."""
    engine.touch()
    get, backend = self._get_param, self.ecs_backend
    service = backend._get_service(get("cluster", "default"), get("service").split("/")[-1])
    if service.status != "ACTIVE":
        raise NotActive()
    fresh = bool(get("forceNewDeployment"))
    if get("taskDefinition"):
        arn = active(backend, get("taskDefinition")).arn
        fresh, service.task_definition = fresh or arn != service.task_definition, arn
    with_groups(get("networkConfiguration"))
    for argument, attribute in KEPT.items():
        value = get(argument)
        if value is None:
            continue
        if argument == "deploymentConfiguration":
            value = {**service.deployment_configuration, **value}  # what is left out stays
        fresh = fresh or (argument in DEPLOYED and value != getattr(service, attribute, None))
        setattr(service, attribute, value)
    if get("capacityProviderStrategy"):
        service.launch_type = None
    if get("desiredCount") is not None:
        service.desired_count = self._get_int_param("desiredCount")
    if fresh:
        start_deployment(service)
    else:
        service.deployments[0].update(desiredCount=service.desired_count, updatedAt=utcnow())
    awaken(backend, service)
    return ActionResult({"service": service})


@replaces(ecs.EC2ContainerServiceBackend, "describe_services")
def describe_services(original: Method, self: Any, cluster_str: str, names: list[str]) -> Any:
    """The services, each one step on; moto's never change."""
    engine.touch()
    found, failures = original(self, cluster_str, names)
    for service in found:
        if service.status == "ACTIVE" and service.deployments:
            look(self, service)
    return found, failures


@replaces(ecs.EC2ContainerServiceBackend, "delete_service")
def delete_service(original: Method, self: Any, cluster_name: str, service_name: str, force: bool) -> Any:
    """AWS stops the service's tasks; moto leaves the service's numbers as they were."""
    service = original(self, cluster_name, service_name, force)
    for task in [task for deployment in service.deployments for task in alive_tasks(service, deployment)]:
        finish(task, "ServiceSchedulerInitiated", "Service was deleted")
    service.deployments, service.desired_count = [], 0
    count(self, service)
    return service
