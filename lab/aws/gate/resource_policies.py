"""Policies that resources carry themselves, from moto's state: buckets, queues, topics, keys, secrets, repositories.

"Identity-based policies and resource-based policies" (IAM User Guide); for keys, "Key policies in AWS KMS": the key's
policy must allow the call, be it by naming the account, which leaves the decision to identity policies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moto.ecr.models import ecr_backends
from moto.kms.models import kms_backends
from moto.s3.models import s3_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends

from ..requests_seen import ACCOUNT_ID
from .policies import Policy, read_policy


@dataclass(frozen=True)
class ResourcePolicy:
    """`required`: nothing is allowed without it."""

    document: Any
    name: str
    owner: str = ACCOUNT_ID
    required: bool = False

    def as_policy(self) -> Policy:
        """The document with its name for the journal; Unsupported for what the evaluator would skip."""
        return read_policy(self.name, self.document)


def policy_for(service: str, resource: str, region: str) -> ResourcePolicy | None:
    """The policy of the resource that a call is about, if it exists and has one."""
    find = FINDERS.get(service)
    found = find(resource, region) if find is not None and resource.startswith("arn:") else None
    if found is not None:
        found.as_policy()
    return found


def bucket(resource: str, _region: str) -> ResourcePolicy | None:
    """S3, also for the bucket's objects."""
    name = resource.removeprefix("arn:aws:s3:::").partition("/")[0]
    found = s3_backends[ACCOUNT_ID]["aws"].buckets.get(name)
    if found is None or not found.policy:
        return None
    text = found.policy.decode() if isinstance(found.policy, bytes) else found.policy
    return ResourcePolicy(text, f"policy of bucket {name}")


def queue(resource: str, region: str) -> ResourcePolicy | None:
    """SQS."""
    name = resource.rpartition(":")[2]
    found = sqs_backends[ACCOUNT_ID][region].queues.get(name)
    document = found.policy if found is not None else None
    return ResourcePolicy(document, f"policy of queue {name}") if document else None


def topic(resource: str, region: str) -> ResourcePolicy | None:
    """SNS."""
    found = sns_backends[ACCOUNT_ID][region].topics.get(resource)
    return ResourcePolicy(found.policy, f"policy of topic {found.name}") if found is not None else None


def key(resource: str, region: str) -> ResourcePolicy | None:
    """KMS; the classifier has resolved aliases."""
    number = resource.rpartition("/")[2]
    found = kms_backends[ACCOUNT_ID][region].keys.get(number)
    if found is None or ":key/" not in resource:
        return None
    return ResourcePolicy(found.policy, f"policy of key {number}", required=True)


def secret(resource: str, region: str) -> ResourcePolicy | None:
    """Secrets Manager."""
    secrets = secretsmanager_backends[ACCOUNT_ID][region].secrets
    found = next((one for one in list(secrets.values()) if one.arn == resource), None)
    document = getattr(found, "policy", None)
    return ResourcePolicy(document, f"policy of secret {found.name}") if found is not None and document else None


def repository(resource: str, region: str) -> ResourcePolicy | None:
    """ECR."""
    name = resource.partition(":repository/")[2]
    found = ecr_backends[ACCOUNT_ID][region].repositories.get(name)
    document = found.policy if found is not None else None
    return ResourcePolicy(document, f"policy of repository {name}") if document else None


FINDERS: dict[str, Callable[[str, str], ResourcePolicy | None]] = {
    "s3": bucket,
    "sqs": queue,
    "sns": topic,
    "kms": key,
    "secretsmanager": secret,
    "ecr": repository,
}
