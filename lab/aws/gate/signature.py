"""Whether a request was signed by the holder of its access key, now, with this body.

Signature version 4 as in "AWS Signature Version 4 for API requests" (IAM User Guide); the arithmetic is
`ministack.core.sigv4`. Presigned URLs are checked too, and their expiry.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ministack.core import sigv4
from moto.core.utils import utcnow

from ..requests_seen import ROOT_ACCESS_KEY, ROOT_SECRET, find_session, find_user
from .call import Call

INVALID = "The security token included in the request is invalid."
UNSIGNED, STREAMING = "UNSIGNED-PAYLOAD", "STREAMING-"
LONGEST_LIFE = 604_800  # seconds
SHA256 = re.compile("[0-9a-f]{64}")


class Unauthentic(Exception):
    """Nobody that AWS knows signed this: the evaluator's code and a message."""


@dataclass(frozen=True)
class Holder:
    """Who holds an access key: `session` or `user` is moto's object, neither for the account's owner."""

    secret: str
    session: Any = None
    user: Any = None

    @property
    def is_root(self) -> bool:
        """The account's owner."""
        return self.session is None and self.user is None


def authenticate(call: Call) -> Holder | None:
    """The holder of the request's key; None for a request that nobody signed. Raises Unauthentic."""
    presigned = "X-Amz-Signature" in call.query or "X-Amz-Credential" in call.query
    if not presigned and "authorization" not in call.headers:
        return None
    parsed = sigv4.parse_query_signature(call.query) if presigned else sigv4.parse_header_signature(call.headers)
    if isinstance(parsed, tuple):
        raise Unauthentic(*parsed)
    holder = find_holder(parsed.access_key_id)
    check_token(holder, call)
    check_signature(call, parsed, holder.secret, presigned)
    if holder.session is not None and has_ended(holder.session):
        raise Unauthentic("ExpiredTokenException", "The security token included in the request is expired")
    return holder


def find_holder(access_key: str) -> Holder:
    """Who was given this key. A session's key shadows nothing: ids are unique."""
    if access_key == ROOT_ACCESS_KEY:
        return Holder(ROOT_SECRET)
    session = find_session(access_key)
    if session is not None:
        return Holder(session.secret_access_key, session=session)
    user = find_user(access_key)
    key = next((key for key in getattr(user, "access_keys", []) if key.access_key_id == access_key), None)
    if key is None or key.status != "Active":
        raise Unauthentic("UnrecognizedClientException", INVALID)
    return Holder(key.secret_access_key, user=user)


def check_token(holder: Holder, call: Call) -> None:
    """A session's key is worth nothing without its token, and nobody else's key takes one."""
    sent = call.seen.session_token or ""
    if holder.session is None and not sent:
        return
    expected = holder.session.session_token if holder.session is not None else ""
    if not hmac.compare_digest(expected.encode(), sent.encode()):
        # AWS does not tell a missing token from a wrong one: the key alone is nobody's.
        raise Unauthentic("UnrecognizedClientException" if not sent else "InvalidToken", INVALID)


def check_signature(call: Call, parsed: sigv4.HeaderSignature, secret: str, presigned: bool) -> None:
    """The signature, the time of signing and the body's hash."""
    if presigned:
        refuse_long_life((call.query.get("X-Amz-Expires") or ["0"])[0])
        try:
            expired = sigv4.presigned_request_is_expired(parsed.amz_date, (call.query.get("X-Amz-Expires") or ["0"])[0])
        except ValueError as error:
            raise Unauthentic("IncompleteSignature", str(error)) from error
        failure = ("RequestExpired", "Request has expired") if expired else None
    else:
        failure = sigv4.request_time_failure(parsed)
    failure = failure or sigv4.header_signature_failure(
        parsed, secret, call.method, call.raw_path, call.query, call.headers, call.body, presigned=presigned
    )
    if failure:
        raise Unauthentic(*failure)
    if not presigned:
        check_headers(call, parsed.signed_headers.split(";"))
        check_payload(call)


def refuse_long_life(expires: str) -> None:
    """A presigned URL lives for a week at most."""
    if not expires.isdecimal() or int(expires) > LONGEST_LIFE:
        message = (
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than"
        )
        raise Unauthentic("AuthorizationQueryParametersError", f"{message} {LONGEST_LIFE} seconds")


def check_headers(call: Call, signed: list[str]) -> None:
    """Every header of AWS's own must be signed, or anybody on the way could have added it."""
    loose = [name for name in call.headers if name.startswith("x-amz-") and name not in signed]
    if loose:
        message = f"There were headers present in the request which were not signed: {', '.join(loose)}"
        raise Unauthentic("AccessDenied" if call.seen.service == "s3" else "SignatureDoesNotMatch", message)


def check_payload(call: Call) -> None:
    """The body's hash: S3 is told it, or that there is none; every other service computes it."""
    declared = call.headers.get("x-amz-content-sha256")
    computed = hashlib.sha256(call.body).hexdigest()
    if call.seen.service != "s3":
        if declared not in (None, computed):
            raise Unauthentic("SignatureDoesNotMatch", "The payload's hash is not the one that was signed.")
        return
    if declared is None:
        raise Unauthentic("InvalidRequest", "Missing required header for this request: x-amz-content-sha256")
    if declared == UNSIGNED or declared.startswith(STREAMING):
        return
    if not SHA256.fullmatch(declared):
        raise Unauthentic(
            "InvalidArgument", "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-… or a sha256 value."
        )
    if declared != computed:
        message = "The provided 'x-amz-content-sha256' header does not match what was computed."
        raise Unauthentic("XAmzContentSHA256Mismatch", message)


def has_ended(session: Any) -> bool:
    """Whether an assumed role's session is over."""
    expiration: datetime = session.expiration
    return expiration < utcnow()
