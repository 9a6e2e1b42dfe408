"""Distributions as they are configured: the one of a host, the behaviour of a path, policies by id."""

from dataclasses import dataclass
from typing import Any

from moto.cloudfront.models import cloudfront_backends

from ...patching import extras
from ...requests_seen import ACCOUNT_ID
from ...services.cloudfront.functions import LIVE
from ...services.cloudfront.policies import MANAGED, MANAGED_CONFIG
from ..alb.rules import matches

DISABLED = MANAGED["CachePolicy"]["Managed-CachingDisabled"]
YEAR = 31_536_000


@dataclass(frozen=True)
class Lifetimes:
    """Seconds that an answer stays: at least, when it says nothing, at most."""

    least: int
    default: int
    most: int


def backend() -> Any:
    """moto's CloudFront."""
    return cloudfront_backends[ACCOUNT_ID]["aws"]


def everyone() -> list[Any]:
    """Every distribution."""
    return list(backend().distributions.values())


def names_of(distribution: Any) -> list[str]:
    """Its own name and its aliases."""
    return [distribution.domain_name, *items(distribution.distribution_config.get("Aliases"))]


def find(host: str) -> Any | None:
    """The enabled distribution that serves a host."""
    enabled = [one for one in everyone() if str(one.distribution_config.get("Enabled")).lower() == "true"]
    return next((one for one in enabled if any(matches(name.lower(), host) for name in names_of(one))), None)


def items(listed: Any) -> list[Any]:
    """The members of CloudFront's `{Quantity, Items}`."""
    found = (listed or {}).get("Items") or []
    if isinstance(found, dict):  # one member, as some parsers give it
        found = next(iter(found.values()))
    return found if isinstance(found, list) else [found]


def behaviour_for(distribution: Any, path: str) -> dict[str, Any]:
    """The first behaviour whose pattern fits a path, else the default."""
    config = distribution.distribution_config
    fitting = (one for one in items(config.get("CacheBehaviors")) if matches(pattern_of(one), path))
    found: dict[str, Any] = next(fitting, config["DefaultCacheBehavior"])
    return found


def pattern_of(behaviour: dict[str, Any]) -> str:
    """A path pattern, with the slash that may be left out."""
    return f"/{str(behaviour['PathPattern']).lstrip('/')}"


def origin_of(distribution: Any, behaviour: dict[str, Any]) -> dict[str, Any]:
    """Where a behaviour's objects come from."""
    origins = items(distribution.distribution_config["Origins"])
    return next(one for one in origins if one["Id"] == behaviour["TargetOriginId"])


def lifetimes(behaviour: dict[str, Any]) -> Lifetimes:
    """Of the cache policy, or of the behaviour's own legacy settings."""
    number = behaviour.get("CachePolicyId")
    if number == DISABLED:
        return Lifetimes(0, 0, 0)
    config = policy("cache_policy", "CachePolicy", number) if number else behaviour
    config = MANAGED_CONFIG if number and config is None else config
    least = int((config or {}).get("MinTTL") or 0)
    return Lifetimes(
        least,
        max(least, int((config or {}).get("DefaultTTL") or 86_400)),
        int((config or {}).get("MaxTTL") or YEAR),
    )


def varies_by_query(behaviour: dict[str, Any]) -> bool:
    """Whether the query is part of what is asked for."""
    config = policy("cache_policy", "CachePolicy", behaviour.get("CachePolicyId")) or {}
    queries = (config.get("ParametersInCacheKeyAndForwardedToOrigin") or {}).get("QueryStringsConfig") or {}
    legacy = (behaviour.get("ForwardedValues") or {}).get("QueryString")
    return queries.get("QueryStringBehavior", "none") != "none" or str(legacy).lower() == "true"


def policy(kind: str, name: str, number: str | None) -> dict[str, Any] | None:
    """The configuration of a policy; None for AWS's own that nobody has looked at."""
    row = extras(backend(), kind).get(number) if number else None
    return None if row is None else row[f"{name}Config"]


def function_for(behaviour: dict[str, Any], event: str) -> str | None:
    """The code that is published of the function for an event."""
    for one in items(behaviour.get("FunctionAssociations")):
        if one["EventType"] == event:
            name = str(one["FunctionARN"]).rpartition("/")[2]
            live = extras(backend(), "functions").get(name, {}).get(LIVE)
            code = live["code"] if live is not None else ""
            return code if isinstance(code, str) else code.decode()
    return None


def error_page(distribution: Any, status: int) -> dict[str, Any] | None:
    """What is configured for an error of the origin."""
    listed = items(distribution.distribution_config.get("CustomErrorResponses"))
    return next((one for one in listed if int(one["ErrorCode"]) == status), None)
