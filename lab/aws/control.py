"""The lab's own API under /_lab/: forks, issuers, zones, what exists, what was asked, faults, reset, shutdown."""

import hmac
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from moto.moto_api._internal.models import moto_api_backend

from . import fail_fast, faults, issuers, resources
from .dataplane import control as dataplane
from .dataplane.engine import engine
from .dns import DnsServer, create_zone
from .fork import QUIET_SECONDS, Family
from .journal import Journal
from .requests_seen import ROOT_ACCESS_KEY, ROOT_SECRET, end_sessions
from .server import Aws, listen, read_body
from .turnstile import Busy

Reply = tuple[int, object]


class Control:
    """One instance a process; routes are methods named after them."""

    def __init__(self, aws: Aws, family: Family) -> None:
        self._aws = aws
        self._family = family
        self.url = ""
        self._dns_server: DnsServer | None = None
        aws.control = self
        engine.turnstile = aws.turnstile
        self._routes: dict[str, Callable[[dict[str, Any], dict[str, list[str]]], Reply]] = {
            "POST fork": self._fork,
            "POST oidc": self._oidc,
            "POST zones": self._zones,
            "POST sessions": self._sessions,
            **dataplane.ROUTES,
            "GET resources": self._resources,
            "GET journal": self._journal,
            "GET dns": self._dns,
            "GET defects": lambda body, query: (200, fail_fast.defects.read()),
            "GET faults": lambda body, query: (200, faults.plan.report()),
            "POST faults": self._faults,
            "POST reset": self._reset,
            "POST shutdown": self._shutdown,
            "GET health": lambda body, query: (200, {"url": self.url, "pid": os.getpid()}),
        }

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Serve one control request; answers are JSON, refusals are {"error": sentence}."""
        route = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO'].removeprefix('/_lab/').strip('/')}"
        handler = self._routes.get(route)
        if not self._is_owner(environ):
            status, reply = 403, {"error": "the lab's own API is for whoever started it"}
        elif handler is None:
            status, reply = 404, {"error": f"no such route: {route}. There are: {', '.join(self._routes)}"}
        else:
            status, reply = self._handle(handler, environ)
        payload = json.dumps(reply).encode()
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(payload)))]
        start_response(f"{status} Lab", headers)
        return [payload]

    @staticmethod
    def _is_owner(environ: dict[str, Any]) -> bool:
        """A process that was started by hand asks nobody; else the owner's secret is wanted."""
        sent = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
        return ROOT_SECRET == ROOT_ACCESS_KEY or hmac.compare_digest(sent.encode(), ROOT_SECRET.encode())

    def serve(self, port: int, announce: Callable[[str], None]) -> None:
        """Listen, tell the URL, serve until the process ends."""
        server = listen(self._aws, port)
        self.url = f"http://127.0.0.1:{server.server_port}"
        announce(self.url)
        server.serve_forever()

    @staticmethod
    def _handle(handler: Callable[..., Reply], environ: dict[str, Any]) -> Reply:
        try:
            body = json.loads(read_body(environ) or b"{}")
            return handler(body, parse_qs(environ.get("QUERY_STRING", "")))
        except (ValueError, KeyError, TypeError) as error:
            return 400, {"error": f"{environ['PATH_INFO']}: {type(error).__name__}: {error}"}
        except Busy as error:
            return 503, {"error": str(error)}
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            return 500, {"error": f"{environ['PATH_INFO']}: {type(error).__name__}: {error}"}

    def _fork(self, _body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        def serve(announce: Callable[[str], None]) -> None:
            self._aws.turnstile.renew()
            engine.forget()
            self._aws.journal = Journal()
            faults.plan.renew()
            if self._dns_server is not None:
                self._dns_server.forget()
                self._dns_server = None
            fail_fast.defects.clear()
            self.serve(0, announce)

        return 201, self._family.fork(self._aws.turnstile, serve)

    def _oidc(self, body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        issuers.register(body["issuer"], body["jwks"])
        return 200, {"issuer": body["issuer"]}

    def _zones(self, body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        with self._aws.turnstile.enter("route53", "zones"):
            return 200, {"id": create_zone(body["name"])}

    def _sessions(self, _body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        with self._aws.turnstile.alone(QUIET_SECONDS):
            return 200, {"ended": end_sessions()}

    def _resources(self, _body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        with self._aws.turnstile.alone(QUIET_SECONDS):
            return 200, resources.inventory()

    def _journal(self, _body: dict[str, Any], query: dict[str, list[str]]) -> Reply:
        return 200, self._aws.journal.read(int(query.get("since", ["0"])[0]))

    def _dns(self, _body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        self._dns_server = self._dns_server or DnsServer()
        return 200, {"host": "127.0.0.1", "port": self._dns_server.port}

    def _faults(self, body: Any, _query: dict[str, list[str]]) -> Reply:
        faults.plan.replace(body)
        return 200, faults.plan.report()

    def _reset(self, _body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        with self._aws.turnstile.alone(QUIET_SECONDS):
            dataplane.reset()
            moto_api_backend.reset()
        self._aws.journal.clear()
        faults.plan.replace([])
        fail_fast.defects.clear()
        return 200, {}

    def _shutdown(self, _body: dict[str, Any], _query: dict[str, list[str]]) -> Reply:
        self._family.end()
        threading.Timer(0.05, os._exit, [0]).start()  # after the answer is on its way
        return 202, {}
