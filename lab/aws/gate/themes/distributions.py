"""CloudFront: distributions, functions, access controls and policies, each by its own ARN.

"Actions, resources, and condition keys for Amazon CloudFront" (Service Authorization Reference): IAM knows no
CreateDistributionWithTags; it is CreateDistribution and TagResource (CreateDistributionWithTags, CloudFront API).
"""

import re

from ..call import Call

KINDS = (
    "cache-policy continuous-deployment-policy distribution function key-value-store origin-access-control "
    "origin-request-policy response-headers-policy streaming-distribution"
).split()
# What these create has no ARN before it is there.
WITHOUT = {"CreateOriginAccessControl", "CreateContinuousDeploymentPolicy"}
_NAME = re.compile(rb"<Name>([^<]+)</Name>")


def resource(call: Call) -> str:
    """The thing in the path; the tagged one in the query; `*` for lists."""
    tagged = (call.query.get("Resource") or [""])[0]
    if tagged:
        return tagged
    _, _, kind, *rest = [*call.path.split("/"), "", ""]
    number = rest[0]
    if kind not in KINDS or call.operation in WITHOUT:
        return "*"
    if not number and call.method == "GET":
        return "*"
    return f"arn:aws:cloudfront::{call.account}:{kind}/{number or name_of(call, kind)}"


def name_of(call: Call, kind: str) -> str:
    """Functions are created by name, everything else gets an id."""
    found = _NAME.search(call.body) if kind == "function" else None
    return found[1].decode() if found is not None else "*"
