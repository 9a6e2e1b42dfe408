"""S3: the condition keys of reading and writing objects, and the second permission that copies and batches need.

"Actions, resources, and condition keys for Amazon S3" (Service Authorization Reference) and "Required permissions for
Amazon S3 API operations": CopyObject reads its source, DeleteObjects is judged on every key of its list.
"""

from typing import Any

from ministack.core import iam_actions
from moto.s3.models import s3_backends

from ..call import Call

# Loopback counts as secure transport (gate/decision.py), and as that of today.
TLS_VERSION = "1.3"
# Headers that are condition keys of the same name.
HEADERS = (
    "x-amz-server-side-encryption x-amz-server-side-encryption-aws-kms-key-id x-amz-acl x-amz-storage-class "
    "x-amz-server-side-encryption-customer-algorithm x-amz-copy-source x-amz-metadata-directive x-amz-grant-read "
    "x-amz-grant-write x-amz-grant-full-control"
).split()

DELETIONS = ("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention")


def keys(call: Call) -> dict[str, Any]:
    """`s3:prefix` and its like for listings; encryption, ACL and conditional headers for writes; tags for reads."""
    return {"s3:TlsVersion": TLS_VERSION, **keys_of_operation(call)}


def keys_of_operation(call: Call) -> dict[str, Any]:
    """What depends on the operation."""
    if call.operation.startswith("ListBucket"):
        return iam_actions.s3_service_context(call.action, call.query)
    if call.operation == "PutObject":
        found = {f"s3:{name}": call.headers[name] for name in HEADERS if call.headers.get(name)}
        for name in ("if-match", "if-none-match"):
            if call.headers.get(name):
                found[f"s3:{name}"] = call.headers[name]
        return found
    version = (call.query.get("versionId") or [""])[0]
    return {**({"s3:VersionId": version} if version else {}), **tags_of_object(call)}


def tags_of_object(call: Call) -> dict[str, str]:
    """s3:ExistingObjectTag/<key>."""
    name, _, key = call.path.lstrip("/").partition("/")
    backend = s3_backends[call.account]["aws"]
    bucket = backend.buckets.get(name)
    found = bucket.keys.get(key) if bucket is not None and key else None
    if found is None or not hasattr(found, "arn"):
        return {}
    return {
        f"s3:ExistingObjectTag/{tag}": value
        for tag, value in backend.tagger.get_tag_dict_for_resource(found.arn).items()
    }


def parts(call: Call) -> tuple[str, ...]:
    """What is asked on each object of DeleteObjects, which tells which it may not delete and deletes the others."""
    return DELETIONS if call.method == "POST" and "delete" in call.query else ()


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """Sources of copies and the rest of a batch."""
    found = iam_actions.s3_additional_checks(call.method, call.path, call.headers, call.body, call.query)
    return [(action, resource, {}) for action, resource in found]
