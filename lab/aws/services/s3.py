"""S3: one owner of everything, lifecycle rules with NewerNoncurrentVersions, and delete markers that can be removed."""

import re
from typing import Any

from moto.iam.access_control import PermissionResult
from moto.s3.models import OWNER, FakeBucket, FakeDeleteMarker
from moto.s3.responses import S3Response

from ..patching import Method, replaces
from ..requests_seen import left_out

# Emptying a versioned bucket that holds delete markers: moto calls this method, which it gave to objects only.
FakeDeleteMarker.dispose = lambda self, garbage=False: None

OTHER_OWNER = "bcaf1ffd86f41161ca5fb16fd081034f"
EXPIRATION_END = "</NoncurrentVersionExpiration>"


@replaces(S3Response, "all_buckets")
def all_buckets(original: Method, self: Any) -> Any:
    """moto gives the account one canonical id in lists of buckets and another everywhere else (a diff in every ACL)."""
    status, headers, body = original(self)
    text = body.decode() if isinstance(body, bytes) else body
    return status, headers, text.replace(OTHER_OWNER, OWNER)


@replaces(FakeBucket, "get_permission")
def get_permission(_original: Method, _self: Any, _action: str, resource: str) -> PermissionResult:
    """The gate has judged the bucket's policy, with its conditions; moto looks at actions and resources only.

    It asks for each object of DeleteObjects: those that the gate left out it tells as errors, and deletes the others.
    """
    return PermissionResult.DENIED if resource in left_out() else PermissionResult.PERMITTED


@replaces(FakeBucket, "set_lifecycle")
def set_lifecycle(original: Method, self: Any, rules: list[dict[str, Any]]) -> None:
    """Remember the number of newer versions to keep, which moto drops (and the provider waits three minutes for)."""
    original(self, rules)
    for rule, sent in zip(self.rules, rules, strict=False):
        rule.newer_noncurrent = (sent.get("NoncurrentVersionExpiration") or {}).get("NewerNoncurrentVersions")


@replaces(S3Response, "get_bucket_lifecycle")
def get_bucket_lifecycle(original: Method, self: Any) -> Any:
    """Put the number back into moto's answer."""
    status, headers, body = original(self)
    if status != 200:
        return status, headers, body
    rules = iter([rule for rule in self.backend.get_bucket_lifecycle(self.bucket_name) if rule.nve_noncurrent_days])

    def complete(match: re.Match[str]) -> str:
        number = getattr(next(rules), "newer_noncurrent", None)
        return f"<NewerNoncurrentVersions>{number}</NewerNoncurrentVersions>{match[0]}" if number else match[0]

    return status, headers, re.sub(EXPIRATION_END, complete, body)
