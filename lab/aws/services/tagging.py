"""What carries which tags: moto asks all of its services; Glue among them needs a library that nothing else does."""

import sys
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

from moto.utilities.tagging_service import TaggingService

from ..patching import Method, replaces


def _without_glue() -> ModuleType:
    """Stands in for Glue, of which no stack has anything."""
    module: Any = ModuleType("moto.glue.models")
    module.GlueBackend = SimpleNamespace
    module.glue_backends = defaultdict(lambda: defaultdict(lambda: SimpleNamespace(tagger=TaggingService())))
    return module


sys.modules.setdefault("moto.glue.models", _without_glue())

from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend  # noqa: E402 (it looks for Glue)


@replaces(ResourceGroupsTaggingAPIBackend, "_get_resources_generator")
def get_resources_generator(original: Method, self: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
    """What was deleted and is described for a while: AWS lists it for hours, moto for good, this not at all."""
    ecs, gateways = self.ecs_backend, self.ec2_backend.nat_gateways
    ended = {thing.arn for thing in (*ecs.clusters.values(), *ecs.services.values()) if thing.status == "INACTIVE"}
    ended |= {f"natgateway/{name}" for name, gateway in gateways.items() if gateway.state == "deleted"}
    for row in original(self, *args, **kwargs):
        if not ended & {row["ResourceARN"], row["ResourceARN"].rpartition(":")[2]}:
            yield row
