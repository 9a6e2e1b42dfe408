"""Tags of what exists already: `aws:ResourceTag/<key>`, and the same under the service's own prefix.

"Controlling access to AWS resources using tags" (IAM User Guide): the tags of the resource that a permission is asked
on, so a call about several resources is judged on each with its own.
"""

from collections.abc import Callable
from typing import Any

from moto.backends import get_backend

from ...requests_seen import ACCOUNT_ID
from ..principals import tags_of as tags_of_role

Arn = list[str]


def listed(arn: Arn, backend: Any) -> Any:
    """Most of moto's services list tags by ARN."""
    return backend.list_tags_for_resource(":".join(arn))


def of_identity(arn: Arn, backend: Any) -> Any:
    """Roles, users and policies."""
    whole = ":".join(arn)
    role = next((one for one in list(backend.roles.values()) if one.arn == whole), None)
    if role is not None:
        return tags_of_role(role)
    return backend.tagger.get_tag_dict_for_resource(whole)


def of_parameter(arn: Arn, backend: Any) -> Any:
    """Parameters are listed by name, and a name may begin with the slash that the ARN leaves out."""
    name = arn[5].removeprefix("parameter")
    found = [one for one in (name, name[1:]) if backend.get_parameter(one) is not None]
    return backend.list_tags_for_resource("Parameter", found[0]) if found else {}


def of_secret(arn: Arn, backend: Any) -> Any:
    """Secrets keep their own."""
    return getattr(backend.secrets.get(":".join(arn)), "tags", None) or {}


def of_certificate(arn: Arn, backend: Any) -> Any:
    """Certificates keep their own."""
    found = backend._certificates.get(":".join(arn))
    return {} if found is None else dict(found.tags)


# Service in the ARN → moto's name of it, and how its tags are read.
READERS: dict[str, tuple[str, Callable[[Arn, Any], Any]]] = {
    "acm": ("acm", of_certificate),
    "cloudfront": ("cloudfront", listed),
    "cloudwatch": ("cloudwatch", listed),
    "ec2": ("ec2", lambda arn, backend: backend.tags.get(arn[5].rpartition("/")[2], {})),
    "ecr": ("ecr", listed),
    "ecs": ("ecs", listed),
    "elasticloadbalancing": ("elbv2", lambda arn, backend: backend.describe_tags([":".join(arn)])[":".join(arn)]),
    "iam": ("iam", of_identity),
    "kms": ("kms", lambda arn, backend: backend.list_resource_tags(arn[5].rpartition("/")[2])),
    "logs": ("logs", lambda arn, backend: backend.list_tags_for_resource(":".join(arn).partition(":log-stream:")[0])),
    "rds": ("rds", listed),
    "route53": ("route53", lambda arn, backend: backend.list_tags_for_resource(arn[5].rpartition("/")[2])),
    "secretsmanager": ("secretsmanager", of_secret),
    "sns": ("sns", listed),
    "ssm": ("ssm", of_parameter),
}
GLOBAL = {"cloudfront", "iam", "route53"}


def keys(resource: str, region: str) -> dict[str, str]:
    """Condition keys of a resource's tags, lower case; none for what does not exist or has none."""
    arn = resource.split(":", 5)
    reader = READERS.get(arn[2]) if len(arn) > 5 and "*" not in resource else None
    if reader is None:
        return {}
    name, read = reader
    backend: Any = get_backend(name)[ACCOUNT_ID]["aws" if arn[2] in GLOBAL else arn[3] or region]  # type: ignore[index,call-overload]
    try:
        found = flat(read(arn, backend))
    except Exception:  # moto's errors for what does not exist; the call itself will say so
        return {}
    return {
        key: value
        for tag, value in found.items()
        for key in (f"aws:resourcetag/{tag}".lower(), f"{arn[2]}:resourcetag/{tag}".lower())
    }


def flat(tags: Any) -> dict[str, str]:
    """A dictionary out of any of the shapes that moto keeps tags in."""
    if isinstance(tags, dict):
        inner = tags.get("Tags", tags.get("tags"))
        if not isinstance(inner, (dict, list)):
            return {str(name): str(value or "") for name, value in tags.items()}
        return flat(inner.get("Items", inner) if isinstance(inner, dict) else inner)
    return {first(tag, "Key", "key", "TagKey"): first(tag, "Value", "value", "TagValue") for tag in tags or []}


def first(tag: dict[str, Any], *names: str) -> str:
    """The first of a tag's members that is there."""
    return str(next((tag[name] for name in names if tag.get(name) is not None), ""))
