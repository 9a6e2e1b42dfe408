"""CloudWatch Logs under a key: AWS tries it when it is chosen, by the key's own policy; moto asks nobody.

"Encrypt log data in CloudWatch Logs using AWS KMS": `logs.<region>.amazonaws.com` must be allowed to use the key, with
the group's ARN as encryption context.
"""

from typing import Any

from moto.logs.exceptions import LogsClientError, ResourceNotFoundException
from moto.logs.models import LogsBackend
from moto.logs.responses import LogsResponse

from ..gate.service_access import service_may
from ..patching import Method, adds, replaces

USES = ("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey")


@replaces(LogsBackend, "create_log_group")
def create_log_group(original: Method, self: Any, log_group_name: str, *args: Any, **kwargs: Any) -> Any:
    """A group with a key."""
    if kwargs.get("kmsKeyId"):
        try_key(self, log_group_name, kwargs["kmsKeyId"])
    return original(self, log_group_name, *args, **kwargs)


def try_key(backend: Any, group: str, key: str) -> None:
    """AWS's refusal, unless Logs may use the key for this group."""
    arn = f"arn:aws:logs:{backend.region_name}:{backend.account_id}:log-group:{group}"
    context = {"kms:EncryptionContext:aws:logs:arn": arn, "kms:EncryptionContextKeys": ["aws:logs:arn"]}
    service = f"logs.{backend.region_name}.amazonaws.com"
    if not all(service_may(service, use, key, context) for use in USES):
        reason = f"The specified KMS key does not exist or is not allowed to be used with Arn '{arn}'"
        raise LogsClientError("AccessDeniedException", reason)


def change_key(response: Any, key: str | None) -> str:
    """Both operations name the group by its name."""
    name = response._get_param("logGroupName")
    group = response.logs_backend.groups.get(name)
    if group is None:
        raise ResourceNotFoundException
    if key is not None:
        try_key(response.logs_backend, name, key)
    group.kms_key_id = key
    return ""


@adds(LogsResponse)
def associate_kms_key(self: Any) -> str:
    """AssociateKmsKey, which moto lacks."""
    return change_key(self, self._get_param("kmsKeyId"))


@adds(LogsResponse)
def disassociate_kms_key(self: Any) -> str:
    """DisassociateKmsKey."""
    return change_key(self, None)
