"""KMS in the caller's name: a service that encrypts for somebody asks KMS with that somebody's permissions.

"Protecting data using SSE-KMS" (S3), "Secret encryption and decryption" (Secrets Manager: access to a key is tried
when it is chosen, even for a secret without a value), "AWS KMS encryption for SecureString parameters" (Systems
Manager), "Key management for Amazon SNS", "AWS KMS key management" and "Permissions required for Secrets Manager
integration" (RDS and DocumentDB), "Encryption at rest" (ECR). `kms:ViaService` names the service. AWS's own keys
(`aws/s3`, …) are open to every principal of the account that comes by their service, so nothing is asked of these.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from moto.kms.models import kms_backends
from moto.rds.models import rds_backends
from moto.s3.models import s3_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.sns.models import sns_backends
from moto.ssm.models import ssm_backends

from ..call import Call
from . import keys as kms

Further = tuple[str, str, dict[str, Any]]
Asked = tuple[list[str], str, dict[str, str]]  # operations of KMS, the key as it is named, encryption context


def s3(call: Call) -> list[Asked]:
    """Objects under a key: read, written, copied."""
    name, _, path = call.path.lstrip("/").partition("/")
    buckets = s3_backends[call.account]["aws"].buckets
    if call.method == "GET" and call.operation in ("GetObject", "GetObjectVersion"):
        return reading(buckets.get(name), path)
    if call.operation != "PutObject" or name not in buckets:
        return []
    source, _, copied = unquote(call.headers.get("x-amz-copy-source", "")).lstrip("/").partition("/")
    rule = rule_of(buckets[name])
    key = key_for_writing(call, rule)
    parts = "uploadId" in call.query or "uploads" in call.query
    operations = ["GenerateDataKey", *(["Decrypt"] if parts else [])]
    written = [(operations, key, context_of(rule, f"{name}/{path}"))] if key else []
    return written + reading(buckets.get(source), copied.partition("?")[0])


def reading(bucket: Any, path: str) -> list[Asked]:
    """An object that lies under a key."""
    stored = bucket.keys.get(path) if bucket is not None and path else None
    key = stored.kms_key_id if getattr(stored, "encryption", None) == "aws:kms" else None
    return [(["Decrypt"], key, context_of(rule_of(bucket), f"{bucket.name}/{path}"))] if key else []


def context_of(rule: dict[str, Any], path: str) -> dict[str, str]:
    """With a bucket key the context is the bucket, else the object."""
    about = path.partition("/")[0] if str(rule.get("BucketKeyEnabled")).lower() == "true" else path
    return {"aws:s3:arn": f"arn:aws:s3:::{about}"}


def key_for_writing(call: Call, rule: dict[str, Any]) -> str:
    """The key that the request names, else the bucket's; '' for AWS's own."""
    asked = call.headers.get("x-amz-server-side-encryption")
    if asked:
        return call.headers.get("x-amz-server-side-encryption-aws-kms-key-id", "") if asked == "aws:kms" else ""
    default = rule.get("ApplyServerSideEncryptionByDefault") or {}
    return str(default.get("KMSMasterKeyID") or "") if default.get("SSEAlgorithm") == "aws:kms" else ""


def rule_of(bucket: Any) -> dict[str, Any]:
    """A bucket's encryption rule, as moto keeps what was sent."""
    rules = (bucket.encryption or {}).get("Rule") or (bucket.encryption or {}).get("Rules") or {}
    found = rules[0] if isinstance(rules, list) else rules
    return found if isinstance(found, dict) else {}


def secretsmanager(call: Call) -> list[Asked]:
    """Values of secrets, and a key that is chosen for them."""
    secret = secretsmanager_backends[call.account][call.region].secrets.get(str(call.data.get("SecretId")))
    chosen = call.data.get("KmsKeyId")
    current = getattr(secret, "kms_key_id", None)
    context = {"SecretARN": secret.arn} if secret is not None else {}
    both = ["GenerateDataKey", "Decrypt"]
    if call.operation == "BatchGetSecretValue":
        store = secretsmanager_backends[call.account][call.region].secrets
        batch = [store.get(str(name)) for name in call.data.get("SecretIdList") or []]
        keyed = [one for one in batch if getattr(one, "kms_key_id", None)]
        return [(["Decrypt"], one.kms_key_id, {"SecretARN": one.arn}) for one in keyed]
    if call.operation in ("CreateSecret", "UpdateSecret") and chosen:
        return [(both, str(chosen), context)]
    if call.operation == "GetSecretValue" and current:
        return [(["Decrypt"], current, context)]
    has_value = call.operation == "PutSecretValue" or "SecretString" in call.data or "SecretBinary" in call.data
    return [(both, current, context)] if current and has_value else []


