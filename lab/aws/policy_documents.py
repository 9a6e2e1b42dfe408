"""Policies that AWS refuses when they are written; moto keeps them, and nobody would notice before the first call.

"Grammar of the IAM JSON policy language" (IAM User Guide): identity policies name no principal, trust policies no
resource, resource policies need a principal, and principals of the account must exist. "Key policies in AWS KMS": a
policy that would lock its writer out is refused.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from moto.iam.models import iam_backends

from .answers import Answer, refusal
from .gate import Call
from .gate.key_lockout import locks_out
from .gate.policies import statements_of
from .requests_seen import ACCOUNT_ID

IDENTITY = ("CreatePolicy", "CreatePolicyVersion", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy")
TRUST = {"CreateRole": "AssumeRolePolicyDocument", "UpdateAssumeRolePolicy": "PolicyDocument"}
KEYS = ("CreateKey", "PutKeyPolicy")
# Services whose resources carry policies: how they call one that is no JSON, or trusts who is not there.
RESOURCES = {
    "ecr": ("InvalidParameterException", "Invalid parameter at 'PolicyText': Invalid repository policy provided"),
    "secretsmanager": ("MalformedPolicyDocumentException", "This resource policy contains a syntax error."),
    "sns": ("InvalidParameter", "Invalid parameter: Policy Error: null"),
    "sqs": ("InvalidAttributeValue", "Invalid value for the parameter Policy."),
}
_OWN = re.compile(rf"arn:aws:iam::{ACCOUNT_ID}:(role|user)/[\w+=,.@/-]+")


def check(call: Call) -> Answer | None:
    """The refusal of a policy that AWS would not take, or None."""
    if call.action == "s3:PutBucketPolicy":
        found = of_bucket(call)
        return refusal("s3", 400, "MalformedPolicy", found) if found else None
    if call.service == "kms" and call.operation in KEYS and call.data.get("Policy"):
        found = of_key(call)
        return refusal("kms", 400, "MalformedPolicyDocumentException", found) if found else None
    if call.service in RESOURCES:
        return of_resource(call)
    if call.service != "iam":
        return None
    if call.operation in IDENTITY:
        found = of_identity(call.parameter("PolicyDocument"))
    else:
        found = of_trust(call.parameter(TRUST.get(call.operation, "")))
    return refusal("iam", 400, "MalformedPolicyDocument", found) if found else None


def statements(text: str) -> list[dict[str, Any]] | None:
    """The statements of a document; None for what is no JSON object."""
    try:
        document = json.loads(text)
    except ValueError:
        return None
    return list(statements_of(document)) if isinstance(document, dict) else None


def of_identity(text: str) -> str:
    """What is wrong with an identity policy; moto checks the rest of it."""
    found = statements(text) or []
    named = any("Principal" in one or "NotPrincipal" in one for one in found)
    return "Policy document should not specify a principal." if named else ""


def of_trust(text: str) -> str:
    """What is wrong with a trust policy."""
    if not text:
        return ""
    found = statements(text)
    if found is None:
        return "This policy contains invalid Json"
    for field in ("Resource", "NotResource"):
        if any(field in one for one in found):
            return f"Has prohibited field {field}"
    if any("Principal" not in one and "NotPrincipal" not in one for one in found):
        return "AssumeRole policy must contain a principal"
    return unknown(found)


def of_bucket(call: Call) -> str:
    """What is wrong with a bucket's policy."""
    name = call.path.strip("/").partition("/")[0]
    found = statements(call.body.decode("utf-8", "replace"))
    if found is None:
        return "Policies must be valid JSON and the first byte must be '{'"
    if any("Principal" not in one and "NotPrincipal" not in one for one in found):
        return "Missing required field Principal"
    about = [text for one in found for text in texts(one.get("Resource"))]
    own = f"arn:aws:s3:::{name}"
    if any(text not in (own, "*") and not text.startswith((f"{own}/", f"{own}*")) for text in about):
        return "Policy has invalid resource"
    return unknown(found)


def of_key(call: Call) -> str:
    """What is wrong with a key's policy."""
    text = str(call.data["Policy"])
    if statements(text) is None:
        return "The new key policy is not valid JSON."
    if not call.data.get("BypassPolicyLockoutSafetyCheck") and locks_out(text, call):
        return "The new key policy will not allow you to update the key policy in the future."
    return ""


def of_resource(call: Call) -> Answer | None:
    """What is wrong with the policy of a queue, a topic, a secret or a repository."""
    code, message = RESOURCES[call.service]
    for text in policies_in(call):
        found = statements(text)
        if found is None or unknown(found):
            return refusal(call.service, 400, code, message)
    return None


def policies_in(call: Call) -> Iterator[str]:
    """Policies that a request brings: as a member, as an attribute by name, or in a map of attributes."""
    attributes = call.data.get("Attributes")
    for holder in (call.data, attributes if isinstance(attributes, dict) else {}):
        yield from (str(holder[name]) for name in ("ResourcePolicy", "policyText", "Policy") if holder.get(name))
    for name in call.params:
        if name.lower().endswith(("name", "key")) and call.parameter(name) == "Policy":
            value = call.parameter(
                re.sub("(?i)(name|key)$", lambda end: "Value" if end[0][0].isupper() else "value", name)
            )
            yield from [value] if value else []


def unknown(found: list[dict[str, Any]]) -> str:
    """Principals of this account that do not exist; strangers cannot be looked up."""
    iam = iam_backends[ACCOUNT_ID]["aws"]
    known = {one.arn for one in [*list(iam.roles.values()), *list(iam.users.values())]}
    for statement in found:
        principal = statement.get("Principal")
        for text in texts(principal.get("AWS") if isinstance(principal, dict) else None):
            if _OWN.fullmatch(text) and text not in known:
                return f'Invalid principal in policy: "AWS":"{text}"'
    return ""


def texts(value: Any) -> Iterator[str]:
    """One text or many."""
    yield from (str(one) for one in (value if isinstance(value, list) else [value] if value else []))
