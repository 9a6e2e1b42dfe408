"""Who calls, and what bounds them: identity policies, permissions boundary and session policies from moto's IAM.

"Policy evaluation logic" (IAM User Guide): a boundary and session policies allow nothing by themselves; a call must be
allowed by each of them too.
"""

from dataclasses import dataclass, field
from typing import Any

from moto.iam.models import iam_backends

from ..patching import extras
from ..requests_seen import ACCOUNT_ID
from .policies import Policy, read_policy
from .signature import Holder

ROOT_ARN = f"arn:aws:iam::{ACCOUNT_ID}:root"


@dataclass(frozen=True)
class Principal:
    """`limits`: layers of which each must allow a call. `keys`: condition keys of the principal, lower case."""

    arn: str
    type: str
    policies: tuple[Policy, ...] = ()
    limits: tuple[tuple[Policy, ...], ...] = ()
    keys: dict[str, Any] = field(default_factory=dict)

    @property
    def is_root(self) -> bool:
        """The account's owner, who needs no policy."""
        return self.type == "Root"

    @property
    def is_anonymous(self) -> bool:
        """Somebody who did not sign."""
        return self.type == "Anonymous"

    @property
    def account(self) -> str:
        """The account in the ARN; strangers have none."""
        return "" if self.is_anonymous else self.arn.split(":")[4]


def principal_of(holder: Holder) -> Principal:
    """The principal behind a key."""
    iam = iam_backends[ACCOUNT_ID]["aws"]
    if holder.session is not None:
        return of_session(holder.session, iam)
    return of_user(holder.user, iam) if holder.user is not None else Principal(ROOT_ARN, "Root")


def of_session(session: Any, iam: Any) -> Principal:
    """An assumed role: its role's policies of today, within the boundary and the session's own policies."""
    role = next((role for role in list(iam.roles.values()) if role.arn == session.role_arn), None)
    if role is None:  # deleted since: the session has no policies left
        return Principal(session.arn, "AssumedRole")
    limits = [boundary(role.permissions_boundary_arn, iam)] if role.permissions_boundary_arn else []
    given = [read_policy("session policy", session.policy)] if session.policy else []
    given += [managed(arn, iam) for arn in getattr(session, "lab_policy_arns", [])]
    if given:
        limits.append(tuple(given))
    tags = {f"aws:principaltag/{name}".lower(): value for name, value in tags_of(role).items()}
    keys = {"aws:userid": session.user_id, "aws:principalarn": role.arn, **tags}
    return Principal(session.arn, "AssumedRole", attached(role, f"role {role.name}"), tuple(limits), common(keys))


def of_user(user: Any, iam: Any) -> Principal:
    """A user: their own policies and those of their groups."""
    policies = attached(user, f"user {user.name}")
    for group in list(iam.groups.values()):
        if user in group.users:
            policies += attached(group, f"group {group.name}")
    arn = extras(iam, "user_boundaries").get(user.name)
    keys = common({"aws:username": user.name, "aws:userid": user.id})
    return Principal(user.arn, "User", policies, (boundary(arn, iam),) if arn else (), keys)


def common(keys: dict[str, Any]) -> dict[str, Any]:
    """Every principal of the lab is outside of organizations."""
    return {**keys, "aws:principalorgid": None}


def tags_of(role: Any) -> dict[str, str]:
    """A role's tags; moto keeps them as a list or, by key, as a dictionary of the same entries."""
    tags = getattr(role, "tags", None) or []
    entries = tags.values() if isinstance(tags, dict) else tags
    return {str(entry["Key"]): str(entry.get("Value", "")) for entry in entries}


def attached(owner: Any, name: str) -> tuple[Policy, ...]:
    """Inline and managed policies of a user, group or role."""
    inline = [read_policy(f"{name}: {key}", text) for key, text in list(owner.policies.items())]
    own = [read_policy(policy.arn, default_document(policy)) for policy in list(owner.managed_policies.values())]
    return (*inline, *own)


def boundary(arn: str, iam: Any) -> tuple[Policy, ...]:
    """A boundary that no longer exists allows nothing."""
    return (managed(arn, iam, "boundary "),)


def managed(arn: str, iam: Any, label: str = "") -> Policy:
    """A managed policy by its ARN; one that does not exist has no statements."""
    found = iam.managed_policies.get(arn)
    return read_policy(f"{label}{arn}", default_document(found) if found is not None else None)


def default_document(policy: Any) -> Any:
    """The document of a managed policy's default version."""
    return next((version.document for version in policy.versions if version.is_default), None)
