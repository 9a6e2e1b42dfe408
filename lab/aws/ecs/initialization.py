"""What must hold before a Fargate task's containers run: role, secrets, images and log groups; else AWS's reason.

"Stopped task error messages" (ECS Developer Guide) and what users quote of them. It is done as the execution role.
"""

import json
from dataclasses import dataclass
from typing import Any

from moto.logs.models import logs_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.ssm.models import ssm_backends

from ..dataplane import images, permissions
from ..gate.decision import Check
from ..gate.principals import Principal
from ..requests_seen import ACCOUNT_ID

RESOURCE = "ResourceInitializationError: "
PULL = RESOURCE + "unable to pull secrets or registry auth: execution resource retrieval failed: "
SECRET = PULL + "unable to retrieve secret from asm: service call has been retried 1 time(s): "
PARAMETER = PULL + "unable to retrieve secrets from ssm: service call has been retried 1 time(s): "
REGISTRY = PULL + "unable to retrieve ecr registry auth: service call has been retried 1 time(s): "
MANIFEST = "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref {ref}: "
LOGGER = (
    RESOURCE + "failed to validate logger args: create stream has been retried 1 times: "
    "failed to create Cloudwatch log stream: "
)
ASSUME = (
    "ECS was unable to assume the role '{role}' that was provided for this task. Please verify that the role being "
    "passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role."
)


class FailedToStart(Exception):
    """The task's stoppedReason."""


@dataclass(frozen=True)
class Starter:
    """The execution role at work for one task."""

    role: Principal | None
    region: str

    def demand(self, action: str, resource: str, words: str, keys: dict[str, Any] | None = None) -> None:
        """FailedToStart, in `words`, unless the role may. Without a role nothing is asked for."""
        check = Check(action, resource, self.region, keys or {})
        sentence = permissions.refusal(self.role, check) if self.role is not None else None
        if sentence is not None:
            raise FailedToStart(f"{words}AccessDeniedException: {sentence}")


def starter(task: Any, definition: Any) -> Starter:
    """The execution role of a task, if it trusts ECS."""
    role = task.overrides.get("executionRoleArn") or getattr(definition, "execution_role_arn", None)
    if role is None:
        return Starter(None, task.region_name)
    keys = {"aws:SourceAccount": ACCOUNT_ID, "aws:SourceArn": task.task_arn}
    if not permissions.trusts(role, "ecs-tasks.amazonaws.com", keys):
        raise FailedToStart(ASSUME.format(role=role))
    return Starter(permissions.assume(role, task.id), task.region_name)


def prepare(task: Any, definition: Any) -> dict[str, dict[str, str]]:
    """The values of every container's secrets by their names; FailedToStart when the task cannot start."""
    by = starter(task, definition)
    described = definition.container_definitions
    secrets: dict[str, dict[str, str]] = {one["name"]: {} for one in described}
    for one in described:
        for secret in one.get("secrets") or []:
            secrets[one["name"]][secret["name"]] = value_of(by, secret["valueFrom"])
    for one in described:
        pull(by, one.get("image") or "")
    for one in described:
        open_log(by, one.get("logConfiguration") or {})
    return secrets


def value_of(by: Starter, source: str) -> str:
    """A secret (`arn[:key[:stage[:version]]]`) or a parameter, by name or ARN."""
    if ":secretsmanager:" in source:
        return secret_value(by, source.split(":"))
    name = source.partition(":parameter")[2] if source.startswith("arn:") else source
    arn = source if source.startswith("arn:") else f"arn:aws:ssm:{by.region}:{ACCOUNT_ID}:parameter/{name.lstrip('/')}"
    by.demand("ssm:GetParameters", arn, PARAMETER)
    backend = ssm_backends[ACCOUNT_ID][by.region]
    found = backend.get_parameter(name) or backend.get_parameter(name.lstrip("/"))
    if found is None:
        raise FailedToStart(f"{PARAMETER}invalid parameters: {name}")
    return str(found.value)


