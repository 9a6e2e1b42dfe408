"""STS: who the account's owner is. moto calls the holder of an unknown key `user/moto`."""

from typing import Any

from moto.sts.models import STSBackend

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
