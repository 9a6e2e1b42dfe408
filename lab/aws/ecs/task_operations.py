"""The API calls that run and list tasks."""

import json
from typing import Any

import moto.ecs.models as ecs
from moto.core.responses import ActionResult
from moto.ecs.responses import EC2ContainerServiceResponse as Responses

from ..dataplane.engine import engine
from ..patching import Method, adds, extras, replaces
from .capacity import placement_failure, strategy_of
from .lives import Patron
from .tasks import begin

PLATFORM = "1.4.0"


class Conflict(ecs.EcsClientException):
    """A token that stands for another request."""

    def __init__(self, arns: list[str]) -> None:
        super().__init__("The request could not be processed because of conflict in the current state of the resource.")
        self.code = "ConflictException"
        self.resourceIds = arns


@replaces(Responses, "run_task")
def run_task(_original: Method, self: Any) -> ActionResult:
    """Strategies, tokens, overrides, tags and failures as AWS takes and gives them; moto answers 500 to the first."""
    engine.touch()
    get, backend = self._get_param, self.ecs_backend
    cluster = backend._get_cluster(get("cluster", "default"))
    definition = active(backend, get("taskDefinition"))
    check_overrides(definition, get("overrides") or {})
    token, asked = get("clientToken"), fingerprint(self)
    known = extras(backend, "run_tokens").get(token) if token else None
    if known is not None:
        return ActionResult({"tasks": repeated(backend, cluster, known, asked), "failures": []})
    failure = placement_failure(definition.family)
    if failure is not None:
        return ActionResult({"tasks": [], "failures": [failure]})
    tasks = [finished(self, task) for task in launch(self, cluster)]
    if token:
        extras(backend, "run_tokens")[token] = {"asked": asked, "tasks": [task.task_arn for task in tasks]}
    return ActionResult({"tasks": tasks, "failures": []})


def active(backend: Any, name: str) -> Any:
    """The revision; AWS runs none that is inactive."""
    definition = backend.describe_task_definition(name)
    if definition.status != "ACTIVE":
        raise ecs.EcsClientException("TaskDefinition is inactive")
    return definition


def check_overrides(definition: Any, overrides: dict[str, Any]) -> None:
    """An override of a container that is not there is refused by name."""
    names = [one["name"] for one in definition.container_definitions]
    for one in overrides.get("containerOverrides") or []:
        if one.get("name") not in names:
            reason = f"Override for container named {one.get('name')} is not a container in the TaskDefinition."
            raise ecs.InvalidParameterException(reason)


def fingerprint(request: Any) -> str:
    """Everything that a repetition must say again."""
    sent = {name: value for name, value in request._get_params().items() if name != "clientToken"}
    return json.dumps(sent, sort_keys=True, default=str)


def repeated(backend: Any, cluster: Any, known: dict[str, Any], asked: str) -> list[Any]:
    """The tasks that a token has started; the same token for anything else is a conflict."""
    if known["asked"] != asked:
        raise Conflict(known["tasks"])
    return [task for task in backend.tasks[cluster.name].values() if task.task_arn in known["tasks"]]


def launch(request: Any, cluster: Any) -> list[Any]:
    """moto's tasks."""
    get = request._get_param
    strategy = strategy_of(request, cluster)
    tasks: list[Any] = request.ecs_backend.run_task(
        get("cluster", "default"),
        get("taskDefinition"),
        request._get_int_param("count", 1),
        get("overrides"),
        get("startedBy"),
        get("tags"),
        get("launchType") or ("FARGATE" if strategy else None),
        get("networkConfiguration"),
        get("group"),
        get("platformVersion"),
    )
    for task in tasks:
        if strategy:
            first = max(strategy, key=lambda choice: (choice.get("base", 0), choice.get("weight", 0)))
            task.capacity_provider_name = first["capacityProvider"]
    return tasks


def finished(request: Any, task: Any) -> Any:
    """A task as AWS describes it: what it was sent, and the beginning of its life."""
    get = request._get_param
    task.enable_execute_command = bool(get("enableExecuteCommand"))
    given = get("platformVersion")
    task.platform_version = PLATFORM if given in (None, "LATEST") else given
    own = {tag["key"] for tag in task.tags}
    if get("propagateTags") == "TASK_DEFINITION":
        task.tags = [*task.tags, *(tag for tag in task.definition.tags if tag["key"] not in own)]
    if get("enableECSManagedTags"):
        task.tags = [*task.tags, {"key": "aws:ecs:clusterName", "value": task.cluster_name}]
    begin(task, Patron())
    if task.life is not None:
        task.visible_from = engine.clock.now() + engine.clock.take("visibility")
    return task


@replaces(ecs.EC2ContainerServiceBackend, "list_tasks")
def list_tasks(
    _original: Method,
    self: Any,
    cluster_str: str | None = None,
    container_instance: str | None = None,
    family: str | None = None,
    started_by: str | None = None,
    service_name: str | None = None,
    desiredStatus: str | None = None,  # noqa: N803 (moto's name)
) -> list[Any]:
    """AWS lists the tasks that should run unless asked otherwise; moto lists stopped ones too."""
    engine.touch()
    if started_by and (family or service_name or container_instance):
        raise ecs.InvalidParameterException("startedBy must be the only filter that you use.")
    cluster = self._get_cluster(cluster_str or "default")
    now = engine.clock.now()
    wanted = {
        "desired_status": desiredStatus or "RUNNING",
        "started_by": started_by,
        "group": f"service:{service_name.split('/')[-1]}" if service_name else None,
    }
    return [
        task
        for task in self.tasks.get(cluster.name, {}).values()
        if all(value is None or getattr(task, name) == value for name, value in wanted.items())
        and (not family or task.definition.family == family)
        and task.visible_from <= now
    ]


@adds(Responses)
def put_account_setting_default(self: Any) -> Any:
    """moto has the setting for one principal only; in one account that is the same."""
    return self.put_account_setting()
