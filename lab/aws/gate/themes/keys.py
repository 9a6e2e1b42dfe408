"""KMS: calls by alias are judged on the key behind it.

"Actions, resources, and condition keys for AWS KMS" (Service Authorization Reference) and "Controlling access to
aliases": an alias in a request stands for its key, and is `kms:RequestAlias`; the calls that change aliases need the
permission on the alias and on each key that it points to.
"""

import base64
import re
from typing import Any

from moto.kms.models import kms_backends

from ..call import Call

ARN_COLONS = 5
KEY_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def resource(call: Call) -> str:
    """The key's ARN."""
    if call.data.get("AliasName"):
        return call.arn(str(call.data["AliasName"]))
    if call.operation == "ReEncryptFrom":
        source = call.data.get("SourceKeyId") or key_of_ciphertext(call.data.get("CiphertextBlob"))
        return key_arn(call, str(source)) if source else "*"
    name = call.data.get("KeyId") or call.data.get("TargetKeyId") or key_of_ciphertext(call.data.get("CiphertextBlob"))
    return key_arn(call, str(name)) if name else "*"


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """The keys that an alias pointed to and will point to; the one that a ciphertext goes to."""
    if call.operation == "ReEncryptFrom":
        return [("kms:ReEncryptTo", key_arn(call, str(call.data.get("DestinationKeyId"))), {})]
    alias = call.data.get("AliasName")
    if not alias:
        return []
    target = call.data.get("TargetKeyId")
    names = ([alias] if call.operation != "CreateAlias" else []) + ([target] if target else [])
    found = {key_arn(call, str(name)) for name in names}
    return [(call.action, key, {}) for key in sorted(found) if ":key/" in key]


def keys(call: Call) -> dict[str, Any]:
    """The alias that was asked for, the caller's account, what kind of key is made."""
    asked = str(call.data.get("KeyId") or "")
    alias = asked.partition(":alias/")[2] if asked.startswith("arn:") else asked.removeprefix("alias/")
    found = {"kms:CallerAccount": call.account}
    if ":alias/" in asked or asked.startswith("alias/"):
        found["kms:RequestAlias"] = f"alias/{alias}"
    if call.operation == "CreateKey":
        found["kms:KeySpec"] = str(call.data.get("KeySpec") or "SYMMETRIC_DEFAULT")
        found["kms:KeyUsage"] = str(call.data.get("KeyUsage") or "ENCRYPT_DECRYPT")
    for name, value in (call.data.get("EncryptionContext") or {}).items():
        found[f"kms:EncryptionContext:{name}"] = str(value)
    return found


def key_arn(call: Call, name: str) -> str:
    """ARN of a key given by id, ARN or alias; what does not exist keeps the name it was asked for."""
    region, bare = call.region, name
    if name.startswith("arn:") and name.count(":") >= ARN_COLONS:
        region, bare = name.split(":")[3], name.split(":", ARN_COLONS)[ARN_COLONS]
    if bare.startswith("alias/"):
        keys = list(kms_backends[call.account][region].keys.values())
        found = next((key for key in keys if bare in key.aliases), None)
        return str(found.arn) if found is not None else f"arn:aws:kms:{region}:{call.account}:{bare}"
    return f"arn:aws:kms:{region}:{call.account}:key/{bare.removeprefix('key/')}"


def aliases(resource: str) -> dict[str, Any]:
    """`kms:ResourceAliases`: every alias that points to a key."""
    arn = resource.split(":", ARN_COLONS)
    if len(arn) <= ARN_COLONS or arn[2] != "kms" or not arn[ARN_COLONS].startswith("key/"):
        return {}
    found = kms_backends[arn[4]][arn[3]].keys.get(arn[ARN_COLONS].removeprefix("key/")) if arn[3] else None
    return {"kms:resourcealiases": sorted(found.aliases)} if found is not None and found.aliases else {}


def key_of_ciphertext(text: object) -> str:
    """moto writes the id of the key in front of a ciphertext, as AWS does in its own way."""
    try:
        head = base64.b64decode(str(text or ""))[:36].decode("ascii", "ignore")
    except ValueError:
        return ""
    return head if KEY_ID.fullmatch(head) else ""
