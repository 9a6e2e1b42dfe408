"""Policy documents as the evaluator takes them, with nothing skipped: what it cannot judge is refused by name."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ministack.core import iam_evaluator
from ministack.core.iam_evaluator import ParsedStatement

from ..fail_fast import Unsupported

_QUANTIFIER = re.compile("^for(all|any)values?:", re.IGNORECASE)
# `${*}`, `${?}` and `${$}` are plain characters in policies; anything else is a variable.
_VARIABLE = re.compile(r"\$\{(?![*?$]\})([^}]*)\}")


@dataclass(frozen=True)
class Policy:
    """One document: where it is from (as the journal names it) and its statements."""

    source: str
    statements: tuple[ParsedStatement, ...]

    def name_of(self, statement: ParsedStatement) -> str:
        """`source/Sid`, or `source#3` for a statement without an id."""
        if statement.sid:
            return f"{self.source}/{statement.sid}"
        return f"{self.source}#{self.statements.index(statement) + 1}"


def read_policy(source: str, document: str | dict[str, Any] | None) -> Policy:
    """Parse a document; Unsupported for what the evaluator would pass over."""
    text = document if isinstance(document, str) else json.dumps(document or {})
    return Policy(source, parse(text, source))


@lru_cache(maxsize=512)
def parse(text: str, source: str) -> tuple[ParsedStatement, ...]:
    """The statements of a document, checked."""
    try:
        document = json.loads(text or "{}")
    except ValueError as error:
        raise Unsupported(f"{source} is not JSON: {error}") from error
    check(document, source)
    return tuple(iam_evaluator.parse_policy_document(document))


def check(document: Any, source: str) -> None:
    """Refuse operators that the evaluator does not know and policy variables, which it compares as plain text."""
    for statement in statements_of(document):
        for operator in statement.get("Condition") or {}:
            check_operator(str(operator), source)
        variable = _VARIABLE.search(json.dumps([statement.get("Resource"), statement.get("Condition")]))
        if variable:
            raise Unsupported(f"the policy variable ${{{variable[1]}}} in {source}")
        if "NotPrincipal" in statement:
            raise Unsupported(f"NotPrincipal in {source}")


def check_operator(operator: str, source: str) -> None:
    """Unsupported unless the evaluator has the operator."""
    name = _QUANTIFIER.sub("", operator).lower().removesuffix("ifexists")
    if name != "null" and name not in iam_evaluator._CONDITION_OPS:
        raise Unsupported(f"the condition operator {operator} in {source}")


def statements_of(document: Any) -> Iterable[dict[str, Any]]:
    """The statements of a parsed document, one or many."""
    found = document.get("Statement", []) if isinstance(document, dict) else []
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]
