"""Requests as they go over the wire, signed by hand so that they can be changed on their way."""

import http.client
import json
from typing import Any
from urllib.parse import urlparse

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from kit import ROOT, Keys, Lab

Sent = dict[str, Any]


def ask(lab: Lab, service: str, sent: Sent, keys: Keys = ROOT) -> str:
    """Sign a request, change it on its way, send it; the answer's status and error code."""
    method, path, body = sent.get("method", "POST"), sent.get("path", "/"), sent.get("body", b"")
    request = AWSRequest(method=method, url=lab.url + path, data=body, headers=dict(sent.get("headers", {})))
    if keys:
        SigV4Auth(Credentials(*keys), service, sent.get("region", "us-east-1")).add_auth(request)
    return send(lab, method, path, (sent.get("instead", body), {**request.headers, **sent.get("added", {})}))


def send(lab: Lab, method: str, path: str, content: tuple[bytes, dict[str, str]]) -> str:
    """One request as it is."""
    place = urlparse(lab.url)
    connection = http.client.HTTPConnection(str(place.hostname), place.port)
    connection.request(method, path, *content)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    code = text.partition("<Code>")[2].partition("<")[0]
    if text.startswith("{") and answer.status >= 400:
        code = str(json.loads(text).get("__type", ""))
    return f"{answer.status} {code}".strip()
