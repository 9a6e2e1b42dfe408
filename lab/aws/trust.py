"""A role's trust policy against one web identity: Effect, Principal, Action and Condition, as IAM evaluates them.

What is not understood (an operator, a policy variable) raises Unsupported: a condition is never skipped.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .fail_fast import Unsupported


@dataclass(frozen=True)
class WebIdentity:
    """Who asks: the provider's ARN, and the condition keys (lower case) with their values."""

    provider_arn: str
    keys: Mapping[str, tuple[str, ...]]
    action: str = "sts:AssumeRoleWithWebIdentity"


def is_trusted(document: str, identity: WebIdentity) -> bool:
    """Whether the policy allows the identity; a matching Deny wins wherever it stands."""
    allowed = False
    for statement in as_list(json.loads(document).get("Statement")):
        if not applies(statement, identity):
            continue
        if statement.get("Effect") == "Deny":
            return False
        allowed = allowed or statement.get("Effect") == "Allow"
    return allowed


def applies(statement: Mapping[str, Any], identity: WebIdentity) -> bool:
    """Whether principal, action and all conditions of a statement match."""
    if "NotPrincipal" in statement:
        raise Unsupported("NotPrincipal in a trust policy")
    if "NotAction" in statement:
        named = not any(like(identity.action, text, False) for text in as_list(statement["NotAction"]))
    else:
        named = any(like(identity.action, text, False) for text in as_list(statement.get("Action")))
    conditions = statement.get("Condition") or {}
    return (
        named
        and names_provider(statement.get("Principal"), identity.provider_arn)
        and all(
            holds(operator, identity.keys.get(key.lower(), ()), [as_text(value) for value in as_list(expected)])
            for operator, block in conditions.items()
            for key, expected in block.items()
        )
    )


def names_provider(principal: object, provider_arn: str) -> bool:
    """A web identity is named by Federated; AWS and Service principals are other people."""
    if principal == "*":
        return True
    return isinstance(principal, Mapping) and provider_arn in as_list(principal.get("Federated"))


Test = Callable[[str, str], bool]


def like(value: str, pattern: str, case_sensitive: bool = True) -> bool:
    """IAM's wildcards: * is any text, ? is one character."""
    expression = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in pattern)
    return re.fullmatch(expression, value, re.DOTALL if case_sensitive else re.DOTALL | re.IGNORECASE) is not None


TESTS: dict[str, Test] = {
    "StringEquals": lambda value, wanted: value == wanted,
    "StringEqualsIgnoreCase": lambda value, wanted: value.lower() == wanted.lower(),
    "StringLike": like,
    "ArnEquals": like,
    "ArnLike": like,
    "Bool": lambda value, wanted: value.lower() == wanted.lower(),
}
NEGATIONS = {
    "StringNotEquals": "StringEquals",
    "StringNotEqualsIgnoreCase": "StringEqualsIgnoreCase",
    "StringNotLike": "StringLike",
    "ArnNotEquals": "ArnEquals",
    "ArnNotLike": "ArnLike",
}


def holds(operator: str, values: tuple[str, ...], expected: Iterable[str]) -> bool:
    """One line of a condition: an operator on the values of one key (none: the key is absent)."""
    wanted = list(expected)
    if operator == "Null":
        return (not values) == (wanted[0].lower() == "true")
    quantifier, _, name = operator.rpartition(":")
    optional = name.endswith("IfExists")
    name = name.removesuffix("IfExists")
    negated = name in NEGATIONS
    test = TESTS.get(NEGATIONS.get(name, name))
    if test is None or quantifier not in ("", "ForAnyValue", "ForAllValues"):
        raise Unsupported(f"the condition operator {operator}")
    if any("${" in text for text in wanted):
        raise Unsupported(f"a policy variable in a {operator} condition")
    if not values:
        return optional or quantifier == "ForAllValues" or (negated and quantifier != "ForAnyValue")
    results = [any(test(value, text) for text in wanted) != negated for value in values]
    return any(results) if quantifier == "ForAnyValue" else all(results)


def as_list(value: Any) -> list[Any]:
    """A policy's one-or-many."""
    return [] if value is None else value if isinstance(value, list) else [value]


def as_text(value: Any) -> str:
    """JSON's true and 1 as IAM compares them."""
    return str(value).lower() if isinstance(value, bool) else str(value)
