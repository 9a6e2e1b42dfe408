"""From a viewer's request to the answer: protocol, method, function, cache, origin, errors, headers, in this order."""

from secrets import token_hex, token_urlsafe
from typing import Any

from ...fail_fast import defects
from ..engine import engine
from ..listener import Request, Response
from . import cache, distributions, events, headers, origin
from .events import Asked
from .functions import FunctionError, host

ERROR_SECONDS = 10  # that an error is kept when nothing is configured
PAGE = (
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n'
    "<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>\n"
    "<H1>{status} ERROR</H1><H2>The request could not be satisfied.</H2><HR noshade size=1>\n"
    "{reason}\n</BODY></HTML>"
)
NO_HOST = "Bad request. We can't connect to the server for this app or website at this time."
NO_METHOD = (
    "This distribution is not configured to allow the HTTP request method that was used for this request. "
    "The distribution supports only cachable requests."
)
FAILED = "The CloudFront function associated with the CloudFront distribution is invalid or could not run."


def answer(request: Request) -> Response:
    """What the edge answers."""
    assert engine.turnstile is not None
    with engine.turnstile.enter("cloudfront", "a viewer"):
        distribution = distributions.find(request.host)
        behaviour = distributions.behaviour_for(distribution, request.path) if distribution is not None else {}
    if distribution is None:
        return said(403, NO_HOST)
    response = refused(behaviour, request) or served(distribution, behaviour, request)
    headers.apply(response, behaviour.get("ResponseHeadersPolicyId"))
    response.set("Via", f"1.1 {distribution.domain_name} (CloudFront)")
    response.set("X-Amz-Cf-Pop", "LAB50-C1")
    response.set("X-Amz-Cf-Id", token_urlsafe(42))
    return not_modified(request, response)


def said(status: int, reason: str, word: str = "Error") -> Response:
    """CloudFront's own page."""
    shown = [("Server", "CloudFront"), ("Content-Type", "text/html"), ("X-Cache", f"{word} from cloudfront")]
    return Response(status, shown, PAGE.format(status=status, reason=reason).encode())


def refused(behaviour: dict[str, Any], request: Request) -> Response | None:
    """What is answered before anything is looked for: another protocol, a method that is not allowed."""
    policy = behaviour["ViewerProtocolPolicy"]
    if request.scheme == "http" and policy == "redirect-to-https":
        response = said(301, "Moved Permanently", "Redirect")
        response.set("Location", f"https://{request.host}{request.target}")
        return response
    if request.scheme == "http" and policy == "https-only":
        return said(403, "This distribution is configured to block access over HTTP.")
    allowed = distributions.items(behaviour.get("AllowedMethods")) or ["GET", "HEAD"]
    return None if request.method in allowed else said(403, NO_METHOD)


def served(distribution: Any, behaviour: dict[str, Any], request: Request) -> Response:
    """The object, after the viewer's function."""
    asked = Asked(request.target.partition("?")[0], request.query)
    code = distributions.function_for(behaviour, "viewer-request")
    if code is not None:
        try:
            result = host.run(code, events.event_of(distribution, request, token_hex(16)))
            if "statusCode" in result:
                response = events.response_of(result)
                response.set("X-Cache", "FunctionGeneratedResponse from cloudfront")
                return response
            asked = events.asked_by(result)
        except (FunctionError, KeyError, TypeError, ValueError):
            return said(503, FAILED, "FunctionExecutionError")
    if asked.uri == "/":
        asked = Asked(f"/{distribution.distribution_config.get('DefaultRootObject') or ''}", asked.query)
    return looked_up(distribution, behaviour, asked)


def looked_up(distribution: Any, behaviour: dict[str, Any], asked: Asked) -> Response:
    """From the cache, or from the origin by way of it."""
    kept = cache.of(distribution)
    varies = asked.query and distributions.varies_by_query(behaviour)
    key = f"{asked.uri}?{asked.query}" if varies else asked.uri
    found = kept.find(key)
    if found is not None and found.is_fresh:
        return given(found.response, "Hit" if found.response.status < 400 else "Error", found.age)
    try:
        response = origin.fetch(distribution, distributions.origin_of(distribution, behaviour), asked.uri)
    except origin.NotABucket as error:
        defects.note("dataplane", "CloudFront", str(error))
        return said(502, "CloudFront wasn't able to connect to the origin.")
    if response.status >= 400:
        return failed(distribution, behaviour, (key, response))
    kept.keep(key, response, cache.seconds_for(response, distributions.lifetimes(behaviour)))
    is_same = found is not None and found.response.header("etag") == response.header("etag")
    return given(response, "RefreshHit" if is_same else "Miss")


def failed(distribution: Any, behaviour: dict[str, Any], missed: tuple[str, Response]) -> Response:
    """An error of the origin: its own words, or the page that is configured for it, kept for a while."""
    key, response = missed
    configured = distributions.error_page(distribution, response.status) or {}
    page = configured.get("ResponsePagePath")
    if page:
        shown = looked_up(distribution, behaviour, Asked(page, "")) if key != page else response
        status = int(configured.get("ResponseCode") or response.status)
        response = Response(status, shown.headers, shown.body) if shown.status < 400 else response
    seconds = configured.get("ErrorCachingMinTTL")
    cache.of(distribution).keep(key, response, float(ERROR_SECONDS if seconds in (None, "") else seconds))
    return given(response, "Error")


def given(response: Response, word: str, age: float = 0.0) -> Response:
    """A copy of what is kept, with where it came from."""
    copy = Response(response.status, list(response.headers), response.body)
    copy.set("X-Cache", f"{word} from cloudfront")
    if word == "Hit":
        copy.set("Age", str(int(age)))
    return copy


def not_modified(request: Request, response: Response) -> Response:
    """304 to a viewer that has it already."""
    has = request.header("if-none-match")
    if response.status == 200 and has and has in (response.header("etag"), "*"):
        return Response(304, [one for one in response.headers if one[0].lower() != "content-type"])
    return response
