"""Requests and responses in the form that CloudFront functions see and return.

"CloudFront Functions event structure" (CloudFront Developer Guide).
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote

from ..listener import Request, Response


@dataclass(frozen=True)
class Asked:
    """What is asked for after the viewer's function: path as it is sent, and query."""

    uri: str
    query: str


def event_of(distribution: Any, request: Request, number: str) -> dict[str, Any]:
    """The event of a viewer's request."""
    sent = {name.lower(): {"value": value} for name, value in request.headers if name.lower() != "cookie"}
    cookies = [pair.strip().partition("=") for pair in request.header("cookie").split(";") if pair.strip()]
    return {
        "version": "1.0",
        "context": {
            "distributionDomainName": distribution.domain_name,
            "distributionId": distribution.distribution_id,
            "eventType": "viewer-request",
            "requestId": number,
        },
        "viewer": {"ip": request.client},
        "request": {
            "method": request.method,
            "uri": request.target.partition("?")[0],
            "querystring": {key: {"value": value} for key, value in parse_qsl(request.query, keep_blank_values=True)},
            "headers": sent,
            "cookies": {name: {"value": value} for name, _, value in cookies},
        },
    }


def response_of(result: dict[str, Any]) -> Response:
    """An answer that a function gives by itself."""
    headers = [(name, str(one["value"])) for name, one in (result.get("headers") or {}).items()]
    body = result.get("body") or ""
    text = body.get("data", "") if isinstance(body, dict) else str(body)
    return Response(int(result["statusCode"]), headers, text.encode())


def asked_by(result: dict[str, Any]) -> Asked:
    """The request that a function hands on."""
    query = (result.get("querystring") or {}).items()
    pairs = [f"{quote(key)}={quote(str(one.get('value', '')))}" for key, one in query]
    return Asked(str(result["uri"]), "&".join(pairs))
