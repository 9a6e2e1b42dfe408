"""Route 53: a zone created with a VPC is private; moto looks for a flag that the API ignores."""

from typing import Any

from moto.route53.responses import Route53

from ..patching import Method, replaces


@replaces(Route53, "create_hosted_zone")
def create_hosted_zone(original: Method, self: Any) -> Any:
    """Set moto's flag from the VPC."""
    if self._get_param("VPC.VPCId"):
        self.params.setdefault("HostedZoneConfig", {})["PrivateZone"] = True
    return original(self)
