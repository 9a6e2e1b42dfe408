"""Route 53: hosted zones and changes by their ids, and what a change of records is about.

"Using IAM policy conditions for fine-grained access control" (Route 53 Developer Guide): names are lower case, without
the dot at the end, and characters other than letters, digits, `-`, `_`, `.` and `*` as octal codes.
"""

import re
from typing import Any

from ..call import Call

_CHANGE = re.compile(r"<Action>(\w+)</Action>.*?<Name>([^<]+)</Name>.*?<Type>(\w+)</Type>", re.DOTALL)
_PLAIN = re.compile(r"[a-z0-9\-_.*]")


def resource(call: Call) -> str:
    """The change that is asked about; everything else is the classifier's."""
    found = re.search(r"/change/([^/]+)$", call.path)
    return f"arn:aws:route53:::change/{found[1]}" if found is not None else ""


def keys(call: Call) -> dict[str, Any]:
    """Names, types and actions of a batch."""
    if call.operation != "ChangeResourceRecordSets":
        return {}
    changes = _CHANGE.findall(call.body.decode("utf-8", "replace"))
    prefix = "route53:ChangeResourceRecordSets"
    return {
        f"{prefix}NormalizedRecordNames": sorted({normalized(name) for _, name, _ in changes}),
        f"{prefix}RecordTypes": sorted({kind for _, _, kind in changes}),
        f"{prefix}Actions": sorted({action for action, _, _ in changes}),
    }


def normalized(name: str) -> str:
    """A record's name as the condition key has it."""
    plain = name.lower().rstrip(".").replace("\\052", "*")
    return "".join(one if _PLAIN.match(one) else f"\\{ord(one):03o}" for one in plain)
