"""Refusals as each service words and encodes them."""

import re

from ministack.core import iam_actions

from ..answers import Answer
from .call import Call
from .decision import Check, Decision
from .signature import Unauthentic

# Of S3: requests that are wrong, not callers.
BAD_REQUESTS = (
    "AuthorizationQueryParametersError",
    "InvalidArgument",
    "InvalidRequest",
    "XAmzContentSHA256Mismatch",
)
_BARE = re.compile("(<Error>.*</Error>)", re.DOTALL)


def unauthentic(call: Call, error: Unauthentic) -> Answer:
    """The caller is nobody that AWS knows."""
    code, message = error.args
    if code in BAD_REQUESTS:
        return respond(call, 400, {"Content-Type": "application/xml"}, s3_error(code, message))
    status, headers, body = iam_actions.access_denied_response(
        call.service, call.action, "", "lab", error_code=code, message=message, headers=call.headers
    )
    return respond(call, status, headers, body)


def denied(call: Call, principal: str, answer: tuple[Check, Decision]) -> Answer:
    """The caller may not do this."""
    check, decision = answer
    status, headers, body = iam_actions.access_denied_response(
        call.service,
        check.action,
        principal,
        "lab",
        headers=call.headers,
        message=message_of(principal, check, decision),
        resource_arn=check.resource,
        explicit_deny=decision.outcome == "explicit-deny",
    )
    return respond(call, status, headers, body)


def message_of(principal: str, check: Check, decision: Decision) -> str:
    """AWS's sentence: who, what, on what, and which kind of policy decided."""
    kind = "resource-based" if decision.by_resource_policy else "identity-based"
    if decision.outcome == "explicit-deny":
        reason = f"with an explicit deny in a{'n' if kind[0] == 'i' else ''} {kind} policy"
    else:
        reason = f"because no {kind} policy allows the {check.action} action"
    on = "" if check.resource == "*" else f" on resource: {check.resource}"
    return f"User: {principal} is not authorized to perform: {check.action}{on} {reason}"


def s3_error(code: str, message: str) -> bytes:
    """An error document of S3."""
    return f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>lab</RequestId></Error>".encode()


def respond(call: Call, status: int, headers: dict[str, str], body: bytes | str) -> Answer:
    """The lab's form of an answer; a HEAD has no body, and of the XML services S3 alone has a bare error."""
    text = body.decode() if isinstance(body, bytes) else body
    if call.service in ("cloudfront", "route53"):
        text = _BARE.sub(r"<ErrorResponse>\1<RequestId>lab</RequestId></ErrorResponse>", text)
    return status, dict(headers), "" if call.method == "HEAD" else text
