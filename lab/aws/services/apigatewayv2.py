"""API Gateway v2: UpdateStage, which moto lacks, and domain names that become AVAILABLE."""

import hashlib
import json
from typing import Any
from urllib.parse import unquote

from moto.apigatewayv2.models import DomainName
from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.core.utils import camelcase_to_underscores

from ..patching import Method, adds, replaces

HOSTED_ZONE = "Z1UJRXOUMOOFQ8"  # API Gateway's own zone in us-east-1


@adds(ApiGatewayV2Response)
def update_stage(self: Any) -> Any:
    """UpdateStage."""
    parts = self.path.split("/")
    stage = self.apigatewayv2_backend.get_stage(parts[-3], unquote(parts[-1]))
    for key, value in json.loads(self.body).items():
        setattr(stage, camelcase_to_underscores(key), value)
    return 200, {}, json.dumps(stage.to_json())


@replaces(DomainName, "to_json")
def describe_domain(original: Method, self: Any) -> dict[str, Any]:
    """AWS adds status, target and zone to each configuration; moto leaves them out, and the provider waits for ever."""
    shown = original(self)
    label = hashlib.sha256(self.domain_name.encode()).hexdigest()[:10]
    target = f"d-{label}.execute-api.us-east-1.amazonaws.com"
    defaults = {"domainNameStatus": "AVAILABLE", "hostedZoneId": HOSTED_ZONE, "apiGatewayDomainName": target}
    shown["domainNameConfigurations"] = [{**defaults, **given} for given in shown["domainNameConfigurations"]]
    return {key: value for key, value in shown.items() if value}
