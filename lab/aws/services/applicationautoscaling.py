"""Application Auto Scaling: tags of scalable targets, which moto does not keep (the provider reads them always)."""

import json
from typing import Any

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse as Responses

from ..patching import Method, adds, extras, replaces


def tags_of(response: Any) -> dict[str, dict[str, str]]:
    """Tags by ARN, beside moto's own state."""
    return extras(response.applicationautoscaling_backend, "tags")


@replaces(Responses, "register_scalable_target")
def register_scalable_target(original: Method, self: Any) -> Any:
    """AWS takes tags with the registration."""
    answer = original(self)
    if self._get_param("Tags"):
        arn = json.loads(answer)["ScalableTargetARN"]
        tags_of(self).setdefault(arn, {}).update(self._get_param("Tags"))
    return answer


@adds(Responses)
def list_tags_for_resource(self: Any) -> str:
    """ListTagsForResource."""
    return json.dumps({"Tags": tags_of(self).get(self._get_param("ResourceARN"), {})})


@adds(Responses)
def tag_resource(self: Any) -> str:
    """TagResource."""
    tags_of(self).setdefault(self._get_param("ResourceARN"), {}).update(self._get_param("Tags"))
    return "{}"


@adds(Responses)
def untag_resource(self: Any) -> str:
    """UntagResource."""
    for key in self._get_param("TagKeys"):
        tags_of(self).get(self._get_param("ResourceARN"), {}).pop(key, None)
    return "{}"
