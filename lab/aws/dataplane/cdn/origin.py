"""Objects of a bucket, read as CloudFront may read them: the bucket's policy decides, and the public access block.

"Restrict access to an Amazon S3 origin" (CloudFront Developer Guide): with an origin access control the service itself
asks, and the policy knows it by the distribution's ARN; without one, anybody does. S3 tells that an object is missing
to whoever may list the bucket, and refuses everybody else.
"""

import re
from typing import Any
from urllib.parse import unquote

from moto.s3.models import FakeDeleteMarker, s3_backends

from ...gate.decision import Check, decide
from ...gate.gate import ANONYMOUS
from ...gate.resource_policies import policy_for
from ...requests_seen import ACCOUNT_ID
from .. import permissions
from ..engine import engine
from ..listener import Response

SERVICE = "cloudfront.amazonaws.com"
BUCKET = re.compile(r"(?P<bucket>.+?)\.s3[.-](?:(?P<region>[a-z0-9-]+)\.)?amazonaws\.com")
KEPT = "cache-control content-disposition content-encoding content-language content-type expires".split()


class NotABucket(Exception):
    """An origin that the lab does not reach."""


def fetch(distribution: Any, origin: dict[str, Any], path: str) -> Response:
    """The object at a path, or S3's refusal."""
    match = BUCKET.fullmatch(origin["DomainName"])
    if match is None:
        raise NotABucket(f"the origin {origin['DomainName']} is no bucket")
    name = match["bucket"]
    key = unquote(f"{origin.get('OriginPath') or ''}{path}").lstrip("/")
    assert engine.turnstile is not None
    with engine.turnstile.enter("s3", "an origin of CloudFront"):
        bucket = s3_backends[ACCOUNT_ID]["aws"].buckets.get(name)
        if bucket is None:
            return refusal(404, "NoSuchBucket", "The specified bucket does not exist")
        if not may(distribution, origin, "s3:GetObject", f"arn:aws:s3:::{name}/{key}"):
            return refusal(403, "AccessDenied", "Access Denied")
        found = bucket.keys.get(key)
        if found is not None and not isinstance(found, FakeDeleteMarker):
            return describe(found)
        if may(distribution, origin, "s3:ListBucket", f"arn:aws:s3:::{name}"):
            return refusal(404, "NoSuchKey", "The specified key does not exist.")
        return refusal(403, "AccessDenied", "Access Denied")


def may(distribution: Any, origin: dict[str, Any], action: str, resource: str) -> bool:
    """Whether the bucket's policy lets the distribution."""
    region = "us-east-1"
    policy = policy_for("s3", resource, region)
    if not origin.get("OriginAccessControlId"):
        return decide(Check(action, resource, region, {}), ANONYMOUS, policy).allowed
    keys = {"aws:SourceArn": distribution.arn, "aws:SourceAccount": ACCOUNT_ID}
    return permissions.allows(policy, SERVICE, Check(action, resource, region, keys)).allowed


def describe(found: Any) -> Response:
    """An object with the headers that S3 gives it."""
    metadata = {str(name).lower(): str(value) for name, value in dict(found.metadata or {}).items()}
    headers = [
        ("ETag", found.etag),
        ("Last-Modified", found.last_modified_RFC1123),
        ("Content-Type", metadata.get("content-type") or "binary/octet-stream"),
        ("Accept-Ranges", "bytes"),
        ("Server", "AmazonS3"),
        *((name.title(), metadata[name]) for name in KEPT if name in metadata and name != "content-type"),
        *((name, value) for name, value in metadata.items() if name.startswith("x-amz-meta-")),
    ]
    return Response(200, headers, found.value)


def refusal(status: int, code: str, message: str) -> Response:
    """An error document of S3."""
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>'
    return Response(status, [("Content-Type", "application/xml"), ("Server", "AmazonS3")], body.encode())
