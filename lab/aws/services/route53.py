"""Route 53: zones with ids like AWS's, and private ones known by their VPC, not by a flag that the API ignores."""

from typing import Any

from moto.route53.models import HostedZoneIdentifier
from moto.route53.responses import Route53

from ..patching import Method, replaces


@replaces(Route53, "create_hosted_zone")
def create_hosted_zone(original: Method, self: Any) -> Any:
    """Set moto's flag from the VPC."""
    if self._get_param("VPC.VPCId"):
        self.params.setdefault("HostedZoneConfig", {})["PrivateZone"] = True
    return original(self)


@replaces(HostedZoneIdentifier, "generate")
def generate(original: Method, self: Any, **kwargs: Any) -> str:
    """AWS's ids of zones begin with Z, and modules check that they do; moto's begin with anything."""
    return f"Z{original(self, **kwargs)[1:]}"
