"""Which host is reached where: names of load balancers and distributions, hosts of rules and aliases, public DNS."""

from typing import Any

from .. import dns
from .alb import rules
from .alb.listeners import balancers
from .cdn import distributions, invalidations
from .cdn.listeners import edge
from .certificates import authority
from .engine import engine
from .listener import ADDRESS

Host = dict[str, Any]
_PARTS = (invalidations,)  # importing them is what changes moto


def read() -> dict[str, Any]:
    """`{ca, hosts: {host: {kind, address, ports: {port on AWS: port here}}}}`."""
    engine.touch()
    hosts = {**load_balancers(), **cdn()}
    for name, target in aliases().items():
        if target in hosts:
            hosts.setdefault(name, hosts[target])
    return {"ca": authority.pem, "hosts": hosts}


def load_balancers() -> dict[str, Host]:
    """By their own names and by the hosts that their rules name."""
    found: dict[str, Host] = {}
    for front in balancers.fronts():
        for name in [front.balancer.dns_name, *rules.hosts_of(front.listener)]:
            host = found.setdefault(name.lower(), {"kind": "load-balancer", "address": ADDRESS, "ports": {}})
            host["ports"][str(front.port)] = front.local
    for front in balancers.fronts():  # a host of one listener is reached through every listener of its balancer
        own = found[front.balancer.dns_name.lower()]["ports"]
        for name in rules.hosts_of(front.listener):
            found[name]["ports"] = {**own, **found[name]["ports"]}
    return found


def cdn() -> dict[str, Host]:
    """Distributions by all their names."""
    names = [name.lower() for one in distributions.everyone() for name in distributions.names_of(one)]
    if not names:
        return {}
    ports = edge.ports()
    both = {"80": ports.plain, "443": ports.secure}
    return {name: {"kind": "distribution", "address": ADDRESS, "ports": both} for name in names}


def aliases() -> dict[str, str]:
    """Alias records of public zones: name → what it stands for."""
    records = [one for zone in dns.zones() for one in list(zone.rrsets) if one.alias_target]
    return {
        dns.canonical(one.name).rstrip("."): dns.canonical(one.alias_target["DNSName"])
        .rstrip(".")
        .removeprefix("dualstack.")
        for one in records
    }
