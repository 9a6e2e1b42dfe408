"""ACM: a certificate is issued once its validation records exist; moto issues it after a while, whatever the records.

"DNS validation" (ACM User Guide): a CNAME a domain name, which must stay. AWS looks into public DNS; here that is the
public zones of Route 53.
"""

from typing import Any

from moto.acm.models import CertBundle

from .. import dns
from ..patching import Method, replaces


@replaces(CertBundle, "check")
def check(original: Method, self: Any) -> None:
    """Let moto see to expiry and to certificates that need no validation."""
    if self.type != "AMAZON_ISSUED" or self.status != "PENDING_VALIDATION":
        original(self)
    elif all(is_validated(option["ResourceRecord"]) for option in validations(self)):
        self.status = "ISSUED"


def validations(certificate: Any) -> list[dict[str, Any]]:
    """What must be found in DNS, one entry a domain name."""
    options: list[dict[str, Any]] = certificate.describe()["Certificate"].get("DomainValidationOptions", [])
    return options


def is_validated(record: dict[str, str]) -> bool:
    """Whether the record of a validation answers as it should."""
    found = [one for one in dns.records_of(dns.canonical(record["Name"])) if one.type == record["Type"]]
    return any(dns.canonical(value) == dns.canonical(record["Value"]) for one in found for value in one.records)
