"""S3: the condition keys of reading and writing objects, and the further permissions that a call needs.

"Actions, resources, and condition keys for Amazon S3" (Service Authorization Reference) and "Required permissions for
Amazon S3 API operations": CopyObject reads its source, DeleteObjects is judged on every key of its list; tags and ACLs
that come with an object, and what a new bucket is besides, need the permissions of the calls that set them.
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
    "x-amz-grant-read-acp x-amz-grant-write x-amz-grant-write-acp x-amz-grant-full-control x-amz-object-ownership"
).split()

DELETIONS = ("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention")


def keys(call: Call) -> dict[str, Any]:
    """`s3:prefix` and its like for listings; encryption, ACL and conditional headers for writes; tags for reads."""
    return {"s3:TlsVersion": TLS_VERSION, **keys_of_operation(call)}


def keys_of_operation(call: Call) -> dict[str, Any]:
    """What depends on the operation."""
    if call.operation.startswith("ListBucket"):
        return iam_actions.s3_service_context(call.action, call.query)
    if call.operation in ("PutObject", "CreateBucket"):
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
    """Sources of copies, the rest of a batch, and what headers ask for besides."""
    found = iam_actions.s3_additional_checks(call.method, call.path, call.headers, call.body, call.query)
    resource = "arn:aws:s3:::" + "/".join(part for part in call.path.split("/") if part)
    asked = [(action, resource) for action, is_asked in by_headers(call).items() if is_asked]
    return [(action, about, {}) for action, about in [*found, *asked]]


def by_headers(call: Call) -> dict[str, bool]:
    """Permissions that headers of an operation take, and whether this request has them.

    A bucket whose ACL is said to be `private` is as it would be anyway (CreateBucket, API Reference).
    """
    acl = call.headers.get("x-amz-acl", "")
    grants = any(name.startswith("x-amz-grant-") for name in call.headers)
    if call.operation == "PutObject":
        return {"s3:PutObjectTagging": "x-amz-tagging" in call.headers, "s3:PutObjectAcl": bool(acl) or grants}
    if call.operation != "CreateBucket":
        return {}
    is_locked = call.headers.get("x-amz-bucket-object-lock-enabled", "").lower() == "true"
    return {
        "s3:PutBucketAcl": acl not in ("", "private") or grants,
        "s3:PutBucketObjectLockConfiguration": is_locked,
        "s3:PutBucketVersioning": is_locked,
        "s3:PutBucketOwnershipControls": "x-amz-object-ownership" in call.headers,
    }