def ssm(call: Call) -> list[Asked]:
    """SecureString parameters."""
    backend = ssm_backends[call.account][call.region]
    if call.operation == "PutParameter" and call.data.get("Type") == "SecureString" and call.data.get("KeyId"):
        return [(["Encrypt"], str(call.data["KeyId"]), {})]
    if not call.data.get("WithDecryption"):
        return []
    names = call.data.get("Names") or ([call.data["Name"]] if call.data.get("Name") else [])
    found = [backend.get_parameter(str(name)) for name in names]
    return [(["Decrypt"], one.keyid, {}) for one in found if one is not None and one.keyid]


def sns(call: Call) -> list[Asked]:
    """Messages to an encrypted topic."""
    topic = sns_backends[call.account][call.region].topics.get(call.parameter("TopicArn"))
    key = getattr(topic, "kms_master_key_id", None)
    return [(["GenerateDataKey", "Decrypt"], key, {})] if key and call.operation == "Publish" else []


def rds(call: Call) -> list[Asked]:
    """Storage and master secrets under a key of one's own."""
    asked: list[Asked] = []
    storage_key = key_of_storage(call)
    if storage_key:
        asked.append((["CreateGrant", "DescribeKey"], storage_key, {}))
    secret_key = call.parameter("MasterUserSecretKmsKeyId")
    if secret_key:
        asked.append((["CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"], secret_key, {}))
    return asked


def key_of_storage(call: Call) -> str:
    """The key that a new database is under: named, or that of what it is restored from."""
    backend = rds_backends[call.account][call.region]
    if call.operation in ("CreateDBInstance", "CreateDBCluster") or call.parameter("KmsKeyId"):
        return call.parameter("KmsKeyId")
    if not call.operation.startswith("RestoreDB"):
        return ""
    stores = {
        "SourceDBClusterIdentifier": backend.clusters,
        "SourceDBInstanceIdentifier": backend.databases,
        "SnapshotIdentifier": backend.cluster_snapshots,
        "DBSnapshotIdentifier": backend.database_snapshots,
    }
    sources = [store.get(call.parameter(name)) for name, store in stores.items() if call.parameter(name)]
    return next((one.kms_key_id or "" for one in sources if one is not None and one.storage_encrypted), "")


def ecr(call: Call) -> list[Asked]:
    """A repository's key."""
    key = (call.data.get("encryptionConfiguration") or {}).get("kmsKey")
    return [(["CreateGrant", "DescribeKey"], str(key), {})] if key and call.operation == "CreateRepository" else []


SERVICES: dict[str, Callable[[Call], list[Asked]]] = {
    "ecr": ecr,
    "rds": rds,
    "s3": s3,
    "secretsmanager": secretsmanager,
    "sns": sns,
    "ssm": ssm,
}


def further(call: Call) -> list[Further]:
    """What KMS is asked, and for a database's own secret Secrets Manager."""
    find = SERVICES.get(call.service)
    asked = find(call) if find is not None else []
    found = [
        (f"kms:{operation}", arn, keys(call, operation, context))
        for operations, name, context in asked
        if (arn := customers_key(call, name))
        for operation in operations
    ]
    return found + master_secret(call)


def customers_key(call: Call, name: str) -> str:
    """ARN of a key, '' for one of AWS's own."""
    arn = kms.key_arn(call, name)
    region = arn.split(":")[3]
    key = kms_backends[call.account][region].keys.get(arn.rpartition("/")[2])
    own = ":alias/aws/" in arn or getattr(key, "key_manager", "CUSTOMER") != "CUSTOMER"
    return "" if own else arn


def keys(call: Call, operation: str, context: dict[str, str]) -> dict[str, Any]:
    """Condition keys of a call that a service makes; those of the request to the service are not among them."""
    service = f"{call.service}.{call.region}.amazonaws.com"
    found: dict[str, Any] = {
        "kms:viaservice": service,
        "kms:calleraccount": call.account,
        "aws:viaawsservice": "true",
        "aws:calledvia": [service.replace(f".{call.region}", "")],
        "aws:tagkeys": None,
        **{f"kms:encryptioncontext:{name}".lower(): value for name, value in context.items()},
    }
    if operation == "CreateGrant":
        found["kms:grantisforawsresource"] = "true"
    return found


def master_secret(call: Call) -> list[Further]:
    """ManageMasterUserPassword: the secret is made and tagged in the caller's name, and its key looked at."""
    if call.service != "rds" or call.parameter("ManageMasterUserPassword").lower() != "true":
        return []
    kind = "cluster" if call.operation.endswith("Cluster") else "db"
    secret = call.arn(f"secret:rds!{kind}-*", "secretsmanager")
    sent = keys(call, "", {})
    found = [(f"secretsmanager:{action}", secret, sent) for action in ("CreateSecret", "TagResource")]
    if not call.parameter("MasterUserSecretKmsKeyId"):
        own = {**sent, "kms:resourcealiases": ["alias/aws/secretsmanager"]}
        found.append(("kms:DescribeKey", call.arn("key/*", "kms"), own))
    return found