def secret_value(by: Starter, parts: list[str]) -> str:
    """The text of a secret, or of one key of it."""
    arn, key, stage, version = [":".join(parts[:7]), *([*parts[7:], "", "", ""])[:3]]
    words = f"{SECRET}failed to fetch secret {arn} from secrets manager: "
    stored = secretsmanager_backends[ACCOUNT_ID][parts[3]].secrets
    secret = stored.get(arn) or next((one for one in list(stored.values()) if one.arn == arn), None)
    by.demand("secretsmanager:GetSecretValue", secret.arn if secret is not None else arn, words)
    if secret is None:
        raise FailedToStart(f"{words}ResourceNotFoundException: Secrets Manager can't find the specified secret.")
    if secret.is_deleted():
        reason = "You can't perform this operation on the secret because it was marked for deletion."
        raise FailedToStart(f"{words}InvalidRequestException: {reason}")
    decrypt(by, secret, words)
    text = text_of(secret, stage or "AWSCURRENT", version)
    if text is None:
        label = f"secret value for staging label: {stage or 'AWSCURRENT'}"
        raise FailedToStart(f"{words}ResourceNotFoundException: Secrets Manager can't find the specified {label}")
    return member_of(text, key) if key else text


def decrypt(by: Starter, secret: Any, words: str) -> None:
    """A secret under a customer's key takes the permission to use it."""
    key = str(secret.kms_key_id or "")
    if key.startswith("arn:") and ":key/" in key:
        keys = {
            "kms:viaservice": f"secretsmanager.{key.split(':')[3]}.amazonaws.com",
            "kms:calleraccount": ACCOUNT_ID,
            "kms:encryptioncontext:secretarn": secret.arn,
            "aws:viaawsservice": "true",
        }
        try:
            by.demand("kms:Decrypt", key, words, keys)
        except FailedToStart as error:
            raise FailedToStart(f"{words}AccessDeniedException: Access to KMS is not allowed") from error


def text_of(secret: Any, stage: str, version: str) -> str | None:
    """The text of a version, by its number or stage."""
    versions = secret.versions
    found = versions.get(version) if version else None
    if found is None and not version:
        found = next((one for one in versions.values() if stage in one["version_stages"]), None)
    text = (found or {}).get("secret_string")
    return None if text is None else str(text)


def member_of(text: str, key: str) -> str:
    """One key of a secret in JSON."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise FailedToStart(f"{SECRET}invalid character in secret string: {error.args[0]}") from error
    if key not in value:
        raise FailedToStart(f"{SECRET}retrieved secret from Secrets Manager did not contain json key {key}")
    return value[key] if isinstance(value[key], str) else json.dumps(value[key])


def pull(by: Starter, image: str) -> None:
    """An image of this account's registry must be there, and the role must be let at it."""
    reference = images.parse(image)
    if reference is None:
        return
    by.demand("ecr:GetAuthorizationToken", "*", REGISTRY)
    words = MANIFEST.format(ref=image)
    status = f"failed with status code [manifests {reference.name}]: 403 Forbidden"
    forbidden = f"pulling from host {reference.host} {status}"
    for action in ("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"):
        try:
            by.demand(action, reference.arn, words)
        except FailedToStart as error:
            raise FailedToStart(words + forbidden) from error
    if images.find(reference) is None:
        raise FailedToStart(f"{words}{image}: not found")


def open_log(by: Starter, configuration: dict[str, Any]) -> None:
    """The group must exist, unless it is made; the role writes to it."""
    options = configuration.get("options") or {}
    if configuration.get("logDriver") != "awslogs":
        return
    region, group = options.get("awslogs-region", by.region), options.get("awslogs-group", "")
    for action in ("logs:CreateLogStream", "logs:PutLogEvents"):
        by.demand(action, f"arn:aws:logs:{region}:{ACCOUNT_ID}:log-group:{group}:log-stream:", LOGGER)
    backend = logs_backends[ACCOUNT_ID][region]
    if group in backend.groups:
        return
    if options.get("awslogs-create-group") != "true":
        raise FailedToStart(f"{LOGGER}ResourceNotFoundException: The specified log group does not exist.")
    backend.create_log_group(group, {})
