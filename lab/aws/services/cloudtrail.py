"""CloudTrail: AWS takes a trail's ARN wherever it takes its name; moto fails with KeyError in these three."""

from typing import Any

from moto.cloudtrail.models import CloudTrailBackend

from ..patching import Method, replaces


def by_name(original: Method, self: Any, name: str) -> Any:
    """Call moto with the trail's name, whichever of the two was given."""
    return original(self, self.get_trail(name).trail_name)


for _operation in ("start_logging", "stop_logging", "delete_trail"):
    replaces(CloudTrailBackend, _operation)(by_name)
