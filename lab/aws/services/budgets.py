"""Budgets: updates, subscribers and tags, which moto lacks."""

import json
from typing import Any

from moto.budgets.responses import BudgetsResponse

from ..patching import Method, adds, extras, replaces


def without_state(details: dict[str, Any]) -> dict[str, Any]:
    """A notification's identity: what was asked for, not how it stands."""
    return {key: value for key, value in details.items() if key != "NotificationState"}


def tags_of(response: Any) -> dict[str, list[dict[str, str]]]:
    """Tags by ARN, beside moto's own state."""
    return extras(response.backend, "tags")


@replaces(BudgetsResponse, "create_budget")
def create_budget(original: Method, self: Any) -> Any:
    """AWS takes tags with the creation."""
    answer = original(self)
    if self._get_param("ResourceTags"):
        name = self._get_param("Budget")["BudgetName"]
        arn = f"arn:aws:budgets::{self._get_param('AccountId')}:budget/{name}"
        tags_of(self)[arn] = self._get_param("ResourceTags")
    return answer


@adds(BudgetsResponse)
def update_budget(self: Any) -> str:
    """UpdateBudget."""
    new = self._get_param("NewBudget")
    self.backend.budgets[self._get_param("AccountId")][new["BudgetName"]].budget.update(new)
    return "{}"


@adds(BudgetsResponse)
def describe_subscribers_for_notification(self: Any) -> str:
    """DescribeSubscribersForNotification."""
    budget = self.backend.budgets[self._get_param("AccountId")][self._get_param("BudgetName")]
    wanted = without_state(self._get_param("Notification"))
    found = next(item for item in budget.notifications if without_state(item.details) == wanted)
    return json.dumps({"Subscribers": found.subscribers})


@adds(BudgetsResponse)
def list_tags_for_resource(self: Any) -> str:
    """ListTagsForResource."""
    return json.dumps({"ResourceTags": tags_of(self).get(self._get_param("ResourceARN"), [])})


@adds(BudgetsResponse)
def tag_resource(self: Any) -> str:
    """TagResource."""
    arn = self._get_param("ResourceARN")
    tags = {tag["Key"]: tag for tag in [*tags_of(self).get(arn, []), *self._get_param("ResourceTags")]}
    tags_of(self)[arn] = list(tags.values())
    return "{}"
