"""Synthetics: starting, stopping, changing and deleting canaries, which moto lacks; times as numbers."""

import json
import re
from typing import Any

from moto.core.utils import unix_time, utcnow
from moto.synthetics import urls
from moto.synthetics.models import Canary
from moto.synthetics.responses import SyntheticsResponse

from ..patching import Method, adds, replaces

SETTLED = {"STARTING": "RUNNING", "STOPPING": "STOPPED"}
CHANGEABLE = {
    "ArtifactS3Location": "artifact_s3_location",
    "Code": "code",
    "RunConfig": "run_config",
    "RuntimeVersion": "runtime_version",
    "Schedule": "schedule",
}

for _path in ("canary/(?P<name>[^/]+)/start$", "canary/(?P<name>[^/]+)/stop$", "tags/(?P<resourceArn>.+)$"):
    urls.url_paths["{0}/" + _path] = SyntheticsResponse.dispatch


@replaces(Canary, "to_dict")
def describe(original: Method, self: Any) -> dict[str, Any]:
    """AWS gives epoch seconds, an engine ARN, the artifact location without its scheme, and never the code."""
    shown = {key: value for key, value in original(self).items() if value is not None}
    handler = (shown.get("Code") or {}).get("Handler")
    account = "arn:aws:lambda:us-east-1:123456789012"
    return {
        **shown,
        "Timeline": {key: unix_time(value) for key, value in self.timeline.items() if value},
        "Status": {"State": self.state},
        "EngineArn": f"{account}:function:cwsyn-{self.name}-{self.id}:1",
        "Code": {"Handler": handler, "SourceLocationArn": f"{account}:layer:cwsyn-{self.name}-{self.id}:1"},
        "Schedule": {"DurationInSeconds": 0, **shown["Schedule"]},
        "RunConfig": {"MemoryInMB": 1000, "ActiveTracing": False, **(shown.get("RunConfig") or {})},
        "ArtifactS3Location": re.sub("^s3://", "", shown["ArtifactS3Location"]),
        "Tags": self.tags,
    }


@replaces(SyntheticsResponse, "get_canary")
def get_canary(original: Method, self: Any) -> Any:
    """AWS answers 404 for an unknown canary (moto: KeyError); a starting one runs at the next look."""
    name = self.path.split("/")[-1]
    canary = self.synthetics_backend.canaries.get(name)
    if canary is None:
        headers = {"x-amzn-errortype": "ResourceNotFoundException", "status": 404}
        return json.dumps({"Message": f"Canary {name} not found"}), headers
    answer = original(self)
    canary.state = SETTLED.get(canary.state, canary.state)
    return answer


def move_to(state: str, stamp: str) -> Method:
    """StartCanary and StopCanary."""

    def operation(self: Any) -> str:
        canary = self.synthetics_backend.canaries[self.path.split("/")[-2]]
        canary.state = state
        canary.timeline[stamp] = utcnow()
        return "{}"

    return operation


adds(SyntheticsResponse, "start_canary")(move_to("STARTING", "LastStarted"))
adds(SyntheticsResponse, "stop_canary")(move_to("STOPPING", "LastStopped"))


@adds(SyntheticsResponse)
def delete_canary(self: Any) -> str:
    """DeleteCanary."""
    self.synthetics_backend.canaries.pop(self.path.split("/")[-1], None)
    return "{}"


@adds(SyntheticsResponse)
def update_canary(self: Any) -> str:
    """UpdateCanary."""
    canary = self.synthetics_backend.canaries[self.path.split("/")[-1]]
    for name, value in json.loads(self.body).items():
        if name in CHANGEABLE:
            setattr(canary, CHANGEABLE[name], value)
    return "{}"
