"""Task definitions as AWS gives them back: what it adds to a description, and what Fargate refuses to register.

"RegisterTaskDefinition" and "Task execution IAM role" (ECS): images of ECR and the awslogs driver need such a role.
Whoever registers what was described must leave out what AWS has added.
"""

from typing import Any

import moto.ecs.models as ecs
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.responses import EC2ContainerServiceResponse as Responses

from ..dataplane import images
from ..patching import Method, replaces
from ..requests_seen import current, principal_of

FARGATE_NEEDS = "Fargate requires task definition to have execution role ARN to support {}."
CAPABILITY = "com.amazonaws.ecs.capability"


@replaces(Responses, "register_task_definition")
def register_task_definition(original: Method, self: Any) -> ActionResult:
    """Refuse what Fargate refuses, and note when and by whom; moto does neither, and drops fault injection."""
    get = self._get_param
    if "FARGATE" in (get("requiresCompatibilities") or []) and not get("executionRoleArn"):
        check_role(get("containerDefinitions") or [])
    answer = original(self)
    made = answer.result["taskDefinition"]
    seen = current()
    made.registered_at = utcnow()
    made.registered_by = principal_of(seen.access_key if seen is not None else None)
    made.requires_attributes = [{"name": name} for name in attributes_of(made)]
    if get("enableFaultInjection") is not None:
        made.enable_fault_injection = get("enableFaultInjection")
    return answer


def check_role(containers: list[dict[str, Any]]) -> None:
    """What ECS does before the containers run needs a role."""
    drivers = {(one.get("logConfiguration") or {}).get("logDriver") for one in containers}
    if any(images.parse(one.get("image") or "") for one in containers):
        raise ecs.EcsClientException(FARGATE_NEEDS.format("ECR images"))
    if "awslogs" in drivers:
        raise ecs.EcsClientException(FARGATE_NEEDS.format("log driver awslogs"))
    if any(one.get("secrets") for one in containers):
        raise ecs.EcsClientException(FARGATE_NEEDS.format("secrets"))


def attributes_of(definition: Any) -> list[str]:
    """Capabilities that AWS derives from a definition."""
    containers = definition.container_definitions
    found = [f"{CAPABILITY}.docker-remote-api.1.18", "ecs.capability.task-eni"]
    if any((one.get("logConfiguration") or {}).get("logDriver") == "awslogs" for one in containers):
        found += [f"{CAPABILITY}.logging-driver.awslogs", "ecs.capability.execution-role-awslogs"]
    if any(images.parse(one.get("image") or "") for one in containers):
        found += [f"{CAPABILITY}.ecr-auth", "ecs.capability.execution-role-ecr-pull"]
    if getattr(definition, "task_role_arn", None):
        found.append(f"{CAPABILITY}.task-iam-role")
    return found


@replaces(ecs.EC2ContainerServiceBackend, "deregister_task_definition")
def deregister_task_definition(original: Method, self: Any, task_definition_str: str) -> Any:
    """AWS notes when."""
    definition = original(self, task_definition_str)
    definition.deregistered_at = utcnow()
    return definition
