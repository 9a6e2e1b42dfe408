"""Task definitions by family alone: AWS answers with the newest ACTIVE revision, moto with the newest of all."""

from typing import Any

from moto.ecs.models import EC2ContainerServiceBackend

from ..patching import Method, replaces


@replaces(EC2ContainerServiceBackend, "describe_task_definition")
def describe_task_definition(original: Method, self: Any, task_definition_str: str) -> Any:
    """A revision that was deregistered is still found by its number, and never by its family."""
    family = task_definition_str.rpartition("/")[2]
    revisions = self.task_definitions.get(family) or {}
    active = [number for number, one in revisions.items() if one.status == "ACTIVE"]
    if not revisions:  # a revision is named, or there is no such family
        return original(self, task_definition_str)
    return original(self, f"{family}:{max(active, default=0)}")
