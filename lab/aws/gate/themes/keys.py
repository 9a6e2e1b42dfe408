"""KMS: calls by alias are judged on the key behind it.

"Actions, resources, and condition keys for AWS KMS" (Service Authorization Reference) and "Controlling access to
aliases": an alias in a request stands for its key; only the calls that change aliases are about the alias too.
"""

import base64
import re

from moto.kms.models import kms_backends

from ..call import Call

KEY_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def resource(call: Call) -> str:
    """The key's ARN."""
    name = call.data.get("KeyId") or call.data.get("TargetKeyId") or key_of_ciphertext(call.data.get("CiphertextBlob"))
    if not name:
        alias = call.data.get("AliasName")
        return call.arn(str(alias)) if alias else "*"
    return key_arn(call, str(name))


def key_arn(call: Call, name: str) -> str:
    """ARN of a key given by id, ARN or alias; what does not exist keeps the name it was asked for."""
    backend = kms_backends[call.account][call.region]
    bare = name.partition(":kms:")[2].partition(":")[2].partition(":")[2] if name.startswith("arn:") else name
    if bare.startswith("alias/"):
        found = next((key for key in list(backend.keys.values()) if bare in key.aliases), None)
        return str(found.arn) if found is not None else call.arn(bare)
    return call.arn(f"key/{bare.removeprefix('key/')}")


def key_of_ciphertext(text: object) -> str:
    """moto writes the id of the key in front of a ciphertext, as AWS does in its own way."""
    try:
        head = base64.b64decode(str(text or ""))[:36].decode("ascii", "ignore")
    except ValueError:
        return ""
    return head if KEY_ID.fullmatch(head) else ""
