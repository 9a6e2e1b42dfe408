"""Route 53's records over UDP, on a free port of 127.0.0.1: what `dig` and resolvers of tests ask.

Public zones only, the longest matching one; CNAMEs are followed within the zones. An alias is answered with the address
of this machine: the load balancers and distributions behind it are not reachable under addresses of their own.
"""

import socket
import threading
import time
from typing import Any

from dnslib import QTYPE, RCODE, RR, A, DNSRecord
from moto.route53.models import route53_backends

from . import faults
from .requests_seen import ACCOUNT_ID

LONGEST_CHAIN = 8  # CNAMEs that are followed
DATAGRAM = 4096
ALIAS_TTL = 60
FAILURES = {"fail": RCODE.SERVFAIL, "throttle": RCODE.REFUSED}


class DnsServer:
    """Answers in a thread of its own until the process ends."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        threading.Thread(target=self._serve, name="dns", daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                data, client = self._socket.recvfrom(DATAGRAM)
            except OSError:
                return
            try:
                reply = under(data)
            except Exception:  # what is no question gets no answer, as on any resolver
                continue
            if reply is not None:
                self._socket.sendto(reply, client)

    def forget(self) -> None:
        """In a fork: the socket was the parent's and is closed already; its number may be another's by now."""
        self._socket.detach()


def under(data: bytes) -> bytes | None:
    """The reply to one packet, or what a fault makes of it: no reply, a failure, another address."""
    question = DNSRecord.parse(data)
    host = canonical(str(question.q.qname)).rstrip(".")
    effect = faults.plan.meet(faults.Asked("DNS", host=host)) or {"kind": "none"}
    if effect["kind"] == "delay":
        time.sleep(effect["ms"] / 1000)
    if effect["kind"] == "cut":
        return None
    reply = question.reply()
    if effect["kind"] in FAILURES:
        reply.header.rcode = FAILURES[effect["kind"]]
        return bytes(reply.pack())
    if effect["kind"] == "wrong":
        reply.add_answer(RR(question.q.qname, QTYPE.A, rdata=A(str(effect.get("body"))), ttl=ALIAS_TTL))
        return bytes(reply.pack())
    return answer(data)


def answer(data: bytes) -> bytes:
    """The reply to one packet."""
    question = DNSRecord.parse(data)
    reply = question.reply()
    reply.header.ra = 0
    name, kind = canonical(str(question.q.qname)), QTYPE[question.q.qtype]
    if find_zone(name) is None:
        reply.header.rcode = RCODE.REFUSED
        return bytes(reply.pack())
    found = lookup(name, kind)
    for record in found:
        reply.add_answer(*record)
    if not found and not any(one for one in records_of(name)):
        reply.header.rcode = RCODE.NXDOMAIN
    return bytes(reply.pack())


def canonical(name: str) -> str:
    """Lower case, with the dot at the end, and Route 53's octal escape of the wildcard undone."""
    return f"{name.lower().rstrip('.')}.".replace("\\052", "*")


def zones() -> list[Any]:
    """Public hosted zones."""
    found = list(route53_backends[ACCOUNT_ID]["aws"].zones.values())
    return [zone for zone in found if not zone.private_zone]


def create_zone(name: str) -> str:
    """Id of the public zone of a name; made when there is none, as the owner of a domain has it before any stack."""
    found = next((zone for zone in zones() if canonical(zone.name) == canonical(name)), None)
    if found is None:
        found = route53_backends[ACCOUNT_ID]["aws"].create_hosted_zone(canonical(name), private_zone=False)
    return str(found.id).rpartition("/")[2]


def find_zone(name: str) -> Any | None:
    """The zone that is responsible for a name: the one with the longest name."""
    within = [zone for zone in zones() if name == canonical(zone.name) or name.endswith(f".{canonical(zone.name)}")]
    return max(within, key=lambda zone: len(zone.name), default=None)


def records_of(name: str) -> list[Any]:
    """The record sets of a name, else those of the wildcard above it."""
    zone = find_zone(name)
    if zone is None:
        return []
    exact = [one for one in list(zone.rrsets) if canonical(one.name) == name]
    wildcard = f"*.{name.partition('.')[2]}"
    return exact or [one for one in list(zone.rrsets) if canonical(one.name) == wildcard]


def lookup(name: str, kind: str) -> list[list[RR]]:
    """Resource records of a type, with the CNAMEs that lead there."""
    found: list[list[RR]] = []
    for _ in range(LONGEST_CHAIN):
        sets = records_of(name)
        match = [one for one in sets if one.type == kind]
        if match:
            return [*found, *(made for one in match for made in write(name, one))]
        link = next((one for one in sets if one.type == "CNAME"), None)
        if link is None or not link.records:
            return found
        found += write(name, link)
        name = canonical(link.records[0])
    return found


def write(name: str, record_set: Any) -> list[list[RR]]:
    """A record set in DNS's own form."""
    if record_set.alias_target:
        return [RR.fromZone(f"{name} {ALIAS_TTL} IN A 127.0.0.1")] if record_set.type == "A" else []
    ttl = record_set.ttl or ALIAS_TTL
    return [RR.fromZone(f"{name} {ttl} IN {record_set.type} {value}") for value in record_set.records]
