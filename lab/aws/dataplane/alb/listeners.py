"""Load balancers on loopback: a free port for each listener, started when somebody first asks where they are."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moto.elbv2.models import elbv2_backends

from ...requests_seen import ACCOUNT_ID
from .. import certificates
from ..engine import engine
from ..listener import Listener, Request, Response
from . import forwarding, rules, targets

IDLE_TIMEOUT = "idle_timeout.timeout_seconds"
SERVER = "routing.http.response.server.enabled"
PREFIX, SUFFIX = "routing.http.response.", ".header_value"


@dataclass(frozen=True)
class Front:
    """One listener of a load balancer, and where it listens."""

    balancer: Any
    listener: Any
    port: int
    local: int


class LoadBalancers:
    """Those of this AWS that listen."""

    def __init__(self) -> None:
        self._listening: dict[str, Listener] = {}  # by the listener's ARN

    def fronts(self) -> list[Front]:
        """Every HTTP and HTTPS listener there is now; the others' are no longer told."""
        found = []
        for balancer, listener in everyone():
            if listener.arn not in self._listening:
                self._listening[listener.arn] = self._listen(listener)
            local = self._listening[listener.arn].port
            found.append(Front(balancer, listener, int(listener.port), local))
        return found

    def forget(self) -> None:
        """In a fork: they were the parent's."""
        for one in self._listening.values():
            one.forget()
        self._listening = {}

    @staticmethod
    def _listen(listener: Any) -> Listener:
        is_secure = listener.protocol == "HTTPS"
        return Listener(lambda request: answer(listener.arn, request), context_of(listener) if is_secure else None)


def everyone() -> Iterator[tuple[Any, Any]]:
    """Load balancers with their listeners."""
    for backend in list(elbv2_backends[ACCOUNT_ID].values()):
        for balancer in list(backend.load_balancers.values()):
            for listener in list(balancer.listeners.values()):
                if listener.protocol in ("HTTP", "HTTPS"):
                    yield balancer, listener


def context_of(listener: Any) -> Any:
    """The certificate for a name: the one that has it, else the listener's default."""

    def choose(name: str) -> ssl.SSLContext:
        wanted = [certificates.issued(arn_of(one)) for one in listener.certificates]
        known = [one for one in wanted if one is not None]
        if not known:
            raise ssl.SSLError("no certificate of the listener is issued")
        fitting = next((one for one in known if any(covers(pattern, name) for pattern in one.names)), known[0])
        return certificates.authority.context(fitting)

    return choose


def arn_of(certificate: Any) -> str:
    """moto keeps a certificate as its ARN or as the request's structure."""
    if isinstance(certificate, dict):
        return str(certificate.get("CertificateArn") or certificate.get("certificate_arn"))
    return str(certificate)


def covers(pattern: str, name: str) -> bool:
    """`*` stands for one whole label."""
    if pattern.startswith("*."):
        return name.lower().partition(".")[2] == pattern[2:].lower()
    return pattern.lower() == name.lower()


def answer(arn: str, request: Request) -> Response:
    """What a listener answers."""
    assert engine.turnstile is not None
    with engine.turnstile.enter("elasticloadbalancing", "a listener"):
        found = next(((balancer, one) for balancer, one in everyone() if one.arn == arn), None)
        if found is None:
            return forwarding.say(503)
        balancer, listener = found
        action = rules.action_for(listener, request)
        groups = groups_of(action)
        settings = dict(listener.attributes)
        idle = float(balancer.attrs.get(IDLE_TIMEOUT) or 60)
    response = act(action, request, int(listener.port), (groups, idle))
    return decorate(response, settings)


def act(action: dict[str, Any], request: Request, port: int, forward: tuple[list[Any], float]) -> Response:
    """Carry an action out."""
    kind = action["Type"]
    if kind == "fixed-response":
        config = action["FixedResponseConfig"]
        body = (config.get("MessageBody") or "").encode()
        content = f"{config.get('ContentType') or 'text/plain'}; charset=utf-8"
        headers = [("Server", "awselb/2.0"), ("Content-Type", content)]
        return Response(int(config["StatusCode"]), headers, body)
    if kind == "redirect":
        return redirect(action["RedirectConfig"], request, port)
    groups, idle = forward
    return forwarding.forward(groups[0], request, port, idle) if groups else forwarding.say(503)


def groups_of(action: dict[str, Any]) -> list[Any]:
    """Target groups that an action forwards to, heaviest first."""
    listed = (action.get("ForwardConfig") or {}).get("TargetGroups") or []
    listed = sorted(listed, key=lambda one: -int(one.get("Weight", 1)))
    arns = [one["TargetGroupArn"] for one in listed] or [action.get("TargetGroupArn") or ""]
    return [group for group in map(targets.group, arns) if group is not None]


def redirect(config: dict[str, Any], request: Request, port: int) -> Response:
    """301 or 302, with what the configuration leaves as it was."""
    parts = {
        "protocol": request.scheme.upper(),
        "host": request.host,
        "port": str(port),
        "path": request.target.partition("?")[0].lstrip("/"),
        "query": request.query,
    }
    defaults = {
        "Protocol": "#{protocol}",
        "Host": "#{host}",
        "Port": "#{port}",
        "Path": "/#{path}",
        "Query": "#{query}",
    }
    made = {name: fill(config.get(name) or default, parts) for name, default in defaults.items()}
    query = f"?{made['Query']}" if made["Query"] else ""
    location = f"{made['Protocol'].lower()}://{made['Host']}:{made['Port']}{made['Path']}{query}"
    response = forwarding.say(int(str(config["StatusCode"]).removeprefix("HTTP_")))
    response.set("Location", location)
    return response


def fill(template: str, parts: dict[str, str]) -> str:
    """`#{host}` and its like."""
    for name, value in parts.items():
        template = template.replace(f"#{{{name}}}", value)
    return template


def decorate(response: Response, settings: dict[str, Any]) -> Response:
    """Headers that the listener's attributes add or take away."""
    for name, value in settings.items():
        if name.startswith(PREFIX) and name.endswith(SUFFIX) and value:
            header = name.removeprefix(PREFIX).removesuffix(SUFFIX).replace("_", "-").title()
            response.set(header, str(value))
    if str(settings.get(SERVER, "true")).lower() == "false" and response.header("server") == "awselb/2.0":
        response.without("server")
    return response


balancers = LoadBalancers()
engine.when_forked.append(balancers.forget)
