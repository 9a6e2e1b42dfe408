"""EC2: descriptions of security group rules whose other side is a group or a prefix list, which moto forgets."""

import inspect
from typing import Any

from moto.ec2.models.security_groups import SecurityGroupRule as Rule

from ..patching import Method, replaces

_signature = inspect.signature(Rule.__init__)


@replaces(Rule, "__init__")
def create_rule(original: Method, self: Any, *args: Any, **kwargs: Any) -> None:
    """AWS keeps the description with the address range, the group or the prefix list it was sent with."""
    original(self, *args, **kwargs)
    sent = _signature.bind(self, *args, **kwargs).arguments
    sides = (sent.get("source_group") or {}, sent.get("prefix_list_id") or {})
    self.sent_description = next((side["Description"] for side in sides if side.get("Description")), None)


# moto reads it from the address range only, where ModifySecurityGroupRules writes it for every kind of rule.
Rule.description = property(lambda self: self.ip_range.get("Description") or self.sent_description)
