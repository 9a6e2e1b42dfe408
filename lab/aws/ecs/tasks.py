"""One Fargate task: PROVISIONING → PENDING → ACTIVATING → RUNNING, and STOPPED when it is told to."""

import secrets
from typing import Any

import moto.ecs.models as ecs
from moto.core.utils import utcnow
from moto.ec2 import ec2_backends
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ecs.responses import EC2ContainerServiceResponse as Responses
from moto.moto_api._internal import mock_random

from ..patching import Method, adds, replaces

START = ("PROVISIONING", "PENDING", "ACTIVATING", "RUNNING")
STOPPED_BY_SIGTERM = 143  # the exit code of a container that ends when ECS stops it

# moto sets the name in VPCs with DNS hostnames only, and its ECS then fails on every other VPC; AWS gives an empty one.
NetworkInterface.private_dns_name = ""


@replaces(ecs.Task, "__init__")
def create_task(original: Method, self: Any, cluster: Any, task_definition: Any, *args: Any, **kwargs: Any) -> None:
    """A task begins PROVISIONING and has all its containers; moto starts it RUNNING, with the first one only."""
    network = (kwargs.get("networking_configuration") or {}).get("awsvpcConfiguration")
    if network is not None:
        network.setdefault("securityGroups", [])  # AWS falls back to the VPC's default group
    original(self, cluster, task_definition, *args, **kwargs)
    self.definition = task_definition
    self.created_at = utcnow()
    self.cpu, self.memory = task_definition.cpu, task_definition.memory
    self.connectivity, self.health_status = "CONNECTED", "UNKNOWN"
    self.platform_version, self.platform_family = "1.4.0", "Linux"
    self.availability_zone = f"{self.region_name}a"
    self.enable_execute_command = False
    self._transitions = list(zip(START, START[1:], strict=False))
    self._status = START[0]
    self.containers = [create_container(self, described) for described in task_definition.container_definitions]


def create_container(task: Any, described: dict[str, Any]) -> Any:
    """A container as DescribeTasks shows it before it runs: no exit code."""
    container = ecs.Container(task.definition)
    del container.exitCode  # moto: 0 from the start
    container.container_arn = f"{task.task_arn.replace(':task/', ':container/')}/{mock_random.uuid4()}"
    container.task_arn = task.task_arn
    container.name, container.image = described.get("name"), described.get("image")
    container.cpu, container.memory = str(described.get("cpu", 0)), described.get("memory")
    container.essential = described.get("essential", True)
    container.exit_code = container.reason = None
    container.health_status = "UNKNOWN"
    container.runtime_id = f"{task.id.replace('-', '')}-{secrets.randbelow(10**10)}"
    return container


def advance(task: Any) -> None:
    """Move a task one step towards RUNNING."""
    before = task.status
    task.advance()
    if task.status == "RUNNING" and before != "RUNNING":
        task.started_at = utcnow()
        task.health_status = "HEALTHY"
        for container in task.containers:
            container.last_status, container.health_status = "RUNNING", "HEALTHY"


def finish(task: Any, stop_code: str, reason: str) -> None:
    """Stop a task: its containers end by SIGTERM, its network interface goes."""
    task._status = task.desired_status = "STOPPED"
    task.stop_code, task.stopped_reason = stop_code, reason
    task.stopping_at = task.stopped_at = task.execution_stopped_at = utcnow()
    for container in task.containers:
        container.last_status, container.exit_code = "STOPPED", STOPPED_BY_SIGTERM
    interfaces = ec2_backends[task._account_id][task.region_name].enis
    for attachment in task.attachments:
        attachment["status"] = "DELETED"
        for detail in attachment["details"]:
            if detail["name"] == "networkInterfaceId":
                interfaces.pop(detail["value"], None)


@replaces(ecs.EC2ContainerServiceBackend, "describe_tasks")
def describe_tasks(_original: Method, self: Any, cluster_str: str, tasks: list[str]) -> list[Any]:
    """The tasks asked for, each one step on."""
    if not tasks:
        raise ecs.InvalidParameterException("Tasks cannot be empty.")
    wanted = {task.split("/")[-1] for task in tasks}
    cluster = self._get_cluster(cluster_str)
    found = [task for task in self.tasks.get(cluster.name, {}).values() if task.id in wanted]
    for task in found:
        advance(task)
    return found


@replaces(Responses, "describe_tasks")
def describe_tasks_with_failures(original: Method, self: Any) -> Any:
    """AWS lists an unknown task as a failure MISSING; moto leaves it out."""
    answer = original(self)
    known = {task.id for task in answer.result["tasks"]}
    cluster = self.ecs_backend._get_cluster(self._get_param("cluster", "default"))
    for name in self._get_param("tasks", []):
        task_id = name.split("/")[-1]
        if task_id not in known:
            arn = f"{cluster.arn.replace(':cluster/', ':task/')}/{task_id}"
            answer.result["failures"].append({"arn": arn, "reason": "MISSING"})
    return answer


@replaces(ecs.EC2ContainerServiceBackend, "stop_task")
def stop_task(original: Method, self: Any, cluster_str: str, task_str: str, reason: str) -> Any:
    """AWS stops the containers and frees the network interface; moto marks the task only."""
    task = original(self, cluster_str, task_str, reason)
    finish(task, "UserInitiated", reason or "Task stopped by user")
    return task


@adds(ecs.EC2ContainerServiceBackend, "_calculate_task_resource_requirements")
@staticmethod
def no_placement(_definition: Any) -> dict[str, Any]:
    """Fargate places by itself; moto adds up container memory and fails when a container states none."""
    return {"CPU": 0, "MEMORY": 0, "PORTS": [], "PORTS_UDP": []}
