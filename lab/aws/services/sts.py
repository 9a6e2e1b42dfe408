"""STS: who the account's owner is, and session policies given by ARN.

moto calls the holder of an unknown key `user/moto` and drops `PolicyArns`.
"""

from typing import Any

from moto.sts.models import STSBackend
from moto.sts.responses import TokenResponse

from ..patching import Method, replaces
from ..requests_seen import ROOT_ACCESS_KEY, current


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
    """Sessions of a role that is assumed."""
    return limit_session(original(self), self)


def limit_session(answer: Any, self: Any) -> Any:
    """Note the managed policies that a session is limited to; the gate reads them from moto's session."""
    arns = [str(one.get("arn") or one.get("Arn")) for one in self._get_param("PolicyArns") or []]
    if arns:
        answer.result["Credentials"].lab_policy_arns = arns
    return answer
