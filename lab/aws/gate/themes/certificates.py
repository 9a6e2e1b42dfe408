"""ACM: what a certificate is asked for, as condition keys.

"Use condition keys with ACM" (ACM User Guide). The resource is the classifier's: a certificate's ARN, none for
requests.
"""

from typing import Any

from ..call import Call

KEYS = {"ValidationMethod": "acm:ValidationMethod", "KeyAlgorithm": "acm:KeyAlgorithm"}


def keys(call: Call) -> dict[str, Any]:
    """Names, validation and algorithm of a request."""
    if call.operation != "RequestCertificate":
        return {}
    names = [call.data.get("DomainName"), *(call.data.get("SubjectAlternativeNames") or [])]
    found = {key: call.data[name] for name, key in KEYS.items() if call.data.get(name)}
    return {**found, "acm:DomainNames": sorted({str(name).lower() for name in names if name})}
