"""AssumeRole: the role's trust policy is the policy of the resource, and it must allow.

"How to use trust policies with IAM roles" (IAM User Guide): a trust policy that names the caller is enough within the
account; one that names the account leaves it to the caller's own policies, which must then allow sts:AssumeRole.
"""

from dataclasses import replace

from moto.iam.models import iam_backends

from ..requests_seen import ACCOUNT_ID
from .call import Call
from .decision import Check
from .resource_policies import ResourcePolicy

NOBODY = '{"Statement": []}'


def policy_of(arn: str) -> ResourcePolicy:
    """The trust policy of a role; a role that does not exist trusts nobody."""
    roles = list(iam_backends[ACCOUNT_ID]["aws"].roles.values())
    role = next((role for role in roles if role.arn == arn), None)
    document = role.assume_role_policy_document if role is not None else NOBODY
    policy = ResourcePolicy(document, f"trust policy of {arn}", required=True)
    policy.as_policy()
    return policy


def tagging(check: Check, call: Call) -> list[Check]:
    """Session tags need sts:TagSession too, of the same trust policy ("Passing session tags in AWS STS")."""
    tags = any(name.startswith(("Tags.member.", "TransitiveTagKeys.member.")) for name in call.params)
    return [replace(check, action="sts:TagSession")] if tags else []


def with_keys(check: Check, call: Call) -> Check:
    """`sts:ExternalId`, `sts:RoleSessionName`, `sts:SourceIdentity` where the request has them."""
    names = {
        "ExternalId": "sts:externalid",
        "RoleSessionName": "sts:rolesessionname",
        "SourceIdentity": "sts:sourceidentity",
    }
    sent = {key: call.parameter(name) for name, key in names.items() if call.parameter(name)}
    return replace(check, keys={**check.keys, **sent})
