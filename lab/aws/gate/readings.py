"""Requests that can be read in two ways are refused before anybody reads them.

The gate and the emulator behind it each find operation, parameters and bucket by themselves. AWS has one reader; here a
request must mean the same to both, or a permission for one thing would open another.
"""

from collections import Counter
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes

from ..answers import QUERY
from ..requests_seen import Seen

HOSTS = ("127.0.0.1", "localhost")
FORM = "application/x-www-form-urlencoded"
FORM_SERVICES = QUERY | {"ec2"}


def ambiguity(environ: dict[str, Any], body: bytes, seen: Seen) -> str:
    """What could be read otherwise; '' for a request that is plain."""
    query = parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    return of_address(environ) or of_credentials(environ, query) or of_operation(environ, body, (seen, query))


def of_address(environ: dict[str, Any]) -> str:
    """One host, one path: a bucket in the host's name, or another path than the one that is routed."""
    host = environ.get("HTTP_HOST", "").rpartition(":")[0] or environ.get("HTTP_HOST", "")
    if host not in HOSTS:
        return f"the host {host} (buckets go into the path)"
    raw = str(environ.get("RAW_URI") or environ.get("REQUEST_URI") or environ.get("PATH_INFO", "")).partition("?")[0]
    if unquote_to_bytes(raw) != environ.get("PATH_INFO", "").encode("latin-1"):
        return f"the path {raw}"
    return ""


def of_credentials(environ: dict[str, Any], query: list[tuple[str, str]]) -> str:
    """Signed once: by a header or by the query."""
    presigned = any(name.lower() in ("x-amz-signature", "x-amz-credential") for name, _ in query)
    return "signatures in header and query" if presigned and "HTTP_AUTHORIZATION" in environ else ""


def of_operation(environ: dict[str, Any], body: bytes, about: tuple[Seen, list[tuple[str, str]]]) -> str:
    """One operation with one set of parameters: in the form, in the query, by target or by path."""
    seen, query = about
    asked = [name for name, _ in query if not name.lower().startswith("x-amz-")]
    is_form = environ.get("CONTENT_TYPE", "").startswith(FORM) and seen.service != "s3"
    targets = "HTTP_X_AMZ_TARGET" in environ
    if targets and (asked or is_form or "/operation/" in environ.get("PATH_INFO", "")):
        return "an operation beside x-amz-target"
    if is_form and body and asked:
        return f"parameters in form and query ({', '.join(asked)})"
    form = [name for name, _ in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)] if is_form else []
    twice = [name for name, times in Counter([*form, *(asked if not is_form else [])]).items() if times > 1]
    if twice and seen.service in FORM_SERVICES:
        return f"{twice[0]} given twice"
    speaks = is_form or targets or "HTTP_SMITHY_PROTOCOL" in environ
    if body and seen.service in FORM_SERVICES and not speaks:
        return f"a body of the type “{environ.get('CONTENT_TYPE', '')}”"
    return ""
