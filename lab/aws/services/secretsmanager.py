"""Secrets Manager: versions that cannot be overwritten, and stages that decide what GetSecretValue returns."""

from typing import Any

from moto.secretsmanager.exceptions import ResourceExistsException
from moto.secretsmanager.models import SecretsManagerBackend

from ..patching import Method, replaces

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
