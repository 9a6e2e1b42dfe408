"""Secrets that a database keeps of its master user: rotated by their service every seven days, and by nobody else.

"Managed rotation for AWS Secrets Manager secrets" and "Secrets managed by other AWS services" (Secrets Manager User
Guide): such a secret has no function; its schedule may be changed by RotateSecret, its value, labels and existence only
by the service. moto sets no schedule, forgets schedule expressions and leaves a pending version behind.
"""

import json
import re
import secrets
import string
import time
import uuid
from collections.abc import Iterable
from typing import Any

import moto.rds.models as rds
from moto.secretsmanager.exceptions import InvalidParameterException, InvalidRequestException
from moto.secretsmanager.models import FakeSecret, SecretsManagerBackend
from moto.secretsmanager.responses import SecretsManagerResponse

from ..patching import Method, replaces

DEFAULT_DAYS = 7
DAY_SECONDS = 86_400
LENGTH = 28
# What RDS and DocumentDB allow in a password: everything printable but these; and one at least that URLs must escape.
PUNCTUATION = "".join(sorted(set(string.punctuation) - set('/"@')))
ESCAPED_IN_URLS = "#%:?[]"
HOUR_SECONDS = 3_600
_RATE = re.compile(r"rate\((\d+) (day|hour)s?\)")


def password() -> str:
    """A master password as AWS makes them."""
    characters = string.ascii_letters + string.digits + PUNCTUATION
    chosen = [secrets.choice(characters) for _ in range(LENGTH - 1)]
    chosen.insert(secrets.randbelow(LENGTH), secrets.choice(ESCAPED_IN_URLS))
    return "".join(chosen)


@replaces(rds.MasterUserSecret, "_generate_secret_string")
def generate(_original: Method, self: Any) -> str:
    """AWS writes the master user's name and a random password; moto writes one constant for everybody."""
    return json.dumps({"username": self.resource.master_username, "password": password()})


@replaces(SecretsManagerBackend, "create_managed_secret")
def create(original: Method, self: Any, *args: Any, **kwargs: Any) -> Any:
    """Rotation is on from the start."""
    secret = original(self, *args, **kwargs)
    secret.rotation_requested = secret.rotation_enabled = True
    schedule(secret, {"AutomaticallyAfterDays": DEFAULT_DAYS})
    return secret


def schedule(secret: Any, rules: dict[str, Any]) -> None:
    """Keep the rules as they are told afterwards, and the date that follows from them."""
    rate = _RATE.fullmatch(rules.get("ScheduleExpression", ""))
    if rate is not None and rate[2] == "hour":
        secret.lab_rotation_rules = rules
        secret.next_rotation_date = int(time.time()) + int(rate[1]) * HOUR_SECONDS
        return
    days = int(rate[1]) if rate is not None else rules.get("AutomaticallyAfterDays")
    secret.lab_rotation_rules = {**rules, **({"AutomaticallyAfterDays": days} if days is not None else {})}
    # The window is a day of UTC, and its end is told: "the latest date that rotation will occur" (DescribeSecret).
    day = int(time.time()) // DAY_SECONDS + (days or DEFAULT_DAYS)
    secret.next_rotation_date = (day + 1) * DAY_SECONDS - 1


@replaces(FakeSecret, "to_dict")
def to_dict(original: Method, self: Any) -> dict[str, Any]:
    """The whole schedule, and no function for a secret that has none."""
    described: dict[str, Any] = original(self)
    if getattr(self, "lab_rotation_rules", None):
        described["RotationRules"] = self.lab_rotation_rules
    if not described.get("RotationLambdaARN"):
        described.pop("RotationLambdaARN", None)
    return described


@replaces(SecretsManagerBackend, "rotate_secret")
def rotate_secret(original: Method, self: Any, secret_id: str, *args: Any, **kwargs: Any) -> Any:
    """A managed secret gets its schedule and, at once unless told otherwise, a new password."""
    secret = self.secrets.get(secret_id)
    arn = kwargs.get("rotation_lambda_arn")
    if secret is None or secret.is_deleted() or getattr(secret, "owning_service", None) is None:
        if secret is not None and not arn and not getattr(secret, "rotation_lambda_arn", None):
            raise InvalidRequestException(
                "You tried to enable rotation on a secret that doesn't already have a Lambda function ARN configured "
                "and you didn't include such an ARN as a parameter in this call."
            )
        answer = original(self, secret_id, *args, **kwargs)
        if secret is not None and kwargs.get("rotation_rules"):
            schedule(secret, kwargs["rotation_rules"])
        return answer
    if arn:
        raise InvalidRequestException(managed_by(secret))
    rules = kwargs.get("rotation_rules")
    if rules:
        if "AutomaticallyAfterDays" in rules and "ScheduleExpression" in rules:
            raise InvalidParameterException("You can't specify both AutomaticallyAfterDays and ScheduleExpression.")
        schedule(secret, rules)
    secret.rotation_enabled = True
    if kwargs.get("rotate_immediately", True):
        renew(secret, kwargs.get("client_request_token") or str(uuid.uuid4()))
    return secret.to_short_dict()


def renew(secret: Any, version: str) -> None:
    """A version with another password; the one before it is AWSPREVIOUS, and the next date follows from this one.

    The token is the version's id, so the same one again makes no other (RotateSecret).
    """
    if version in secret.versions:
        return
    now = secret.versions[secret.default_version_id]
    value = json.dumps({**json.loads(now["secret_string"]), "password": password()})
    made = {"createdate": int(time.time()), "version_id": version, "version_stages": ["AWSCURRENT"]}
    secret.reset_default_version({**made, "secret_string": value}, version)
    secret.last_rotation_date = int(time.time())
    schedule(secret, getattr(secret, "lab_rotation_rules", None) or {"AutomaticallyAfterDays": DEFAULT_DAYS})


@replaces(SecretsManagerBackend, "cancel_rotate_secret")
def cancel_rotate_secret(original: Method, self: Any, secret_id: str) -> Any:
    """Turning rotation off is no error where there is none, or no function; moto asks for a function's ARN."""
    secret = self.secrets.get(secret_id)
    if secret is None or secret.is_deleted() or getattr(secret, "rotation_lambda_arn", None) is None:
        return original(self, secret_id)
    secret.rotation_enabled = False
    return secret.to_short_dict()


def managed_by(secret: Any) -> str:
    """Why a call is refused."""
    return f"You can't perform this operation on {secret.name}: it is managed by {secret.owning_service}."


def only_by_its_service(operations: Iterable[str]) -> None:
    """Refuse callers what only the service may do; the service itself works on the backend."""
    for name in operations:

        def operation(original: Method, self: Any) -> Any:
            secret = self.backend.secrets.get(self._get_param("SecretId"))
            if getattr(secret, "owning_service", None) is not None:
                raise InvalidRequestException(managed_by(secret))
            return original(self)

        replaces(SecretsManagerResponse, name)(operation)


only_by_its_service(("delete_secret", "put_secret_value", "update_secret", "update_secret_version_stage"))
