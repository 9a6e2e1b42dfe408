"""Which action of a listener a request meets: rules by priority, all conditions of one must hold, else the default.

"Condition types for listener rules" (Elastic Load Balancing User Guide): hosts in any case and without port, `*` and
`?` as wildcards; paths, methods and values of headers with case.
"""

import ipaddress
import re
from typing import Any
from urllib.parse import parse_qsl

from ..listener import Request


def action_for(listener: Any, request: Request) -> dict[str, Any]:
    """The last action of the first rule that holds: what stands before it authenticates, which the lab does not."""
    rules = [rule for rule in listener.rules.values() if not rule.is_default]
    rules.sort(key=lambda rule: int(rule.priority))
    found = next((rule for rule in rules if all(holds(one, request) for one in rule.conditions)), None)
    actions = found.actions if found is not None else listener.default_actions
    chosen: dict[str, Any] = actions[-1].data
    return chosen


def hosts_of(listener: Any) -> list[str]:
    """Hosts that its rules name, without wildcards."""
    conditions = [one for rule in listener.rules.values() for one in rule.conditions if one["Field"] == "host-header"]
    names = [name for one in conditions for name in values(one, "HostHeaderConfig")]
    return [name.lower() for name in names if not re.search(r"[*?]", name)]


def values(condition: dict[str, Any], key: str) -> list[str]:
    """The values of a condition, in its own member or in the old one."""
    found: list[str] = (condition.get(key) or {}).get("Values") or condition.get("Values") or []
    return found


def holds(condition: dict[str, Any], request: Request) -> bool:
    """Whether one condition does."""
    kind = condition["Field"]
    if kind == "host-header":
        return any(matches(one.lower(), request.host) for one in values(condition, "HostHeaderConfig"))
    if kind == "path-pattern":
        return any(matches(one, request.path) for one in values(condition, "PathPatternConfig"))
    if kind == "http-request-method":
        return request.method in values(condition, "HttpRequestMethodConfig")
    if kind == "http-header":
        sent = request.header(condition["HttpHeaderConfig"]["HttpHeaderName"])
        return any(matches(one.lower(), sent.lower()) for one in values(condition, "HttpHeaderConfig"))
    if kind == "source-ip":
        address = ipaddress.ip_address(request.client)
        return any(address in ipaddress.ip_network(one) for one in values(condition, "SourceIpConfig"))
    return holds_query(condition, request)


def holds_query(condition: dict[str, Any], request: Request) -> bool:
    """query-string: a key (or any) with a value."""
    pairs = parse_qsl(request.query, keep_blank_values=True)
    wanted = (condition.get("QueryStringConfig") or {}).get("Values") or []
    return any(
        matches(one.get("Value", ""), value) and matches(one.get("Key", "*"), key)
        for one in wanted
        for key, value in pairs
    )


def matches(pattern: str, text: str) -> bool:
    """`*` is any text, `?` any character."""
    parts = [".*" if one == "*" else "." if one == "?" else re.escape(one) for one in pattern]
    return re.fullmatch("".join(parts), text, re.DOTALL) is not None
