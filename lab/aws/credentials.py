"""Whether the access key of a request is one that was given out, and still valid.

AWS refuses unknown keys, a session's key without its token, and sessions that ended. moto takes any key for the
account's owner. The signature itself is not checked: secrets of the lab are no secrets.
"""

from datetime import datetime
from typing import Any

from moto.core.utils import utcnow

from .answers import Answer, refusal
from .requests_seen import ROOT_ACCESS_KEY, Seen, find_session, find_user

UNKNOWN = "The security token included in the request is invalid."


def check(seen: Seen) -> Answer | None:
    """The refusal, or None when the request may go on. Requests without a signature are the services' own matter."""
    key = seen.access_key
    if key is None or key == ROOT_ACCESS_KEY or find_user(key) is not None:
        return None
    session = find_session(key)
    if session is None or seen.session_token != session.session_token:
        return refusal(seen.service, 403, unknown_code(seen.service), UNKNOWN)
    if has_ended(session):
        code = "ExpiredToken" if seen.service in ("s3", "sts", "iam", "rds") else "ExpiredTokenException"
        return refusal(seen.service, 403, code, "The security token included in the request is expired")
    return None


def unknown_code(service: str) -> str:
    """What each protocol calls a key that nobody was given."""
    return {"s3": "InvalidAccessKeyId", "ec2": "AuthFailure"}.get(service, "InvalidClientTokenId")


def has_ended(session: Any) -> bool:
    """Whether an assumed role's session is over."""
    expiration: datetime = session.expiration
    return expiration < utcnow()
