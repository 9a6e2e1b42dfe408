"""Secrets Manager: a secret's ARN ends in six characters of AWS's, whatever name it was asked for by.

"Permissions policy examples for AWS Secrets Manager" (Secrets Manager User Guide): calls are judged on the full ARN, so
that policies end in `-??????` or `*`; a secret that does not exist yet is judged by its name alone.
"""

from typing import Any

from moto.secretsmanager.models import secretsmanager_backends

from ..call import Call


def find(call: Call, name: Any = None) -> Any | None:
    """moto's secret of that name, else of the request's."""
    name = name or call.data.get("SecretId")
    store = secretsmanager_backends[call.account][call.region].secrets
    return store.get(str(name)) if name else None


def listed(call: Call) -> list[str]:
    """The secrets of a batch; every one where it is given by filters."""
    if call.operation != "BatchGetSecretValue":
        return []
    return [str(name) for name in call.data.get("SecretIdList") or ["*"]]


def replicas(call: Call) -> list[str]:
    """Regions that a secret is to be replicated to."""
    listed = call.data.get("AddReplicaRegions")
    return [str(one.get("Region")) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def parts(call: Call) -> tuple[str, ...]:
    """What is asked on each secret of a batch that names them: the answer says which were left out."""
    return ("secretsmanager:GetSecretValue",) if call.data.get("SecretIdList") and listed(call) else ()


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """Who reads a batch must be allowed to read each secret of it, who makes one with replicas to replicate it.

    BatchGetSecretValue and CreateSecret (API Reference).
    """
    if call.operation == "CreateSecret" and replicas(call):
        return [("secretsmanager:ReplicateSecretToRegions", resource(call), {})]
    found = [(name, find(call, name)) for name in listed(call)]
    arns = [str(secret.arn) if secret is not None else call.arn(f"secret:{name}") for name, secret in found]
    return [("secretsmanager:GetSecretValue", arn, {}) for arn in arns]


def resource(call: Call) -> str:
    """The full ARN."""
    found = find(call)
    if found is not None:
        return str(found.arn)
    name = str(call.data.get("SecretId") or call.data.get("Name") or "")
    if not name:
        return "*"
    return name if name.startswith("arn:") else call.arn(f"secret:{name}")


def keys(call: Call) -> dict[str, Any]:
    """Name, id, stage, key, and what of a rotation is changed."""
    found: dict[str, Any] = {
        "secretsmanager:SecretId": call.data.get("SecretId"),
        "secretsmanager:Name": call.data.get("Name"),
        "secretsmanager:Description": call.data.get("Description"),
        "secretsmanager:VersionStage": call.data.get("VersionStage"),
        "secretsmanager:KmsKeyId": call.data.get("KmsKeyId"),
        "secretsmanager:ForceDeleteWithoutRecovery": call.data.get("ForceDeleteWithoutRecovery"),
        "secretsmanager:RecoveryWindowInDays": call.data.get("RecoveryWindowInDays"),
    }
    regions = replicas(call)
    if regions:
        found["secretsmanager:AddReplicaRegions"] = regions
    if call.operation == "RotateSecret":
        found["secretsmanager:RotateImmediately"] = call.data.get("RotateImmediately", True)
        found["secretsmanager:ModifyRotationRules"] = "RotationRules" in call.data
    words = {name: str(value).lower() if isinstance(value, bool) else value for name, value in found.items()}
    return {name: value for name, value in words.items() if value is not None}
