"""The edge: one plain listener and one with TLS, for every distribution."""

import datetime
import ssl
from dataclasses import dataclass

from moto.core.utils import utcnow

from .. import certificates
from ..alb.rules import matches
from ..certificates import Wanted
from ..engine import engine
from ..listener import Listener
from . import distributions, viewer

OWN = "*.cloudfront.net"
OWN_DAYS = 90


@dataclass(frozen=True)
class Ports:
    """Where the edge listens."""

    plain: int
    secure: int


class Edge:
    """Starts when somebody first asks where hosts are reached, if there is a distribution at all."""

    def __init__(self) -> None:
        self._listening: tuple[Listener, Listener] | None = None

    def ports(self) -> Ports:
        """Both ports."""
        if self._listening is None:
            self._listening = (Listener(viewer.answer), Listener(viewer.answer, certificate_for))
        plain, secure = self._listening
        return Ports(plain.port, secure.port)

    def forget(self) -> None:
        """In a fork: they were the parent's."""
        for one in self._listening or ():
            one.forget()
        self._listening = None


def certificate_for(name: str) -> ssl.SSLContext:
    """The certificate of the distribution that serves a name; CloudFront's own for every other."""
    distribution = distributions.find(name.lower()) if not matches(OWN, name.lower()) else None
    viewers = distribution.distribution_config.get("ViewerCertificate") if distribution is not None else None
    arn = (viewers or {}).get("ACMCertificateArn") or (viewers or {}).get("Certificate") or ""
    wanted = certificates.issued(str(arn))
    if wanted is None:
        day = utcnow().replace(hour=0, minute=0, second=0, microsecond=0)
        wanted = Wanted((OWN, "cloudfront.net"), day + datetime.timedelta(days=OWN_DAYS))
    return certificates.authority.context(wanted)


edge = Edge()
engine.when_forked.append(edge.forget)
