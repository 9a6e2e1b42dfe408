"""Fargate tasks as DescribeTasks shows them.

One whose images this account's registry holds has a life of its own (lives.py). One of other images idles: it goes on
by a step whenever somebody looks at it, PROVISIONING → PENDING → ACTIVATING → RUNNING, and costs nothing in between.
"""

import itertools
import secrets
from typing import Any

import moto.ecs.models as ecs
from moto.core.utils import utcnow
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ecs.responses import EC2ContainerServiceResponse as Responses
from moto.moto_api._internal import mock_random

from ..dataplane import images
from ..dataplane.engine import engine
from ..patching import Method, adds, replaces
from .interfaces import free_interfaces
from .lives import Life, Patron

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
    self.id = self.id.replace("-", "")  # 32 hexadecimal digits on AWS
    self.life = None
    self.visible_from = 0.0
    self.definition = task_definition
    self.created_at = utcnow()
    self.cpu, self.memory = task_definition.cpu, task_definition.memory
    self.connectivity, self.health_status = "CONNECTED", "UNKNOWN"
    self.platform_version, self.platform_family = "1.4.0", "Linux"
    self.availability_zone = f"{self.region_name}a"
    self.enable_execute_command = False
    self._transitions = list(itertools.pairwise(START))
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
    """Move a task that idles one step towards RUNNING."""
    if task.life is not None:
        return
    before = task.status
    task.advance()
    if task.status == "RUNNING" and before != "RUNNING":
        task.started_at = utcnow()
        task.health_status = "HEALTHY"
        for container in task.containers:
            container.last_status, container.health_status = "RUNNING", "HEALTHY"


def runs(definition: Any) -> bool:
    """Whether any image of a task definition is held by this account's registry."""
    return any(images.parse(one.get("image") or "") for one in definition.container_definitions)


def begin(task: Any, patron: Patron) -> None:
    """A task whose images run begins its life."""
    if runs(task.definition):
        task._transitions = []
        task.life = Life(task, task.definition, patron)


def finish(task: Any, stop_code: str, reason: str) -> None:
    """Stop a task; one that idles at once: its containers end by SIGTERM, its network interface goes."""
    if task.life is not None:
        task.life.stop(stop_code, reason)
        return
    task._status = task.desired_status = "STOPPED"
    task.stop_code, task.stopped_reason = stop_code, reason
    task.stopping_at = task.stopped_at = task.execution_stopped_at = utcnow()
    for container in task.containers:
        container.last_status, container.exit_code = "STOPPED", STOPPED_BY_SIGTERM
    free_interfaces(task)


@replaces(ecs.EC2ContainerServiceBackend, "describe_tasks")
def describe_tasks(_original: Method, self: Any, cluster_str: str, tasks: list[str]) -> list[Any]:
    """The tasks asked for, each one step on."""
    if not tasks:
        raise ecs.InvalidParameterException("Tasks cannot be empty.")
    engine.touch()
    wanted = {task.split("/")[-1] for task in tasks}
    cluster = self._get_cluster(cluster_str)
    now = engine.clock.now()
    known = self.tasks.get(cluster.name, {}).values()
    found = [task for task in known if task.id in wanted and task.visible_from <= now]
    for task in found:
        advance(task)
    return found


@replaces(Responses, "describe_tasks")
def describe_tasks_with_failures(original: Method, self: Any) -> Any:
    """AWS lists an unknown task, and one that RunTask has just started, as a failure MISSING; moto leaves it out."""
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
def stop_task(_original: Method, self: Any, cluster_str: str, task_str: str, reason: str) -> Any:
    """AWS stops the containers and frees the network interface; moto marks the task only."""
    engine.touch()
    members = self.tasks.get(self._get_cluster(cluster_str).name, {})
    task = next((one for one in members.values() if one.id == task_str.rsplit("/", maxsplit=1)[-1]), None)
    if task is None:
        raise ecs.InvalidParameterException("The referenced task was not found.")
    if task.desired_status == "RUNNING":
        finish(task, "UserInitiated", reason or "Task stopped by user")
    return task


@adds(ecs.EC2ContainerServiceBackend, "_calculate_task_resource_requirements")
@staticmethod
def no_placement(_definition: Any) -> dict[str, Any]:
    """Fargate places by itself; moto adds up container memory and fails when a container states none."""
    return {"CPU": 0, "MEMORY": 0, "PORTS": [], "PORTS_UDP": []}
