"""Secrets Manager: versions that cannot be overwritten, and stages that decide what GetSecretValue returns."""

import json
from typing import Any

from moto.secretsmanager.exceptions import InvalidRequestException, ResourceExistsException
from moto.secretsmanager.models import SecretsManagerBackend
from moto.secretsmanager.responses import SecretsManagerResponse

from ..patching import Method, adds, replaces
from ..requests_seen import left_out

WRITTEN = "lab_written"  # on a version whose value a caller put; a rotation's pending version has a stand-in value


@replaces(SecretsManagerBackend, "put_secret_value")
def put_secret_value(
    original: Method,
    self: Any,
    secret_id: str,
    secret_string: Any,
    secret_binary: Any,
    client_request_token: str,
    version_stages: list[str],
) -> Any:
    """AWS never changes a version's value: same token, same value is a repetition, another value is refused.

    moto overwrites the value of a version that is AWSPENDING.
    """
    secret = self.secrets[secret_id] if self._is_valid_identifier(secret_id) else None
    version = secret.versions.get(client_request_token) if secret is not None else None
    if version is not None and version.get(WRITTEN):
        if (version.get("secret_string"), version.get("secret_binary")) != (secret_string, secret_binary):
            raise ResourceExistsException(
                f"You can't use ClientRequestToken {client_request_token} because that value is already in use "
                f"for a version of secret {secret.arn}."
            )
        return secret.to_short_dict(include_version_stages=True, version_id=client_request_token)
    answer = original(self, secret_id, secret_string, secret_binary, client_request_token, version_stages)
    for number, written in self.secrets[secret_id].versions.items():
        if number == client_request_token:
            written[WRITTEN] = True
    return answer


@replaces(SecretsManagerBackend, "update_secret_version_stage")
def update_secret_version_stage(
    original: Method,
    self: Any,
    secret_id: str,
    version_stage: str,
    remove_from_version_id: str,
    move_to_version_id: str,
) -> Any:
    """moto moves the label AWSCURRENT, but GetSecretValue goes on returning the old version."""
    answer = original(self, secret_id, version_stage, remove_from_version_id, move_to_version_id)
    if version_stage == "AWSCURRENT" and move_to_version_id:
        secret = self.secrets[secret_id]
        secret.default_version_id = move_to_version_id
        for number, version in secret.versions.items():
            if number != move_to_version_id and "AWSCURRENT" in version["version_stages"]:
                version["version_stages"].remove("AWSCURRENT")
    return answer


@replaces(SecretsManagerBackend, "batch_get_secret_value")
def batch_get_secret_value(original: Method, self: Any, secret_id_list: list[str] | None = None, **more: Any) -> Any:
    """A secret that the caller may not read is one of the answer's Errors; the others are read."""
    refused: dict[str, str] = {}
    for name in secret_id_list or []:
        secret = self.secrets.get(name)
        ends = f":secret:{name}" if secret is None else str(secret.arn)
        why = next((why for arn, why in left_out().items() if arn.endswith(ends)), None)
        if why is not None:
            refused[name] = why
    if not refused:
        return original(self, secret_id_list=secret_id_list, **more)
    rest = [name for name in secret_id_list or [] if name not in refused]
    secrets, errors, token = original(self, secret_id_list=rest, **more)
    told = [{"SecretId": name, "ErrorCode": "AccessDeniedException", "Message": why} for name, why in refused.items()]
    return secrets, [*errors, *told], token


@replaces(SecretsManagerBackend, "create_secret")
def create_secret(original: Method, self: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    """The name of a secret that is scheduled for deletion is not free, and AWS says why."""
    existing = self.secrets.get(name)
    if existing is not None and existing.is_deleted():
        raise InvalidRequestException(
            "You can't create this secret because a secret with this name is already scheduled for deletion."
        )
    return original(self, name, *args, **kwargs)


@adds(SecretsManagerResponse)
def validate_resource_policy(self: Any) -> str:
    """ValidateResourcePolicy: JSON, and not open to everybody."""
    text = self._get_param("ResourcePolicy") or ""
    errors = []
    try:
        statements = json.loads(text).get("Statement", [])
    except (ValueError, AttributeError):
        statements, errors = [], [{"CheckName": "POLICY_SYNTAX", "ErrorMessage": "This policy is not JSON."}]
    for statement in statements if isinstance(statements, list) else [statements]:
        is_open = statement.get("Principal") in ("*", {"AWS": "*"}) and not statement.get("Condition")
        if statement.get("Effect") == "Allow" and is_open:
            errors.append({"CheckName": "PUBLIC_POLICY", "ErrorMessage": "This policy gives access to everybody."})
    return json.dumps({"PolicyValidationPassed": not errors, "ValidationErrors": errors})
