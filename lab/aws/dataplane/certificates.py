"""The lab's own certificate authority: it signs what ACM has issued, with the same names and the same end.

Whoever trusts its certificate (`edges()` gives it) trusts every load balancer and distribution of this AWS, and nothing
else does. Its key never leaves the process.
"""

import datetime
import ipaddress
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from moto.acm.models import acm_backends
from moto.core.utils import utcnow

from ..requests_seen import ACCOUNT_ID

CA_DAYS = 3650
COMMON_NAME = 64  # characters that a common name may have


@dataclass(frozen=True)
class Wanted:
    """What a certificate is for, and until when."""

    names: tuple[str, ...]
    until: datetime.datetime


class Authority:
    """Made when it is first needed; a fork inherits it."""

    def __init__(self) -> None:
        self._key: ec.EllipticCurvePrivateKey | None = None
        self._certificate: x509.Certificate | None = None
        self._contexts: dict[Wanted, ssl.SSLContext] = {}

    @property
    def pem(self) -> str:
        """What clients must trust."""
        return self._own()[1].public_bytes(serialization.Encoding.PEM).decode()

    def context(self, wanted: Wanted) -> ssl.SSLContext:
        """A server's side of TLS, with a certificate of these names."""
        if wanted not in self._contexts:
            self._contexts[wanted] = self._make(wanted)
        return self._contexts[wanted]

    def _own(self) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        if self._key is None or self._certificate is None:
            self._key = ec.generate_private_key(ec.SECP256R1())
            name = named("Certificate authority of the lab")
            until = utcnow() + datetime.timedelta(days=CA_DAYS)
            builder = unsigned(name, self._key.public_key(), until).issuer_name(name)
            builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            self._certificate = builder.sign(self._key, hashes.SHA256())
        return self._key, self._certificate

    def _make(self, wanted: Wanted) -> ssl.SSLContext:
        authority, certificate = self._own()
        key = ec.generate_private_key(ec.SECP256R1())
        builder = unsigned(named(wanted.names[0][:COMMON_NAME]), key.public_key(), wanted.until)
        builder = builder.issuer_name(certificate.subject).add_extension(alternatives(wanted.names), critical=False)
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        leaf = builder.add_extension(usage, critical=False).sign(authority, hashes.SHA256())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        with tempfile.TemporaryDirectory() as folder:  # the standard library reads keys from files only
            file = Path(folder) / "server.pem"
            file.touch(0o600)
            file.write_bytes(pem_of(key) + leaf.public_bytes(serialization.Encoding.PEM) + self.pem.encode())
            context.load_cert_chain(file)
        return context


def named(name: str) -> x509.Name:
    """A subject with nothing but a name."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def unsigned(subject: x509.Name, key: Any, until: datetime.datetime) -> x509.CertificateBuilder:
    """What every certificate here has; valid since yesterday, as clocks differ."""
    begin = min(utcnow(), until) - datetime.timedelta(days=1)
    builder = x509.CertificateBuilder().subject_name(subject).public_key(key)
    return builder.serial_number(x509.random_serial_number()).not_valid_before(begin).not_valid_after(until)


def alternatives(names: tuple[str, ...]) -> x509.SubjectAlternativeName:
    """Names and addresses."""

    def entry(name: str) -> x509.GeneralName:
        try:
            return x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            return x509.DNSName(name)

    return x509.SubjectAlternativeName([entry(name) for name in names])


def pem_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    """A private key as a server reads it."""
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return key.private_bytes(encoding, form, serialization.NoEncryption())


def issued(arn: str) -> Wanted | None:
    """Names and end of a certificate that ACM has issued; None for one that is not there or not issued."""
    region = arn.split(":")[3] if arn.startswith("arn:") else ""
    found = acm_backends[ACCOUNT_ID][region]._certificates.get(arn) if region else None
    if found is None:
        return None
    described = found.describe()["Certificate"]
    if described["Status"] != "ISSUED":
        return None
    names = dict.fromkeys([described["DomainName"], *described["SubjectAlternativeNames"]])
    return Wanted(tuple(names), found._cert.not_valid_after_utc.replace(tzinfo=None))


authority = Authority()
