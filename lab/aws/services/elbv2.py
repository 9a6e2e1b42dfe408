"""Load balancers: deletion protection, which moto stores and does not enforce."""

from typing import Any

from moto.elbv2.exceptions import ELBClientError
from moto.elbv2.models import ELBv2Backend

from ..patching import Method, replaces


@replaces(ELBv2Backend, "delete_load_balancer")
def delete_load_balancer(original: Method, self: Any, arn: str) -> Any:
    """AWS refuses to delete a protected load balancer."""
    balancer = self.load_balancers.get(arn)
    if balancer is not None and balancer.attrs.get("deletion_protection.enabled") == "true":
        reason = f"Load balancer '{arn}' cannot be deleted because deletion protection is enabled"
        raise ELBClientError("OperationNotPermitted", reason)
    return original(self, arn)
