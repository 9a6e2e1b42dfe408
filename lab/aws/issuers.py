"""Issuers of OIDC tokens and their public keys: registered through /_lab/oidc, else asked over loopback."""

import ipaddress
import json
import urllib.request
from typing import Any
from urllib.parse import urlsplit

import jwt

TIMEOUT_SECONDS = 5

_registered: dict[str, jwt.PyJWKSet] = {}


class NoKey(Exception):
    """The issuer's keys cannot be had, or none of them is the token's."""


def bare(issuer: str) -> str:
    """The issuer as IAM names it: without scheme and trailing slash."""
    return issuer.split("://", 1)[-1].rstrip("/")


def register(issuer: str, jwks: dict[str, Any]) -> None:
    """Take an issuer's JWKS document; replaces an earlier one."""
    _registered[bare(issuer)] = jwt.PyJWKSet.from_dict(jwks)


def find_key(issuer: str, kid: str | None) -> Any:
    """The public key that an issuer's token names; raises NoKey."""
    name = bare(issuer)
    keys = _registered.get(name) or _fetch(issuer)
    found = [key for key in keys.keys if kid is None or key.key_id == kid]
    if not found:
        raise NoKey(f"{issuer} has no key with the id {kid!r}")
    return found[0].key


def _fetch(issuer: str) -> jwt.PyJWKSet:
    """Ask the issuer as AWS does, but only one on this machine: the lab never calls out."""
    if not _is_loopback(urlsplit(issuer).hostname or ""):
        raise NoKey(f"the keys of {issuer} were not registered with the lab")
    try:
        configuration = _get_json(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        return jwt.PyJWKSet.from_dict(_get_json(configuration["jwks_uri"]))
    except (OSError, ValueError, KeyError, jwt.PyJWTError) as error:
        raise NoKey(f"{issuer} did not give its keys: {error}") from error


def _get_json(url: str) -> Any:
    if not _is_loopback(urlsplit(url).hostname or ""):
        raise OSError(f"{url} is not on this machine")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=TIMEOUT_SECONDS) as answer:
        return json.load(answer)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
