"""What a raw HTTP request to AWS is about: service, operation and who signed it."""

import os
import re
import threading
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from moto.core.utils import utcnow
from moto.iam.models import iam_backends
from moto.sts.models import sts_backends

ROOT_ACCESS_KEY = "test"
# Of whoever started this process; nothing that it starts itself may know it. By hand it is as short as the key.
ROOT_SECRET = os.environ.pop("LAB_ROOT_SECRET", "") or ROOT_ACCESS_KEY
ACCOUNT_ID = "123456789012"

_CREDENTIAL = re.compile(r"Credential=([^/,\s]+)/[^/]*/([^/]*)/([^/]*)/aws4_request")


@dataclass
class Seen:
    """One request as it came in; `action` is filled by moto's dispatch when the URL alone does not tell."""

    method: str
    path: str
    access_key: str | None
    region: str
    service: str
    action: str
    session_token: str | None = field(default=None, repr=False)
    verdict: Any = None  # the gate's, once it has judged
    fault: str = ""  # the kind of fault that the call met
    agent: str = ""  # what the client calls itself


_current = threading.local()


def current() -> Seen | None:
    """The request that this thread serves."""
    return getattr(_current, "seen", None)


def set_current(seen: Seen | None) -> None:
    """Remember (or forget) the request that this thread serves."""
    _current.seen = seen


def left_out() -> dict[str, str]:
    """What of the batch that this thread serves the gate has left out: ARN → why."""
    seen = current()
    return seen.verdict.left_out if seen is not None and seen.verdict is not None else {}


S3_OBJECT = {
    "GET": "GetObject",
    "HEAD": "HeadObject",
    "PUT": "PutObject",
    "DELETE": "DeleteObject",
    "POST": "PostObject",
}
S3_BUCKET = {
    "GET": "ListObjects",
    "HEAD": "HeadBucket",
    "PUT": "CreateBucket",
    "DELETE": "DeleteBucket",
    "POST": "Post",
}


def s3_action(method: str, path: str, query: dict[str, list[str]]) -> str:
    """S3 names its operations by method, depth of the path and the first word of the query (`?versioning`)."""
    bucket, _, key = path.strip("/").partition("/")
    if not bucket:
        return "ListBuckets"
    words = [word for word, value in query.items() if value == [""]]
    if not words or key:
        return (S3_OBJECT if key else S3_BUCKET).get(method, method)
    subject = "".join(part.capitalize() for part in re.split("[^A-Za-z]", words[0]))
    return f"{method.capitalize()}Bucket{subject}"


def look_at(environ: dict[str, Any], body: bytes) -> Seen:
    """Read service, region and operation from the signature's scope, the target header and the form."""
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    form = parse_qs(body.decode("utf-8", "replace")) if "form-urlencoded" in environ.get("CONTENT_TYPE", "") else {}
    presigned = query.get("X-Amz-Credential", [""])[0]
    scope = environ.get("HTTP_AUTHORIZATION") or (f"Credential={presigned}" if presigned else "")
    match = _CREDENTIAL.search(scope)
    key, region, service = match.groups() if match else (None, "us-east-1", "")
    target = environ.get("HTTP_X_AMZ_TARGET", "").split(".")[-1]
    action = target or (form.get("Action") or query.get("Action") or [""])[0]
    if not service:
        service = "sts" if action.startswith("AssumeRole") else "s3"
    if service == "s3":
        action = s3_action(environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/"), query)
    token = environ.get("HTTP_X_AMZ_SECURITY_TOKEN") or query.get("X-Amz-Security-Token", [None])[0]
    agent = environ.get("HTTP_USER_AGENT", "")
    about = (environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/"))
    return Seen(*about, key, region, service.lower(), action, token, agent=agent)


def find_session(access_key: str) -> Any | None:
    """The assumed role (moto's object) that an access key belongs to, if any."""
    for account in list(sts_backends.values()):
        for backend in list(account.values()):
            session = backend.get_assumed_role_from_access_key(access_key)
            if session is not None:
                return session
    return None


def end_sessions() -> int:
    """Let the time of every session be over, and say of how many."""
    backends = [backend for account in list(sts_backends.values()) for backend in list(account.values())]
    sessions = [session for backend in backends for session in backend.assumed_roles]
    for session in sessions:
        session.expiration = utcnow()
    return len(sessions)


def find_user(access_key: str) -> Any | None:
    """The IAM user (moto's object) that an access key belongs to, if any."""
    for account in list(iam_backends.values()):
        for backend in list(account.values()):
            user = backend.get_user_from_access_key_id(access_key)
            if user is not None:
                return user
    return None


def principal_of(access_key: str | None) -> str:
    """ARN of whoever holds the access key; `anonymous` without one and `unknown` for a key nobody was given."""
    if access_key is None:
        return "anonymous"
    if access_key == ROOT_ACCESS_KEY:
        return f"arn:aws:iam::{ACCOUNT_ID}:root"
    holder = find_session(access_key) or find_user(access_key)
    return "unknown" if holder is None else str(holder.arn)
