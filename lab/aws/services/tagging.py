"""What carries which tags: moto asks all of its services; Glue among them needs a library that nothing else does."""

import sys
from collections import defaultdict
from types import ModuleType, SimpleNamespace
from typing import Any

from moto.utilities.tagging_service import TaggingService


def _without_glue() -> ModuleType:
    """Stands in for Glue, of which no stack has anything."""
    module: Any = ModuleType("moto.glue.models")
    module.GlueBackend = SimpleNamespace
    module.glue_backends = defaultdict(lambda: defaultdict(lambda: SimpleNamespace(tagger=TaggingService())))
    return module


sys.modules.setdefault("moto.glue.models", _without_glue())
