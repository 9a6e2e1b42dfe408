"""A listener on a free port of 127.0.0.1, plain or with TLS by the name that the client asks for."""

import contextlib
import socket
import ssl
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import responses
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from .. import faults
from ..delivery import Cut, Reply, under
from ..fail_fast import defects

IDLE_SECONDS = 60.0
ADDRESS = "127.0.0.1"


@dataclass(frozen=True)
class Request:
    """A request as it came in; header names are as they were sent."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    scheme: str
    client: str

    def header(self, name: str) -> str:
        """The first value of a header; '' without one."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def host(self) -> str:
        """The host that was asked for, without its port."""
        return self.header("host").lower().rpartition(":")[0] or self.header("host").lower()

    @property
    def path(self) -> str:
        """The decoded path."""
        return unquote(urlsplit(self.target).path) or "/"

    @property
    def query(self) -> str:
        """What follows the question mark."""
        return self.target.partition("?")[2]


@dataclass
class Response:
    """An answer; its length is added."""

    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def header(self, name: str) -> str:
        """The first value of a header; '' without one."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def set(self, name: str, value: str) -> None:
        """One value in place of all."""
        self.headers = [(key, old) for key, old in self.headers if key.lower() != name.lower()] + [(name, value)]

    def without(self, *names: str) -> None:
        """Take headers away."""
        self.headers = [(key, value) for key, value in self.headers if key.lower() not in names]


Answer = Callable[[Request], Response]
ContextFor = Callable[[str], ssl.SSLContext]


class Listener:
    """Listens with being made; a thread a connection."""

    def __init__(self, answer: Answer, context_for: ContextFor | None = None) -> None:
        self._server = Server((ADDRESS, 0), Handler)
        self._server.answer = answer
        if context_for is not None:
            self._server.context = chooser(context_for)
        self.port = int(self._server.server_address[1])
        Thread(target=self._server.serve_forever, args=(3600.0,), name="listener", daemon=True).start()

    def forget(self) -> None:
        """In a fork: the socket was the parent's and is closed already; its number may be another's by now."""
        self._server.socket.detach()


def chooser(context_for: ContextFor) -> ssl.SSLContext:
    """A context that takes the certificate of the name that a client asks for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2

    def choose(connection: Any, name: str | None, _context: ssl.SSLContext) -> None:
        connection.context = context_for(name or "")

    context.sni_callback = choose  # type: ignore[assignment]
    return context


class Server(ThreadingHTTPServer):
    """With what its connections need to know."""

    daemon_threads = True
    request_queue_size = 128
    answer: Answer
    context: ssl.SSLContext | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS
    server: Server
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """The handshake is the connection's own business, not the listener's."""
        if self.server.context is not None:
            self.request.settimeout(IDLE_SECONDS)
            self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        """Close what the handshake has put around the socket, too."""
        with contextlib.suppress(OSError):
            super().finish()
        with contextlib.suppress(OSError):
            self.request.shutdown(socket.SHUT_RDWR)
        self.request.close()

    def __getattr__(self, name: str) -> Any:
        """Every method is served alike."""
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        scheme = "http" if self.server.context is None else "https"
        request = Request(self.command, self.path, self.headers.items(), body, scheme, self.client_address[0])
        effect = faults.plan.meet(faults.Asked(request.method, request.path, request.host))
        try:
            self._send(self._answer(request, effect))
        except Cut as cut:
            self._hang_up(cut.args[0])

    def _answer(self, request: Request, effect: dict[str, Any] | None) -> Response:
        def answer() -> Reply:
            response = self._right(request)
            return f"{response.status} {responses.get(response.status, '')}", response.headers, response.body

        status, headers, body = under(effect, "edge", answer)
        return Response(int(status.split()[0]), headers, body)

    def _right(self, request: Request) -> Response:
        try:
            return self.server.answer(request)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            traceback.print_exc(file=sys.stderr)
            defects.note("dataplane", f"{request.method} {request.host}", reason)
            return Response(500, [("Content-Type", "text/plain")], f"the lab failed: {reason}\n".encode())

    def _hang_up(self, begun: Reply | None) -> None:
        """The connection ends, perhaps in the middle of an answer whose length was told."""
        self.close_connection = True
        if begun is None:
            return
        status, headers, body = begun
        self.send_response_only(int(status.split()[0]))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _send(self, response: Response) -> None:
        has_body = self.command != "HEAD" and response.status not in (204, 304) and response.status >= 200
        self.send_response_only(response.status, responses.get(response.status, ""))
        for name, value in response.headers:
            if name.lower() != "content-length" or not has_body:
                self.send_header(name, value)
        if has_body:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if has_body:
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the library's name)
        """Nothing."""
