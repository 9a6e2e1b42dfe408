"""The HTTP side: moto's dispatcher behind the turnstile, the journal and the control API, on 127.0.0.1 only."""

import io
import os
import sys
import time
from collections.abc import Iterable
from typing import Any

# Attaching arn:aws:iam::aws:policy/… needs the AWS managed policies. Settings are read when moto is imported.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
# Headers for pages of any origin, which AWS does not send.
os.environ.setdefault("MOTO_DISABLE_GLOBAL_CORS", "true")

from moto.iam.models import iam_backends
from moto.server import DomainDispatcherApplication, create_backend_app
from moto.utilities.utils import PARTITION_NAMES
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from . import (
    economy,
    ecs,
    fail_fast,
    faults,
    gate,
    integrity,
    policy_documents,
    regions,
    services,
    validation,
    web_identity,
)
from .answers import refusal
from .delivery import Cut, Reply, as_wsgi, hang_up, under
from .faults import Asked
from .journal import Journal
from .requests_seen import ACCOUNT_ID, Seen, look_at, set_current
from .turnstile import Turnstile

# Loaded before the first request, so that forks share them and no scenario pays for the import.
PRELOADED = (
    *("acm", "application-autoscaling", "cloudfront", "cloudwatch", "ec2", "ecr", "ecs", "elbv2", "iam", "kms"),
    *("logs", "rds", "resourcegroupstaggingapi", "route53", "s3", "secretsmanager", "sns", "ssm", "sts"),
)

# Services whose operations the gate reads from paths: their routes are loaded once, too.
ROUTED = ("backup", "cloudfront", "route53", "scheduler")

__all__ = ["Aws", "listen"]
_PARTS = (ecs, fail_fast, services, web_identity)  # importing them is what changes moto


class QuietHandler(WSGIRequestHandler):
    """No access log (the journal has it), no waiting for delayed acknowledgements, and an answer in one piece."""

    disable_nagle_algorithm = True
    wbufsize = -1  # of the usual size: werkzeug ends every write with a flush

    def run_wsgi(self) -> None:
        """Let a request that waits to be told so ("Expect: 100-continue") send its body."""
        self.wfile.flush()
        super().run_wsgi()

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 (werkzeug's name)
        """Nothing but errors."""
        if type == "error":
            sys.stderr.write(message % args + "\n")


class Aws:
    """The WSGI application: /_lab/ is ours, everything else is AWS."""

    def __init__(self) -> None:
        self.journal = Journal()
        self.turnstile = Turnstile()
        self.gate = gate.Gate()
        self.control: Any = None  # set by the control module, which needs this object
        self._moto = DomainDispatcherApplication(create_backend_app)
        for name in PRELOADED:
            self._moto.app_instances[name] = create_backend_app(name)  # type: ignore[arg-type]
        warm_up()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Serve one request."""
        if environ.get("PATH_INFO", "").startswith("/_lab/"):
            return self.control(environ, start_response)
        length = environ.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()):
            return malformed(environ, start_response)
        body = read_body(environ)
        environ["wsgi.input"] = io.BytesIO(body)
        seen = look_at(environ, body)
        set_current(seen)
        started, clock = time.time(), time.perf_counter()
        try:
            reply = self._answer(environ, seen, body)
        except Cut as cut:
            self.journal.record(seen, started, time.perf_counter() - clock, (0, b""))
            return hang_up(environ, start_response, cut.args[0])
        finally:
            set_current(None)
        self.journal.record(seen, started, time.perf_counter() - clock, (int(reply[0].split()[0]), reply[2][:4000]))
        start_response(reply[0], reply[1])
        return [reply[2]]

    def _answer(self, environ: dict[str, Any], seen: Seen, body: bytes) -> Reply:
        ambiguous = gate.ambiguity(environ, body, seen)
        if ambiguous:
            return as_wsgi(refusal(seen.service, 400, "InvalidRequest", f"The lab reads no {ambiguous}."))
        try:
            call = gate.read_call(environ, body, seen)
        except Exception as error:
            return as_wsgi(fail_fast.not_implemented(seen.service, f"not understood: {fail_fast.describe(error)}"))
        names = frozenset({call.action, f"{seen.service}:{seen.action}"})
        effect = faults.plan.meet(Asked(seen.method, seen.path, actions=names))
        seen.fault = effect["kind"] if effect is not None else ""

        def answer() -> Reply:
            with self.turnstile.enter(seen.service, call.action):
                return self._judged(environ, call)

        try:
            return under(effect, seen.service, answer)
        except Cut:
            raise
        except Exception as error:
            return as_wsgi(fail_fast.not_implemented(seen.service, f"a fault: {fail_fast.describe(error)}"))

    def _judged(self, environ: dict[str, Any], call: gate.Call) -> Reply:
        seen = call.seen
        elsewhere = regions.check(call)
        if elsewhere is not None:
            return as_wsgi(elsewhere)
        try:
            seen.verdict = self.gate.judge(call)
        except Exception as error:
            return as_wsgi(fail_fast.not_implemented(seen.service, f"not judged: {fail_fast.describe(error)}"))
        if seen.verdict.refusal is not None:
            return as_wsgi(seen.verdict.refusal)
        try:
            spoilt = integrity.check(call) or validation.check(call) or policy_documents.check(call)
        except Exception as error:
            return as_wsgi(fail_fast.not_implemented(seen.service, f"not checked: {fail_fast.describe(error)}"))
        return self._dispatch(environ, seen) if spoilt is None else as_wsgi(spoilt)

    def _dispatch(self, environ: dict[str, Any], seen: Seen) -> Reply:
        got: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
            got.update(status=status, headers=headers)

        try:
            body = b"".join(self._moto(environ, start))
        except Exception as error:
            return as_wsgi(fail_fast.not_implemented(seen.service, fail_fast.describe(error)))
        if got["status"].startswith("404") and body.startswith(b"<!doctype html>"):
            reason = f"the emulator has no route for {seen.method} {seen.path}"
            return as_wsgi(fail_fast.not_implemented(seen.service, reason))
        return got["status"], got["headers"], body


def warm_up() -> None:
    """Load AWS's thousand managed policies now; else the first call of every fork would."""
    for partition in PARTITION_NAMES:
        iam_backends[ACCOUNT_ID][partition]
    gate.warm_up(ROUTED)
    validation.warm_up()
    economy.warm_up()


def read_body(environ: dict[str, Any]) -> bytes:
    """The whole body; a chunked one comes without a length and ends by itself."""
    length = environ.get("CONTENT_LENGTH")
    if length:
        return bytes(environ["wsgi.input"].read(int(length)))
    if environ.get("wsgi.input_terminated"):
        body = bytes(environ["wsgi.input"].read())
        environ["CONTENT_LENGTH"] = str(len(body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        return body
    return b""


def malformed(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A request whose end nobody can tell is refused before it is read; no service hears of it."""
    service = look_at(environ, b"").service
    status, headers, body = as_wsgi(refusal(service, 400, "BadRequest", "The Content-Length is no number."))
    start_response(status, headers)
    return [body]


def listen(app: Any, port: int) -> BaseWSGIServer:
    """Bind 127.0.0.1 (port 0: a free one) with a thread a connection; the caller serves."""
    return make_server("127.0.0.1", port, app, threaded=True, request_handler=QuietHandler)
