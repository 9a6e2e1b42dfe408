"""Distributions that give back what they were sent; their invalidations are in ../../dataplane/cdn."""

import copy
from typing import Any

import moto.cloudfront.models as cloudfront

from ...patching import Method, replaces

EMPTY = {"Quantity": 0}
NO_RESTRICTIONS = {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}}
DEFAULT_CERTIFICATE = {"CloudFrontDefaultCertificate": True, "MinimumProtocolVersion": "TLSv1"}


class WholeConfig(dict[str, Any]):
    """A distribution's configuration with AWS's defaults; moto keeps a part of it (no access control, functions …)."""

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(copy.deepcopy(config))
        for key in ("Aliases", "OriginGroups", "CustomErrorResponses", "CacheBehaviors"):
            self.setdefault(key, EMPTY)
        self.setdefault("PriceClass", "PriceClass_All")
        self.setdefault("HttpVersion", "http2")
        self.setdefault("Staging", False)
        self.setdefault("Restrictions", NO_RESTRICTIONS)
        self.setdefault("ViewerCertificate", DEFAULT_CERTIFICATE)
        origins = [origin["Id"] for origin in self["Origins"]["Items"]]
        if self["DefaultCacheBehavior"]["TargetOriginId"] not in origins:
            raise cloudfront.OriginDoesNotExist
        self.caller_reference = self["CallerReference"]

    @property
    def enabled(self) -> Any:
        """Read by moto's delete."""
        return self.get("Enabled")


cloudfront.DistributionConfig = WholeConfig


@replaces(cloudfront.Distribution, "__init__")
def create(original: Method, self: Any, account_id: str, region_name: str, config: Any) -> None:
    """moto leaves the (empty) region out of the ARN."""
    original(self, account_id, region_name, config)
    self.arn = self.arn.replace(f":cloudfront:{account_id}:", f":cloudfront::{account_id}:")


@replaces(cloudfront.CloudFrontBackend, "update_distribution")
def update_distribution(original: Method, self: Any, dist_config: Any, _id: str, if_match: str) -> Any:
    """AWS gives a new ETag and deploys again; moto changes neither."""
    distribution, location, _ = original(self, dist_config, _id, if_match)
    distribution.etag = cloudfront.random_id()
    distribution.status = "InProgress"
    distribution._tick = 0
    return distribution, location, distribution.etag
