"""STS: who the account's owner is, and session policies given by ARN.

moto calls the holder of an unknown key `user/moto` and drops `PolicyArns`.
"""

from typing import Any

from moto.iam.models import iam_backends
from moto.sts.exceptions import STSValidationError
from moto.sts.models import STSBackend
from moto.sts.responses import TokenResponse

from ..patching import Method, replaces
from ..requests_seen import ROOT_ACCESS_KEY, current

DEFAULT_SECONDS = 3600


@replaces(STSBackend, "get_caller_identity")
def get_caller_identity(original: Method, self: Any, access_key_id: str, region: str) -> tuple[str, str, str]:
    """Root's id is the account's, as on AWS."""
    seen = current()  # moto passes on keys of twenty capitals only
    if seen is not None and seen.access_key == ROOT_ACCESS_KEY:
        return self.account_id, f"arn:aws:iam::{self.account_id}:root", self.account_id
    found: tuple[str, str, str] = original(self, access_key_id, region)
    return found


@replaces(TokenResponse, "assume_role")
def assume_role(original: Method, self: Any) -> Any:
    """Sessions of a role that is assumed, for as long as the role allows; moto asks only when a token is shown."""
    seconds = self._get_int_param("DurationSeconds", DEFAULT_SECONDS)
    roles = list(iam_backends[self.current_account]["aws"].roles.values())
    role = next((one for one in roles if one.arn == self._get_param("RoleArn")), None)
    longest = int(getattr(role, "max_session_duration", None) or DEFAULT_SECONDS)
    if seconds > longest:
        raise STSValidationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    return limit_session(original(self), self)


def limit_session(answer: Any, self: Any) -> Any:
    """Note the managed policies that a session is limited to; the gate reads them from moto's session."""
    arns = [str(one.get("arn") or one.get("Arn")) for one in self._get_param("PolicyArns") or []]
    if arns:
        answer.result["Credentials"].lab_policy_arns = arns
    return answer
