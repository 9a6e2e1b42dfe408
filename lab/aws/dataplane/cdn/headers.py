"""Response headers policies: what is added to an answer, and what is taken away.

"Understand response headers policies" (CloudFront Developer Guide); without `Override` the origin's header stays.
"""

from collections.abc import Iterator
from typing import Any

from ..listener import Response
from .distributions import items, policy

SECURITY = {
    "ContentSecurityPolicy": ("Content-Security-Policy", "ContentSecurityPolicy"),
    "FrameOptions": ("X-Frame-Options", "FrameOption"),
    "ReferrerPolicy": ("Referrer-Policy", "ReferrerPolicy"),
}
Added = tuple[str, str, bool]


def is_true(value: object) -> bool:
    """A boolean, or its text in XML."""
    return str(value).lower() == "true"


def apply(response: Response, number: str | None) -> None:
    """Change the headers of an answer as the policy says."""
    config = policy("response_headers_policy", "ResponseHeadersPolicy", number)
    if config is None:
        return
    for one in items(config.get("RemoveHeadersConfig")):
        response.without(str(one["Header"]).lower())
    for name, value, overrides in [*security(config.get("SecurityHeadersConfig") or {}), *custom(config)]:
        if overrides or not response.header(name):
            response.set(name, value)


def custom(config: dict[str, Any]) -> Iterator[Added]:
    """Headers of the policy's own."""
    for one in items(config.get("CustomHeadersConfig")):
        yield one["Header"], one["Value"], is_true(one.get("Override"))


def security(config: dict[str, Any]) -> Iterator[Added]:
    """The headers that browsers know."""
    for key, (name, member) in SECURITY.items():
        if key in config:
            yield name, str(config[key][member]), is_true(config[key].get("Override"))
    if "ContentTypeOptions" in config:
        yield "X-Content-Type-Options", "nosniff", is_true(config["ContentTypeOptions"].get("Override"))
    strict = config.get("StrictTransportSecurity")
    if strict:
        value = f"max-age={strict['AccessControlMaxAgeSec']}"
        value += "; includeSubDomains" if is_true(strict.get("IncludeSubdomains")) else ""
        value += "; preload" if is_true(strict.get("Preload")) else ""
        yield "Strict-Transport-Security", value, is_true(strict.get("Override"))
