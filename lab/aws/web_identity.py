"""AssumeRoleWithWebIdentity as AWS does it; moto gives credentials for any token and any role.

AWS looks for the IAM OIDC provider of the token's issuer, verifies signature, audience and expiry, and then evaluates
the role's trust policy with the claims of the token as condition keys.
"""

import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NoReturn

import jwt
from moto.core.responses import ActionResult
from moto.iam.models import iam_backends
from moto.sts.responses import TokenResponse

from . import issuers
from .answers import refusal
from .patching import Method, replaces
from .requests_seen import current
from .services.sts import limit_session
from .trust import WebIdentity, is_trusted

# The claims that STS offers as condition keys for GitHub's issuer; any other key is absent from the request.
CLAIM_KEYS = (
    "aud sub actor actor_id job_workflow_ref repository repository_id workflow ref environment enterprise_id".split()
)
DENIED = "Not authorized to perform sts:AssumeRoleWithWebIdentity"
NOT_A_TOKEN = "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"
NO_KEY = (
    "Couldn't retrieve verification key from your identity provider,  "
    "please reference AssumeRoleWithWebIdentity documentation for requirements"
)
SHORTEST, LONGEST = 900, 43200  # seconds a session may last
_ROLE = re.compile(r"arn:aws[\w-]*:iam::(\d{12}):role/.+")


class Refused(Exception):
    """An STS error: code and message."""


def refuse(code: str, message: str) -> NoReturn:
    """Raise STS's error."""
    raise Refused(code, message)


@replaces(TokenResponse, "assume_role_with_web_identity")
def assume_role_with_web_identity(original: Method, self: TokenResponse) -> Any:
    """Check everything, then let moto make the session; the journal is told what decided."""
    try:
        answer = exchange(original, self)
        note("allowed", f"trust policy of {self._get_param('RoleArn')}")
        return answer
    except Refused as refused:
        code, message = refused.args
        note("implicit-deny" if code == "AccessDenied" else "unauthentic", f"{code}: {message}")
        status, headers, body = refusal("sts", 403 if code == "AccessDenied" else 400, code, message)
        return body, {**headers, "status": status}


def note(decision: str, by: str) -> None:
    """Complete the gate's verdict, which leaves these calls to this module."""
    seen = current()
    if seen is not None and seen.verdict is not None:
        seen.verdict = replace(seen.verdict, decision=decision, decided_by=by)


def exchange(original: Method, self: TokenResponse) -> ActionResult:
    """Credentials of the role's session, or Refused."""
    role_arn = str(self._get_param("RoleArn") or "")
    match = _ROLE.fullmatch(role_arn)
    if match is None:
        refuse("ValidationError", f"{role_arn} is invalid")
    seconds = check_duration(self._get_param("DurationSeconds"))
    iam = iam_backends[match[1]]["aws"]
    provider_arn, claims = verify_token(str(self._get_param("WebIdentityToken") or ""), iam)
    role = next((role for role in iam.roles.values() if role.arn == role_arn), None)
    if role is None or not is_trusted(role.assume_role_policy_document, identity_of(provider_arn, claims)):
        refuse("AccessDenied", DENIED)
    if seconds > int(role.max_session_duration or 3600):
        refuse("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    answer = limit_session(original(self), self)
    audience = claims["aud"] if isinstance(claims["aud"], str) else claims["aud"][0]
    answer.result.update(SubjectFromWebIdentityToken=claims["sub"], Provider=provider_arn, Audience=audience)
    return answer


def check_duration(text: Any) -> int:
    """Seconds a session may last at all; the role's own maximum comes later."""
    seconds = int(text or 3600)
    if not SHORTEST <= seconds <= LONGEST:
        bound = f"greater than or equal to {SHORTEST}" if seconds < SHORTEST else f"less than or equal to {LONGEST}"
        refuse(
            "ValidationError",
            f"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: "
            f"Member must have value {bound}",
        )
    return seconds


def verify_token(token: str, iam: Any) -> tuple[str, dict[str, Any]]:
    """ARN of the token's provider and the token's claims, once signature, audience and expiry are right."""
    try:
        header = jwt.get_unverified_header(token)
        unverified = jwt.decode(token, options={"verify_signature": False})
        issuer = str(unverified["iss"])
    except (jwt.PyJWTError, KeyError):
        refuse("InvalidIdentityToken", NOT_A_TOKEN)
    providers = {provider.arn: provider for provider in iam.open_id_providers.values()}
    arn = next((arn for arn in providers if arn.split(":oidc-provider/")[-1] == issuers.bare(issuer)), None)
    if arn is None:
        refuse("InvalidIdentityToken", f"No OpenIDConnect provider found in your account for {issuer}")
    if header.get("alg") != "RS256":
        refuse("InvalidIdentityToken", f"Unsupported signature algorithm: {header.get('alg')}")
    return arn, decode(token, header.get("kid"), issuer, list(providers[arn].client_id_list or []))


def decode(token: str, kid: str | None, issuer: str, audiences: list[str]) -> dict[str, Any]:
    """The verified claims."""
    try:
        key = issuers.find_key(issuer, kid)
        required = ["exp", "iat", "aud", "sub"]
        return jwt.decode(
            token, key, algorithms=["RS256"], audience=audiences, issuer=issuer, options={"require": required}
        )
    except issuers.NoKey:
        refuse("InvalidIdentityToken", NO_KEY)
    except jwt.ExpiredSignatureError:
        refuse("ExpiredTokenException", expired(token))
    except jwt.InvalidAudienceError:
        refuse("InvalidIdentityToken", "Incorrect token audience")
    except jwt.InvalidSignatureError:
        refuse("InvalidIdentityToken", "The signature of the web identity token is invalid")
    except jwt.PyJWTError as error:
        refuse("InvalidIdentityToken", f"The web identity token that was passed is invalid: {error}")


def expired(token: str) -> str:
    """AWS's sentence, with the two times."""
    until = float(jwt.decode(token, options={"verify_signature": False})["exp"])
    now, then = (datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for at in (time.time(), until))
    return f"Token expired: current date/time {now} must be before the expiration date/time {then}"


def identity_of(provider_arn: str, claims: dict[str, Any]) -> WebIdentity:
    """The condition keys of a request: the issuer's host and path, a colon, and the claim's name."""
    host = provider_arn.rsplit(":oidc-provider/", maxsplit=1)[-1].lower()
    keys = {f"{host}:{name}": values(claims[name]) for name in CLAIM_KEYS if claims.get(name) is not None}
    return WebIdentity(provider_arn, {**keys, "aws:federatedprovider": (provider_arn,)})


def values(claim: Any) -> tuple[str, ...]:
    """A claim's value or values as texts."""
    return tuple(str(item) for item in claim) if isinstance(claim, list) else (str(claim),)
