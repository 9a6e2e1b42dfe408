"""CloudFront functions, which moto lacks: DEVELOPMENT is what was last written, LIVE what was last published."""

from typing import Any

import moto.cloudfront.models as cloudfront
from moto.cloudfront import urls
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow

from ...patching import adds, extras
from .errors import refuse
from .policies import API

DRAFT, LIVE = "DEVELOPMENT", "LIVE"

for _end in ("", "/(?P<name>[^/]+)", "/(?P<name>[^/]+)/describe", "/(?P<name>[^/]+)/publish"):
    urls.url_paths[f"{{0}}/{API}/function{_end}$"] = CloudFrontResponse.dispatch


def stages(response: Any) -> dict[str, dict[str, Any]]:
    """Functions by name, then by stage."""
    return extras(response.backend, "functions")


def find(response: Any) -> dict[str, Any] | None:
    """The function and stage that a request names."""
    stage = response._get_param("Stage") or DRAFT
    found: dict[str, Any] | None = stages(response).get(response._get_param("Name"), {}).get(stage)
    return found


def missing() -> Any:
    """AWS's answer for an unknown function."""
    return refuse("NoSuchFunctionExists", "The specified function does not exist.")


def summary(function: dict[str, Any], stage: str) -> dict[str, Any]:
    """What AWS tells about a function."""
    metadata = {
        "FunctionARN": f"arn:aws:cloudfront::123456789012:function/{function['Name']}",
        "Stage": stage,
        "CreatedTime": function["created"],
        "LastModifiedTime": utcnow(),
    }
    status = "DEPLOYED" if stage == LIVE else "UNPUBLISHED"
    shown = {"Name": function["Name"], "Status": status, "FunctionConfig": function["config"]}
    return {**shown, "FunctionMetadata": metadata}


@adds(CloudFrontResponse)
def create_function(self: Any) -> Any:
    """CreateFunction."""
    name = self._get_param("Name")
    if name in stages(self):
        return refuse("FunctionAlreadyExists", "A function with this name already exists.", 409)
    function = {
        "Name": name,
        "config": self._get_param("FunctionConfig"),
        "code": self._get_param("FunctionCode"),
        "created": utcnow(),
        "etag": cloudfront.random_id(),
    }
    stages(self)[name] = {DRAFT: function}
    return ActionResult({"FunctionSummary": summary(function, DRAFT), "ETag": function["etag"], "Location": name})


@adds(CloudFrontResponse)
def describe_function(self: Any) -> Any:
    """DescribeFunction."""
    function = find(self)
    if function is None:
        return missing()
    stage = self._get_param("Stage") or DRAFT
    return ActionResult({"FunctionSummary": summary(function, stage), "ETag": function["etag"]})


@adds(CloudFrontResponse)
def get_function(self: Any) -> Any:
    """GetFunction: the code itself."""
    function = find(self)
    if function is None:
        return missing()
    code = function["code"]
    headers = {"ETag": function["etag"], "Content-Type": "application/octet-stream"}
    return code if isinstance(code, str) else code.decode(), headers


@adds(CloudFrontResponse)
def update_function(self: Any) -> Any:
    """UpdateFunction: changes the draft."""
    function = stages(self)[self._get_param("Name")][DRAFT]
    function.update(
        config=self._get_param("FunctionConfig"), code=self._get_param("FunctionCode"), etag=cloudfront.random_id()
    )
    return ActionResult({"FunctionSummary": summary(function, DRAFT), "ETag": function["etag"]})


@adds(CloudFrontResponse)
def publish_function(self: Any) -> Any:
    """PublishFunction: the draft goes live."""
    function = stages(self)[self._get_param("Name")]
    function[LIVE] = dict(function[DRAFT])
    return ActionResult({"FunctionSummary": summary(function[LIVE], LIVE)})


@adds(CloudFrontResponse)
def delete_function(self: Any) -> Any:
    """DeleteFunction."""
    stages(self).pop(self._get_param("Name"), None)
    return EmptyResult()
