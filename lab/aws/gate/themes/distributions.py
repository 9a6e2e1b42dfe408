"""CloudFront: distributions, functions, access controls and policies, each by its own ARN once it is there.

"Actions, resources, and condition keys for Amazon CloudFront" (Service Authorization Reference): creating takes no
resource; IAM knows no CreateDistributionWithTags, it is CreateDistribution and TagResource (CreateDistributionWithTags,
CloudFront API).
"""

from ..call import Call

KINDS = (
    "cache-policy continuous-deployment-policy distribution function key-value-store origin-access-control "
    "origin-request-policy response-headers-policy streaming-distribution"
).split()


def resource(call: Call) -> str:
    """The thing in the path; the tagged one in the query; `*` for lists and for what is yet to be made."""
    tagged = (call.query.get("Resource") or [""])[0]
    if tagged:
        return tagged
    _, _, kind, number, *_ = [*call.path.split("/"), "", "", ""]
    return f"arn:aws:cloudfront::{call.account}:{kind}/{number}" if kind in KINDS and number else "*"
