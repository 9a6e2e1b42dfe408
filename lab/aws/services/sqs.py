"""SQS: queue attributes as AWS keeps and returns them."""

from typing import Any

from moto.sqs.models import Queue

from ..patching import Method, replaces

Queue.KMS_ATTRIBUTES = [*Queue.KMS_ATTRIBUTES, "RedriveAllowPolicy"]  # moto's list of further valid names
Queue.redrive_allow_policy = None


@replaces(Queue, "_set_attributes")
def set_attributes(original: Method, self: Any, attributes: dict[str, Any], now: Any = None) -> None:
    """moto clears the queue's policy whenever another attribute is set, and forgets RedriveAllowPolicy."""
    policy = getattr(self, "policy", None)
    original(self, attributes, now)
    if "Policy" not in attributes:
        self.policy = policy
    if "RedriveAllowPolicy" in attributes:
        self.redrive_allow_policy = attributes["RedriveAllowPolicy"]
    if isinstance(attributes.get("RedrivePolicy"), str):
        self.sent_redrive_policy = attributes["RedrivePolicy"]


_shown = Queue.attributes.fget


def attributes(self: Any) -> dict[str, Any]:
    """The redrive policy as it was sent: moto adds spaces, which the provider sees as a change."""
    shown: dict[str, Any] = _shown(self)
    shown.pop("RedriveAllowPolicy", None)
    if "RedrivePolicy" in shown and getattr(self, "sent_redrive_policy", None):
        shown["RedrivePolicy"] = self.sent_redrive_policy
    if self.redrive_allow_policy:
        shown["RedriveAllowPolicy"] = self.redrive_allow_policy
    return shown


Queue.attributes = property(attributes)
